import { TextDecoder } from 'node:util';
import type { Encoding } from '../importer';
import { decodeWestern } from './western';

export type Decode = (buffer: Buffer, from: number, to: number) => string;

/**
 * How the bytes of a cell become text. A cell of a UTF-8 file that is not UTF-8 is read as Windows-1252 and
 * `onFallback` is told, so that a file of two encodings loses no character silently. UTF-16 has been
 * transcoded to UTF-8 before (see `transcodeToUtf8`).
 */
export function cellDecoder(encoding: Encoding, onFallback: () => void): Decode {
  if (encoding === 'windows-1252') {
    return (buffer, from, to) =>
      isAscii(buffer, from, to)
        ? buffer.toString('latin1', from, to)
        : decodeWestern(buffer.subarray(from, to));
  }
  return (buffer, from, to) => {
    if (isAscii(buffer, from, to)) return buffer.toString('latin1', from, to);
    const text = buffer.toString('utf8', from, to);
    if (!text.includes('\ufffd') || buffer.subarray(from, to).includes('\ufffd')) return text;
    onFallback();
    return decodeWestern(buffer.subarray(from, to));
  };
}

function isAscii(buffer: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if ((buffer[i] ?? 0) > 127) return false;
  return true;
}

/** Turns chunks of UTF-16 into chunks of UTF-8; other encodings pass through unchanged. */
export async function* transcodeToUtf8(
  stream: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    yield* stream;
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
