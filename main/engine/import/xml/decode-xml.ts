import { TextDecoder } from 'node:util';
import { decodeWestern } from '../file/western';
import { XmlBroken } from './xml-broken';

/** How far into a document its declaration can stand: so much is needed to know its encoding. */
export const declarationBytes = 512;

/**
 * The label of the encoding a document is in: its byte order mark, else the shape of its first two
 * characters (XML 1.0, appendix F), else the declaration's own word, else UTF-8.
 */
export function xmlEncoding(head: Uint8Array): string {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const start = Buffer.from(head.subarray(0, declarationBytes)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // UTF-16 was ruled out above: a document re-encoded by a tool that left the old declaration in place.
  if (declared === undefined || /^(utf-?16|ucs-?2|iso-10646-ucs)/i.test(declared)) return 'utf-8';
  return declared;
}

export interface XmlDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** A streaming decoder for a document that starts with `head`; the byte order mark is dropped. */
export function xmlDecoder(head: Uint8Array): XmlDecoder {
  const label = xmlEncoding(head);
  try {
    const decoder = new TextDecoder(label);
    if (decoder.encoding !== 'windows-1252') return decoder;
    return { decode: (bytes) => (bytes ? decodeWestern(bytes) : '') };
  } catch {
    throw new XmlBroken(
      'xml-encoding',
      `The document declares the encoding "${label}", which is unknown.`,
      1,
    );
  }
}
