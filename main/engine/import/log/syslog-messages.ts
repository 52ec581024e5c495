import type { ImportInput } from '../importer';
import { frameStart } from './syslog-frame';
import { readLines } from './text-lines';

/** Longer than any message that syslog transports carry; audit messages with queries come near a megabyte. */
const maximumBytes = 2 * 1024 * 1024;

export interface SyslogText {
  readonly text: string;
  readonly line: number;
  readonly isCut: boolean;
}

/** Syslog messages one at a time: a line that does not start one belongs to the message before it. */
export async function readSyslog(
  input: ImportInput,
  onMessage: (message: SyslogText) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  let open: { text: string; line: number; isCut: boolean } | null = null;
  const finish = (): void => {
    if (open !== null && open.text.trim() !== '') onMessage(open);
    open = null;
  };
  await readLines(
    input,
    maximumBytes,
    ({ text, line, isCut }) => {
      if (open === null || frameStart.test(text)) {
        finish();
        open = { text, line, isCut };
      } else if (open.text.length < maximumBytes) {
        open.text += `\n${text}`;
        open.isCut ||= isCut;
      } else {
        open.isCut = true;
      }
    },
    progress,
  );
  finish();
}
