import { closeSync, openSync, writeSync } from 'node:fs';
import { EventRecordWriter, type EventRow, longestCell, varintBefore } from './event-record';

/** The largest page that SQLite has: fewest to write, to read and to look up. */
const pageBytes = 65_536;
const pagesPerWrite = 16;
/** Header of a leaf page, and of an interior page (file format, section 1.6). */
const leafHeader = 8;
const interiorHeader = 12;
const leafType = 13;
const interiorType = 5;
const rootPage = 2;
const firstLeaf = 3;
/** As many leaves as one interior page surely names, at fifteen bytes each. */
const mostLeaves = 4000;

/**
 * A database file with nothing but a table of events, written page by page without SQLite. From there SQLite
 * copies whole cells into the case, at a sixth of what it takes to hand it each value of each row.
 */
export class StagingFile {
  readonly #file: number;
  readonly #tableSql: string;
  readonly #buffer = Buffer.alloc(pageBytes * pagesPerWrite);
  readonly #cells = new EventRecordWriter(this.#buffer);
  readonly #view = new DataView(this.#buffer.buffer, this.#buffer.byteOffset, this.#buffer.byteLength);
  /** Greatest id of each leaf that is full. */
  readonly #keys: number[] = [];
  #flushedLeaves = 0;
  /** Start of the page being filled, within the buffer. */
  #page = 0;
  #count = 0;
  #content = pageBytes;
  #lastId = 0;
  rows = 0;

  /** `tableSql` is the case's own statement for the table, so that the two are the same to SQLite. */
  constructor(path: string, tableSql: string) {
    this.#file = openSync(path, 'w', 0o600);
    this.#tableSql = tableSql;
  }

  /** True when no more rows may be added. */
  get isFull(): boolean {
    return this.#keys.length >= mostLeaves;
  }

  /** Ids rise. */
  add(row: EventRow, messages: Uint8Array, from: number, to: number): void {
    const needed = leafHeader + this.#count * 2 + 2 + longestCell;
    if (this.#content < needed) this.#endLeaf();
    const start = this.#page;
    const at = this.#cells.writeBefore(start + this.#content, row, messages, from, to);
    this.#content = at - start;
    const pointer = start + leafHeader + this.#count * 2;
    this.#buffer[pointer] = this.#content >> 8;
    this.#buffer[pointer + 1] = this.#content & 255;
    this.#count += 1;
    this.#lastId = row.id;
    this.rows += 1;
  }

  /** Completes the file; nothing may be added any more. */
  finish(): void {
    try {
      this.#endLeaf();
      const leaves = this.#keys.length;
      // A single leaf is the root itself: it is written once more where the root stands.
      if (leaves === 1) this.#write(this.#buffer.subarray(0, pageBytes), rootPage);
      else {
        this.#flush();
        this.#write(this.#interior(), rootPage);
      }
      this.#write(this.#firstPage(leaves === 1 ? rootPage : rootPage + leaves), 1);
    } finally {
      this.close();
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #endLeaf(): void {
    const start = this.#page;
    const bytes = this.#buffer;
    bytes.fill(0, start, start + leafHeader);
    bytes[start] = leafType;
    this.#view.setUint16(start + 3, this.#count);
    this.#view.setUint16(start + 5, this.#content);
    this.#keys.push(this.#lastId);
    this.#count = 0;
    this.#content = pageBytes;
    this.#page += pageBytes;
    if (this.#page === bytes.length) this.#flush();
  }

  #flush(): void {
    if (this.#page > 0) this.#write(this.#buffer.subarray(0, this.#page), firstLeaf + this.#flushedLeaves);
    this.#flushedLeaves = this.#keys.length;
    this.#page = 0;
  }

  #write(bytes: Uint8Array, page: number): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, (page - 1) * pageBytes + done);
  }

  /** The root: each leaf but the last with its greatest id, and the last by itself. */
  #interior(): Buffer {
    const page = Buffer.alloc(pageBytes);
    let content = pageBytes;
    this.#keys.slice(0, -1).forEach((key, leaf) => {
      content = varintBefore(page, content, key) - 4;
      page.writeUInt32BE(firstLeaf + leaf, content);
      page.writeUInt16BE(content, interiorHeader + leaf * 2);
    });
    page[0] = interiorType;
    page.writeUInt16BE(this.#keys.length - 1, 3);
    page.writeUInt16BE(content, 5);
    page.writeUInt32BE(rootPage + this.#keys.length, 8);
    return page;
  }

  /** The file's header (section 1.3) and the schema: one row that names the table. */
  #firstPage(pages: number): Buffer {
    const page = Buffer.alloc(pageBytes);
    page.write('SQLite format 3\0', 'latin1');
    // A page size of 65,536 is written as 1; versions 1 mean a rollback journal; fractions are constants.
    page.writeUInt16BE(1, 16);
    page.set([1, 1, 0, 64, 32, 32], 18);
    const change = 1;
    page.writeUInt32BE(change, 24);
    page.writeUInt32BE(pages, 28);
    page.writeUInt32BE(1, 40);
    const schemaFormat = 4;
    page.writeUInt32BE(schemaFormat, 44);
    const utf8 = 1;
    page.writeUInt32BE(utf8, 56);
    page.writeUInt32BE(change, 92);
    const texts = ['table', 'event', 'event', this.#tableSql].map((text) => Buffer.from(text));
    const [type, name, table, sql] = texts.map(({ length }) => 13 + 2 * length) as [
      number,
      number,
      number,
      number,
    ];
    const body = Buffer.concat([...texts.slice(0, 3), Buffer.of(rootPage), texts[3] as Buffer]);
    const sqlType = Buffer.alloc(9);
    const sqlStart = varintBefore(sqlType, sqlType.length, sql);
    const types = Buffer.concat([Buffer.of(type, name, table, 1), sqlType.subarray(sqlStart)]);
    const record = Buffer.concat([Buffer.of(types.length + 1), types, body]);
    const rowid = 1;
    const start = varintBefore(page, pageBytes - record.length - 1, record.length);
    page[pageBytes - record.length - 1] = rowid;
    record.copy(page, pageBytes - record.length);
    const header = 100;
    page[header] = leafType;
    page.writeUInt16BE(1, header + 3);
    page.writeUInt16BE(start, header + 5);
    page.writeUInt16BE(start, header + leafHeader);
    return page;
  }
}
