import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeWestern } from '../file/western';

/** HL7 table 0211, the alternate character sets of MSH-18, to the labels of the Encoding standard. */
const labels: ReadonlyMap<string, string> = new Map([
  ['UNICODE UTF-8', 'utf-8'],
  ['UTF-8', 'utf-8'],
  ['UTF8', 'utf-8'],
  ['8859/1', 'windows-1252'],
  ['ISO-8859-1', 'windows-1252'],
  ['WINDOWS-1252', 'windows-1252'],
  ...[2, 3, 4, 5, 6, 7, 8, 15].map((part) => [`8859/${part}`, `iso-8859-${part}`] as const),
  ['8859/9', 'windows-1254'],
  ['GB 18030-2000', 'gb18030'],
  ['KS X 1001', 'euc-kr'],
  ['BIG-5', 'big5'],
]);

/**
 * Decodes the bytes of one message. Without a declared set (or with ASCII, which senders declare without
 * meaning it) they are UTF-8 where that fits, else Windows-1252.
 */
export function decodeMessage(bytes: Buffer, declared: string | null): { text: string; isWrong: boolean } {
  const label = declared === null ? undefined : labels.get(declared.toUpperCase());
  const fits = isUtf8(bytes);
  if (label === undefined || label === 'utf-8') {
    const text = fits ? new TextDecoder('utf-8').decode(bytes) : decodeWestern(bytes);
    return { text, isWrong: label === 'utf-8' && !fits };
  }
  if (label === 'windows-1252') return { text: decodeWestern(bytes), isWrong: false };
  return { text: new TextDecoder(label).decode(bytes), isWrong: false };
}
