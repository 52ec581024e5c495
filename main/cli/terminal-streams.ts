import { cutToWidth } from './display-width';
import type { Streams } from './run';

const clearLine = '\r\u001b[2K';

/** This process's own stdout and stderr; progress is shown in one line of a terminal and gone before anything else. */
export function terminalStreams(): Streams {
  const { stdout, stderr } = process;
  let isShown = false;
  const clear = (): void => {
    if (isShown) stderr.write(clearLine);
    isShown = false;
  };
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure of the command.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => {
      clear();
      stdout.write(text);
    },
    err: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    ...(stderr.isTTY
      ? {
          progress: (text: string) => {
            stderr.write(clearLine + cutToWidth(text, stderr.columns - 1));
            isShown = true;
          },
        }
      : {}),
    ...(stdout.isTTY ? { columns: stdout.columns } : {}),
  };
}
