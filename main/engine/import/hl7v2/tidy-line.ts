import type { RawSegment } from './split-segments';

/** How far into a line a message may begin: behind the time and level of a log's line. */
const searchedBytes = 400;
const segmentStart = /^[A-Z][A-Z0-9]{2}(?:[^\w\s]|$)/;
const headerStart = /\b(?:MSH|[FB]HS)([^\w\s])[^\w\s]{2,5}\1/;
/** Ends of segments as words, where a message was put on one line of a log. */
const wordedEnd = /(?:\\r\\n|\\r|\\n|<CR><LF>|<CR>|<LF>|\[CR\]|\^M)(?=[A-Z][A-Z0-9]{2}[^\w\s])/i;

/**
 * The segments of one line of a capture. Most lines are one; others begin with a byte order mark or blanks,
 * with a log's own words ("10:00:01 INFO sent: MSH|…"), or hold a whole message with its ends written out.
 */
export function segmentsOfLine(raw: RawSegment): RawSegment[] {
  const start = startOf(raw.bytes);
  const bytes = raw.bytes.subarray(start);
  const segment = start === 0 ? raw : { ...raw, bytes };
  const text = bytes.toString('latin1', 0, 3);
  if (text !== 'MSH' && text !== 'FHS' && text !== 'BHS') return [segment];
  const whole = bytes.toString('latin1');
  if (!wordedEnd.test(whole)) return [segment];
  return whole
    .split(wordedEnd)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ ...segment, bytes: Buffer.from(part, 'latin1') }));
}

function startOf(bytes: Buffer): number {
  // Files joined together keep the byte order mark of each.
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (segmentStart.test(bytes.toString('latin1', mark, mark + 4))) return mark;
  const text = bytes.toString('latin1', mark, mark + searchedBytes);
  const blanks = text.length - text.trimStart().length;
  if (blanks > 0 && segmentStart.test(text.slice(blanks))) return mark + blanks;
  const found = headerStart.exec(text);
  return found === null ? mark : mark + found.index;
}
