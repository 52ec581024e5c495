import type { ImportInput } from '../importer';
import { textOfBytes } from './text-lines';
import { utf8Bytes } from './utf8-bytes';

export interface FramedText {
  readonly text: string;
  /** 1-based line on which the message begins. */
  readonly line: number;
  /** The message is longer than the cap, or the file ends before its stated length. */
  readonly isCut: boolean;
}

const lineFeed = 0x0a;
const count = /^(\d{1,7}) (?=<\d{1,3}>)/;

/**
 * True where messages follow each other by their stated length (RFC 6587, 3.4.1): the first one's length
 * leads to the next one's, or to the end. A length in front of lines that end as lines do says nothing.
 */
export function isOctetCounted(head: Buffer, isWhole: boolean): boolean {
  const start = markBytes(head);
  const found = count.exec(head.toString('latin1', start, start + 16));
  if (found === null) return false;
  const end = start + found[0].length + Number(found[1]);
  if (end >= head.length) return !isWhole || end === head.length;
  const rest = head.toString('latin1', end, end + 16).replace(/^[\r\n]+/, '');
  return rest === '' ? isWhole : count.test(rest);
}

/** Messages by their stated length; what stands where a length should is one message to its line's end. */
export async function readOctetFrames(
  input: ImportInput,
  maximumBytes: number,
  onMessage: (message: FramedText) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  let bytes = 0;
  let isStart = true;
  const take = (from: number, to: number, isTorn: boolean): void => {
    const body = pending.subarray(from, Math.min(to, from + maximumBytes));
    const text = textOfBytes(body, to - from > maximumBytes);
    if (text.trim() !== '') onMessage({ text, line, isCut: isTorn || to - from > maximumBytes });
    line += linesIn(pending, to);
    pending = pending.subarray(to);
  };
  /** False where more bytes are needed. */
  const next = (isEnd: boolean): boolean => {
    const blank = blankBytes(pending);
    line += linesIn(pending, blank);
    pending = pending.subarray(blank);
    if (pending.length < 16 && !isEnd) return false;
    if (pending.length === 0) return false;
    const found = count.exec(pending.toString('latin1', 0, 16));
    if (found === null) {
      const end = pending.indexOf(lineFeed);
      if (end === -1 && !isEnd && pending.length < maximumBytes) return false;
      take(0, end === -1 ? pending.length : end, false);
      return true;
    }
    const end = found[0].length + Number(found[1]);
    if (end > pending.length && !isEnd) return false;
    take(found[0].length, Math.min(end, pending.length), end > pending.length);
    return true;
  };
  for await (const chunk of utf8Bytes(input.open(), input.probe.encoding)) {
    bytes += chunk.length;
    pending = Buffer.concat([pending, isStart ? chunk.subarray(markBytes(chunk)) : chunk]);
    isStart = false;
    while (next(false));
    progress(bytes);
  }
  while (next(true));
}

const markBytes = (head: Buffer): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;

function blankBytes(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 0)) at += 1;
  return at;
}

function linesIn(bytes: Buffer, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < to; at = bytes.indexOf(lineFeed, at + 1))
    lines += 1;
  return lines;
}
