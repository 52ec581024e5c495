import { delimitersOf, Segment } from './segment';

/** The segments of one message that is in memory as text; null where it is no HL7 v2. */
export function parseMessage(text: string): readonly Segment[] | null {
  const start = /^\s*MSH/.exec(text);
  if (start === null) return null;
  const lines = text.trimStart().split(/\r\n|\r|\n/);
  const delimiters = delimitersOf(lines[0] ?? '');
  if (delimiters === null) return null;
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, index) => new Segment(line.slice(0, 3), line, index + 1, delimiters));
}
