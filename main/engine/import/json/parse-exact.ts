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

/**
 * The parser's reason without the piece of the text that it quotes, which may be somebody's record, and
 * without the position within it, which every version of the runtime words in its own way.
 */
export function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/, (?:\.{3})?".*$/s, '')
    .replace(/ in JSON at position.*$/s, '')
    .replace(/^".*" is not/s, 'It is not');
}
