import { zlibSync } from 'fflate';
import type { FontWeight } from '../../../../shared/diagram/scene';
import { interFont } from '../../export/picture/inter-fonts';
import { glyphsOf, outlinesOf, readSfnt, type SfntTables, tableOf, viewOf, withParts } from './sfnt';

/** Tables that a browser needs to draw text; kerning and alternates are left out, as layouts measure without. */
const kept = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'] as const;

/**
 * One weight of Inter with the outlines of the given characters alone, as a WOFF file (W3C, WOFF 1.0): a page
 * that holds it looks the same where Inter is not installed.
 */
export function embeddedFont(weight: FontWeight, characters: ReadonlySet<number>): Uint8Array {
  const tables = readSfnt(interFont(weight));
  keepOutlines(tables, characters);
  const post = new Uint8Array(tableOf(tables, 'post').subarray(0, 32));
  // Version 3: no names of glyphs.
  viewOf(post).setUint32(0, 0x00030000);
  tables.set('post', post);
  return writeWoff(new Map(kept.map((tag) => [tag, tableOf(tables, tag)])));
}

function keepOutlines(tables: SfntTables, characters: ReadonlySet<number>): void {
  const glyf = tableOf(tables, 'glyf');
  const outlines = outlinesOf(tables);
  const wanted = withParts(glyphsOf(tables, characters), glyf, outlines);
  const parts: Uint8Array[] = [];
  const loca = new Uint8Array(4 * (outlines.length + 1));
  const view = viewOf(loca);
  let at = 0;
  for (const [index, [start, end]] of outlines.entries()) {
    view.setUint32(4 * index, at);
    if (!wanted.has(index) || end <= start) continue;
    const padded = new Uint8Array(Math.ceil((end - start) / 4) * 4);
    padded.set(glyf.subarray(start, end));
    parts.push(padded);
    at += padded.length;
  }
  view.setUint32(4 * outlines.length, at);
  const head = new Uint8Array(tableOf(tables, 'head'));
  viewOf(head).setInt16(50, 1);
  tables.set('glyf', Buffer.concat(parts));
  tables.set('loca', loca);
  tables.set('head', head);
}

interface WoffTable {
  readonly tag: string;
  readonly packed: Uint8Array;
  readonly length: number;
  readonly checksum: number;
}

function writeWoff(tables: SfntTables): Uint8Array {
  const packed = [...tables].map(([tag, table]): WoffTable => {
    const small = zlibSync(table, { level: 9 });
    return {
      tag,
      packed: small.length < table.length ? small : table,
      length: table.length,
      checksum: checksum(table),
    };
  });
  const directory = 44 + 20 * packed.length;
  const sizes = packed.map((table) => Math.ceil(table.packed.length / 4) * 4);
  const file = new Uint8Array(directory + sizes.reduce((sum, size) => sum + size, 0));
  const view = viewOf(file);
  view.setUint32(0, 0x774f4646);
  view.setUint32(4, 0x00010000);
  view.setUint32(8, file.length);
  view.setUint16(12, packed.length);
  const whole = packed.reduce((sum, { length }) => sum + Math.ceil(length / 4) * 4, 12 + 16 * packed.length);
  view.setUint32(16, whole);
  view.setUint16(20, 1);
  let at = directory;
  for (const [index, table] of packed.entries()) {
    const entry = 44 + 20 * index;
    for (let i = 0; i < 4; i += 1) view.setUint8(entry + i, table.tag.charCodeAt(i));
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, table.packed.length);
    view.setUint32(entry + 12, table.length);
    view.setUint32(entry + 16, table.checksum);
    file.set(table.packed, at);
    at += sizes[index] ?? 0;
  }
  return file;
}

/** The sum of a table's 32-bit words, the last filled with zeros. */
function checksum(table: Uint8Array): number {
  const view = viewOf(table);
  let sum = 0;
  let at = 0;
  for (; at + 4 <= table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  let last = 0;
  for (let i = 0; i < 4; i += 1) last = last * 256 + (table[at + i] ?? 0);
  return (sum + last) >>> 0;
}
