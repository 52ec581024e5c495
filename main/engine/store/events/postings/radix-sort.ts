import { Scratch } from './scratch';

const digits = 65_536;
const digitCounts = new Scratch();
const movedRows = new Scratch();

/** Fewer rows are sorted sooner by comparing than by counting 65,536 digits. */
const worthCounting = 4096;

/**
 * Sorts rows by a key each; rows of equal keys stay in their order. By digits of 16 bits, since an import
 * sorts millions of numbers: a digit that all keys share costs one look at each.
 */
export function sortByKey(rows: Uint32Array, keys: Uint32Array): void {
  if (rows.length < worthCounting) {
    const place = (row: number): number => keys[row] as number;
    rows.set(Array.from(rows).sort((a, b) => place(a) - place(b)));
    return;
  }
  const counts = digitCounts.take(digits);
  const moved = movedRows.take(rows.length);
  for (const shift of [0, 16]) {
    counts.fill(0);
    for (let i = 0; i < rows.length; i += 1) {
      const digit = ((keys[rows[i] as number] as number) >>> shift) & 0xffff;
      counts[digit] = (counts[digit] as number) + 1;
    }
    if (counts[((keys[rows[0] as number] as number) >>> shift) & 0xffff] === rows.length) continue;
    let sum = 0;
    for (let digit = 0; digit < digits; digit += 1) {
      const count = counts[digit] as number;
      counts[digit] = sum;
      sum += count;
    }
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number;
      const digit = ((keys[row] as number) >>> shift) & 0xffff;
      const at = counts[digit] as number;
      counts[digit] = at + 1;
      moved[at] = row;
    }
    rows.set(moved);
  }
}
