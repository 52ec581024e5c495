import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellDecoder } from '../file/decode';
import { cellText, DelimitedScanner, maximumRowBytes } from './delimited-scanner';

interface Scanned {
  rows: { line: number; cells: string[]; bytes: string }[];
  broken: { line: number; code: string }[];
}

function scan(chunks: readonly Buffer[], delimiter = ','): Scanned {
  const decode = cellDecoder('utf-8', () => {});
  const all = Buffer.concat(chunks);
  const found: Scanned = { rows: [], broken: [] };
  const scanner = new DelimitedScanner(delimiter, {
    row: (row) =>
      found.rows.push({
        line: row.line,
        cells: Array.from({ length: row.count }, (_, i) => cellText(row, i, decode)),
        bytes: all.subarray(row.byteFrom, row.byteTo).toString(),
      }),
    broken: (line, _byteFrom, code) => found.broken.push({ line, code }),
  });
  for (const chunk of chunks) scanner.push(chunk);
  scanner.end();
  return found;
}

const cellsOf = (text: string): string[][] => scan([Buffer.from(text)]).rows.map((row) => row.cells);

describe('splitting delimited text', () => {
  it('reads quotes, doubled quotes, line breaks within them and every kind of line end', () => {
    expect(cellsOf('a,"b ""x"" c","d\ne"\r\nf,,\rg,h,i')).toEqual([
      ['a', 'b "x" c', 'd\ne'],
      ['f', '', ''],
      ['g', 'h', 'i'],
    ]);
  });

  it('numbers rows by their first physical line, blank lines counted', () => {
    expect(scan([Buffer.from('a\n\n"b\nc"\nd\n')]).rows.map((row) => row.line)).toEqual([1, 3, 5]);
  });

  it('refuses a line whose quote is never closed and goes on with the next', () => {
    const text = `a,b\nc,"d\n${'e,f\n'.repeat(3)}`;
    expect(scan([Buffer.from(text)])).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'], bytes: 'a,b' },
        { line: 3, cells: ['e', 'f'], bytes: 'e,f' },
        { line: 4, cells: ['e', 'f'], bytes: 'e,f' },
        { line: 5, cells: ['e', 'f'], bytes: 'e,f' },
      ],
      broken: [{ line: 2, code: 'unclosed-quote' }],
    });
  });

  it('refuses a line that is too long to hold and reads those around it', () => {
    const long = Buffer.alloc(maximumRowBytes / 4, 'x');
    const found = scan([Buffer.from('a,b\n'), long, long, long, long, long, Buffer.from('\nc,d\n')]);
    expect({ rows: found.rows.map((r) => [r.line, r.cells]), broken: found.broken }).toEqual({
      rows: [
        [1, ['a', 'b']],
        [3, ['c', 'd']],
      ],
      broken: [{ line: 2, code: 'row-too-long' }],
    });
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '漢', ';'),
    maxLength: 6,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });

  it('gives back any table that was written by RFC 4180, however it is cut into chunks', () => {
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (rows, sizes) => {
        const text = rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const bytes = Buffer.from(text);
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const size = sizes[i % sizes.length] ?? 1;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(scan(chunks).rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });
});
