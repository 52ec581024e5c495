/** A string, or an integer that may be too large for a double. */
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * JSON.parse, but an integer that a double cannot hold (a message id, nanoseconds) comes as its digits in a
 * string instead of as another number.
 */
export function parseExact(source: string): unknown {
  if (!/\d{16}/.test(source)) return JSON.parse(source);
  return JSON.parse(
    source.replace(stringOrLongInteger, (token) =>
      token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
    ),
  );
}

/** The parser's reason without the piece of the text that it quotes: that may be somebody's record. */
export function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, (?:\.{3})?".*$/s, '').replace(/^".*" is not/s, 'It is not');
}
