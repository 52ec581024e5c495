// Everything the set-up says goes to stderr: stdout belongs to the command that is run afterwards.

const isTerminal = process.stderr.isTTY === true;

/** One line about what the set-up is doing. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Progress of one long step: redraws its line on a terminal, prints a line every ten seconds elsewhere,
 * so that a log stays readable.
 */
export function startProgress(title) {
  const startedAt = Date.now();
  let latest = '';
  let printedAt = startedAt;
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const line = () => `  ${title}${latest ? `: ${latest}` : ''} (${seconds()} s)`;
  const draw = () => {
    if (isTerminal) process.stderr.write(`\r\x1b[K${line()}`);
    else if (Date.now() - printedAt >= 10_000) {
      printedAt = Date.now();
      say(line());
    }
  };
  const timer = setInterval(draw, isTerminal ? 500 : 2_000);
  timer.unref();
  return {
    update(text) {
      latest = text;
    },
    end() {
      clearInterval(timer);
      if (isTerminal) process.stderr.write('\r\x1b[K');
      return seconds();
    },
  };
}

/** A set-up step that cannot go on: the message says what is wrong and what to do next. */
export class SetupError extends Error {}
