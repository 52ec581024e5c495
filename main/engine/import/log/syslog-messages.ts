import type { ImportInput } from '../importer';
import { isOctetCounted, readOctetFrames } from './octet-frames';
import { frameStart, startsPlainly } from './syslog-frame';
import { readLines } from './text-lines';

/** Longer than any message that syslog transports carry; audit messages with queries come near a megabyte. */
const maximumBytes = 2 * 1024 * 1024;

export interface SyslogText {
  readonly text: string;
  readonly line: number;
  /** Longer than the cap, or the file ends within it. */
  readonly isCut: boolean;
}

/**
 * Syslog messages one at a time: by their stated length where the file has them so, else by lines, of which
 * one that does not start a message belongs to the message before it.
 */
export async function readSyslog(
  input: ImportInput,
  onMessage: (message: SyslogText) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  const { head, isWhole, text: start } = input.probe;
  if (isOctetCounted(head, isWhole)) {
    await readOctetFrames(input, maximumBytes, onMessage, progress);
    return;
  }
  const isMarked = frameStart.test(start.trimStart());
  const starts = (text: string): boolean => frameStart.test(text) || (!isMarked && startsPlainly(text));
  let open: { text: string; line: number; isCut: boolean } | null = null;
  const finish = (): void => {
    if (open !== null && open.text.trim() !== '') onMessage(open);
    open = null;
  };
  await readLines(
    input,
    maximumBytes,
    ({ text, line, isCut }) => {
      if (open === null || starts(text)) {
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
