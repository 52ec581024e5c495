import { type Page, PageBuffer } from './page-buffer';
import { sortByKey } from './radix-sort';
import { Scratch } from './scratch';

const sortedRows = new Scratch();

/** Gathers the records that a run of events names, and gives them sorted, in pages, with the rows of each. */
export class RecordPages {
  #rows = 0;
  #records = new Uint32Array(1024);

  /** Rows rise, with holes where events were removed; 0 for an event without a record. */
  add(row: number, record: number): void {
    if (row >= this.#records.length) {
      const larger = new Uint32Array(Math.max(this.#records.length * 2, row + 1));
      larger.set(this.#records);
      this.#records = larger;
    }
    this.#records[row] = record;
    this.#rows = row + 1;
  }

  /** The pages of what was gathered, of which nothing is kept: the next row is 0 again. */
  take(): readonly Page<number>[] {
    const records = this.#records.subarray(0, this.#rows);
    const rows = sortedRows.take(this.#rows);
    let count = 0;
    for (let row = 0; row < records.length; row += 1) if (records[row] !== 0) rows[count++] = row;
    const sorted = rows.subarray(0, count);
    sortByKey(sorted, records);
    const pages = pagesOf(records, sorted);
    this.#records.fill(0);
    this.#rows = 0;
    return pages;
  }
}

/** Each record as its distance from the one before, and its rows. */
function pagesOf(records: Uint32Array, rows: Uint32Array): readonly Page<number>[] {
  const pages: Page<number>[] = [];
  const page = new PageBuffer();
  let key = 0;
  let previous = 0;
  for (let first = 0; first < rows.length; ) {
    const record = records[rows[first] as number] as number;
    let end = first + 1;
    while (end < rows.length && records[rows[end] as number] === record) end += 1;
    if (page.isEmpty) {
      key = record;
      previous = 0;
    }
    page.number(record - previous);
    page.rows(rows, first, end);
    if (page.isFull || end === rows.length) pages.push({ key, groups: page.take() });
    previous = record;
    first = end;
  }
  return pages;
}
