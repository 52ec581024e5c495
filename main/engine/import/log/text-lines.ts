import { isUtf8 } from 'node:buffer';
import { isUtf8 as isStartOfUtf8 } from '../file/encoding';
import { decodeWestern } from '../file/western';
import type { ImportInput } from '../importer';
import { utf8Bytes } from './utf8-bytes';

export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** The line was longer than the cap; `text` is its start. */
  readonly isCut: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The lines of a text log of any size, one at a time, ended by LF, CRLF or (where the file has no LF) CR.
 * A line that is not UTF-8 is read as Windows-1252: logs mix them. Blank lines are handed over too.
 */
export async function readLines(
  input: ImportInput,
  maximumBytes: number,
  onLine: (line: TextLine) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  const { head, encoding } = input.probe;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const end =
    !isWide && !head.includes(lineFeed) && head.includes(carriageReturn) ? carriageReturn : lineFeed;
  let line = 1;
  let bytes = 0;
  let pending = Buffer.alloc(0);
  let isCut = false;
  const finish = (tail: Buffer): void => {
    const whole = pending.length === 0 ? tail : Buffer.concat([pending, tail]);
    const isTooLong = isCut || whole.length > maximumBytes;
    const kept = isTooLong ? whole.subarray(0, maximumBytes) : whole;
    onLine({ text: textOf(kept, line === 1, isTooLong), line, isCut: isTooLong });
    pending = Buffer.alloc(0);
    isCut = false;
    line += 1;
  };
  for await (const chunk of utf8Bytes(input.open(), encoding)) {
    bytes += chunk.length;
    let from = 0;
    for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, from)) {
      finish(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) {
      if (pending.length > maximumBytes) isCut = true;
      // A copy: the stream may reuse its chunk.
      else pending = Buffer.concat([pending, chunk.subarray(from, from + maximumBytes + 1)]);
    }
    progress(bytes);
  }
  if (pending.length > 0) finish(Buffer.alloc(0));
}

function textOf(bytes: Buffer, isFirst: boolean, isTooLong: boolean): string {
  let text = textOfBytes(bytes, isTooLong);
  if (isFirst && text.startsWith('\uFEFF')) text = text.slice(1);
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

/** Bytes that are not UTF-8 as Windows-1252; the cap may cut a character of several bytes in two. */
export function textOfBytes(bytes: Buffer, isTooLong: boolean): string {
  const text = bytes.toString('utf8');
  const isSound = isTooLong ? isStartOfUtf8(bytes) : isUtf8(bytes);
  return text.includes('\uFFFD') && !isSound ? decodeWestern(bytes) : text;
}
