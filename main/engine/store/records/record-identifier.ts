import { hash } from 'node:crypto';

/**
 * One spelling for one identifier: outer space removed, and for what is ten digits with spaces or hyphens
 * between (the printed form of an NHS number) the digits alone. Case is kept: case ids differ by it.
 */
export function normaliseIdentifier(raw: string): string {
  const text = raw.trim();
  if (text.length > 10 && /^[\d\s-]+$/.test(text)) {
    const digits = text.replace(/[\s-]/g, '');
    if (digits.length === 10) return digits;
  }
  return text;
}

/**
 * NHS number check by modulus 11 (NHS Data Dictionary, "NHS NUMBER"): weights 10 to 2; 11 minus the
 * remainder is the check digit; 11 becomes 0; 10 is invalid.
 */
export function isValidNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Turns a raw identifier into the key that the case stores: the text itself, or its pseudonym. */
export interface RecordKeys {
  readonly kind: 'kept' | 'pseudonymised';
  keyOf(raw: string): string | Buffer;
}

export const keptKeys: RecordKeys = { kind: 'kept', keyOf: normaliseIdentifier };

/**
 * HMAC-SHA-256 with the case's key, truncated to its left half (RFC 2104 section 5 allows no less). A plain
 * hash would be reversible: there are only about 10^9 NHS numbers to try.
 */
export function pseudonymisingKeys(key: Buffer): RecordKeys {
  const digest = hmacSha256(key);
  return {
    kind: 'pseudonymised',
    keyOf: (raw) => digest(normaliseIdentifier(raw)).subarray(0, 16),
  };
}

/** Block and digest of SHA-256, in bytes. */
const blockBytes = 64;
const digestBytes = 32;

/**
 * HMAC of texts under one key, by its definition (RFC 2104): two one-shot hashes cost a record less than
 * half of what an object for each costs.
 */
function hmacSha256(key: Buffer): (text: string) => Buffer {
  const short = key.length > blockBytes ? hash('sha256', key, 'buffer') : key;
  const pad = (byte: number, more: number): Buffer => {
    const block = Buffer.alloc(blockBytes + more, byte);
    short.forEach((value, at) => {
      block[at] = value ^ byte;
    });
    return block;
  };
  let inner = pad(0x36, 512);
  const outer = pad(0x5c, digestBytes);
  return (text) => {
    // No code unit of UTF-16 takes more than three bytes of UTF-8.
    if (blockBytes + text.length * 3 > inner.length) inner = pad(0x36, text.length * 3);
    const end = blockBytes + inner.write(text, blockBytes, 'utf8');
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), blockBytes, 'latin1');
    return hash('sha256', outer, 'buffer');
  };
}

/** How a stored key is shown: identifiers as they are, pseudonyms as `p-` and 64 of their 128 bits in hex. */
export function showRecordKey(key: string | Buffer | Uint8Array): string {
  return typeof key === 'string' ? key : `p-${Buffer.from(key).toString('hex').slice(0, 16)}`;
}

/** The hex prefix of a shown pseudonym, or null when the text is not one. */
export function pseudonymPrefix(text: string): Buffer | null {
  const m = /^p-([0-9a-f]{16}|[0-9a-f]{32})$/.exec(text.trim());
  return m ? Buffer.from(m[1] ?? '', 'hex') : null;
}
