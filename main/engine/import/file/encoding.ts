import type { Encoding } from '../importer';
import { decodeWestern } from './western';

/**
 * The encoding of a file from its first bytes: a byte order mark, the zero bytes of unmarked UTF-16, valid
 * UTF-8, else Windows-1252 (a superset of ISO 8859-1 for every printable character).
 */
export function detectEncoding(head: Uint8Array): { readonly encoding: Encoding; readonly bomBytes: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  const sample = head.subarray(0, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) i % 2 ? oddZeros++ : evenZeros++;
  const half = sample.length / 2;
  // Text in Latin script has a zero in every other byte; a binary file has them on both sides.
  if (half > 1 && oddZeros > half * 0.6 && evenZeros < half * 0.1)
    return { encoding: 'utf-16le', bomBytes: 0 };
  if (half > 1 && evenZeros > half * 0.6 && oddZeros < half * 0.1)
    return { encoding: 'utf-16be', bomBytes: 0 };
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', bomBytes: 0 };
}

/** True for well-formed UTF-8; a sequence cut off by the end of the sample counts as well-formed. */
export function isUtf8(bytes: Uint8Array): boolean {
  const end = Math.max(0, bytes.length - 4);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The failure may be the cut itself: try again without an incomplete tail.
    for (let cut = bytes.length - 1; cut >= end; cut -= 1) {
      if (((bytes[cut] ?? 0) & 0xc0) === 0xc0) {
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, cut));
          return true;
        } catch {
          return false;
        }
      }
    }
    return false;
  }
}

/** Control characters that no text file has; more than a few, and a quarter of a percent, make a file binary. */
export function looksBinary(head: Uint8Array, encoding: Encoding): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false;
  let odd = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 9 && byte !== 0) || (byte > 13 && byte < 28 && byte !== 26)) odd++;
  // MLLP frames (0x0b, 0x1c) and one Ctrl-Z at the end are fine: neither is counted above.
  return odd > 4 + head.length / 400;
}

/**
 * Decodes bytes; malformed UTF-8 is read as Windows-1252 so that no character is lost, but a sequence that
 * the end of the bytes cuts is only a cut.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252' || (encoding === 'utf-8' && !isUtf8(bytes))) return decodeWestern(bytes);
  return new TextDecoder(encoding).decode(bytes);
}
