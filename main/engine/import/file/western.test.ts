import { expect, it } from 'vitest';
import { cellDecoder } from './decode';
import { decodeText } from './encoding';
import { decodeWestern } from './western';

it('reads the dashes, quotes and euro signs of Windows-1252 as such', () => {
  const bytes = Buffer.from([0x80, 0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x96, 0x85]);
  const expected = '€“Zoë”–…';
  expect([
    decodeWestern(bytes),
    decodeText(bytes, 'windows-1252'),
    decodeText(bytes, 'utf-8'),
    cellDecoder('windows-1252', () => {})(bytes, 0, bytes.length),
    cellDecoder('utf-8', () => {})(bytes, 0, bytes.length),
  ]).toEqual(Array(5).fill(expected));
});

it('takes a character that the end of a sample cuts for a cut, not for another encoding', () => {
  expect(decodeText(Buffer.from('Zoë, Zoë').subarray(0, -1), 'utf-8')).toBe('Zoë, Zo\ufffd');
});
