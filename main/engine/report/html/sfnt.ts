/** Just enough of OpenType's container and of its tables cmap, loca and glyf to leave glyphs out of a font. */
export type SfntTables = Map<string, Uint8Array>;

export function readSfnt(font: Uint8Array): SfntTables {
  const view = viewOf(font);
  const tables: SfntTables = new Map();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function tableOf(tables: SfntTables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no table ${tag}.`);
  return table;
}

/** Glyphs of characters, by the character map of the whole of Unicode (format 12) or of its first plane (format 4). */
export function glyphsOf(tables: SfntTables, characters: Iterable<number>): ReadonlySet<number> {
  const cmap = tableOf(tables, 'cmap');
  const view = viewOf(cmap);
  let at = 0;
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const offset = view.getUint32(4 + 8 * i + 4);
    const format = view.getUint16(offset);
    if (format === 12) {
      at = offset;
      break;
    }
    if (format === 4) at = offset;
  }
  const lookUp = view.getUint16(at) === 12 ? inGroups(view, at) : inSegments(view, at);
  const glyphs = new Set<number>([0]);
  for (const code of characters) glyphs.add(lookUp(code));
  return glyphs;
}

function inGroups(view: DataView, at: number): (code: number) => number {
  return (code) => {
    const count = view.getUint32(at + 12);
    for (let i = 0; i < count; i += 1) {
      const group = at + 16 + 12 * i;
      if (code < view.getUint32(group)) return 0;
      if (code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - view.getUint32(group);
    }
    return 0;
  };
}

function inSegments(view: DataView, at: number): (code: number) => number {
  const double = view.getUint16(at + 6);
  return (code) => {
    for (let i = 0; i < double; i += 2) {
      if (code > view.getUint16(at + 14 + i)) continue;
      const start = view.getUint16(at + 16 + double + i);
      if (code < start) return 0;
      const delta = view.getUint16(at + 16 + 2 * double + i);
      const rangeAt = at + 16 + 3 * double + i;
      const range = view.getUint16(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Start and end of each glyph's outline in glyf. */
export function outlinesOf(tables: SfntTables): readonly (readonly [number, number])[] {
  const isLong = viewOf(tableOf(tables, 'head')).getInt16(50) === 1;
  const count = viewOf(tableOf(tables, 'maxp')).getUint16(4);
  const loca = viewOf(tableOf(tables, 'loca'));
  const offset = (index: number): number =>
    isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index);
  return Array.from({ length: count }, (_, index) => [offset(index), offset(index + 1)] as const);
}

/** The glyphs and those that they are composed of. */
export function withParts(
  glyphs: ReadonlySet<number>,
  glyf: Uint8Array,
  outlines: readonly (readonly [number, number])[],
): ReadonlySet<number> {
  const all = new Set(glyphs);
  const view = viewOf(glyf);
  for (const glyph of all) {
    const [start, end] = outlines[glyph] ?? [0, 0];
    if (end <= start || view.getInt16(start) >= 0) continue;
    let at = start + 10;
    for (let hasMore = true; hasMore; ) {
      const flags = view.getUint16(at);
      // Sets grow while they are walked, so parts of parts are met too.
      all.add(view.getUint16(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
      hasMore = (flags & 0x20) !== 0;
    }
  }
  return all;
}
