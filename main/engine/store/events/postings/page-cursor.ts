import type { Database } from '../../database';

interface Page<Key> {
  readonly key: Key;
  readonly groups: Buffer;
}

/**
 * Goes through the groups of one run in order of key: which events name a message, or a record. The cursor
 * stands on one group at a time; what it shows is overwritten by the next.
 */
abstract class PageCursor<Key extends Buffer | number> {
  readonly #db: Database;
  readonly #table: string;
  readonly #run: number;
  #pageKey: Key | null = null;
  #at = 0;
  protected page: Buffer = Buffer.alloc(0);
  /** Ids of the group's events, in rising order; the first `count` count. */
  ids = new Uint32Array(16);
  count = 0;

  constructor(db: Database, table: 'message_page' | 'record_page', run: number) {
    this.#db = db;
    this.#table = table;
    this.#run = run;
  }

  /** Goes to the next group; false at the end. */
  next(): boolean {
    if (this.#at >= this.page.length && !this.#turn()) return false;
    this.readKey();
    this.#readIds();
    return true;
  }

  /** Goes to the first group whose key is not less; false where there is none. Quickest for rising keys. */
  seek(key: Key): boolean {
    const found = this.#db.get<Page<Key>>(
      `SELECT first_key AS key, groups FROM ${this.#table} WHERE run = ? AND first_key <= ? ORDER BY first_key DESC LIMIT 1`,
      this.#run,
      key,
    );
    const isOnPage = found !== undefined && this.count > 0 && found.groups.equals(this.page);
    const ahead = isOnPage ? this.compareTo(key) : 1;
    if (ahead === 0) return true;
    if (ahead > 0) {
      if (found) this.#open(found);
      else this.#rewind();
    }
    for (;;) {
      if (!this.next()) return false;
      if (this.compareTo(key) >= 0) return true;
    }
  }

  abstract compareTo(key: Key): number;
  protected abstract readKey(): void;
  /** A page's first key is written whole. */
  protected abstract startPage(): void;

  protected number(): number {
    const { page } = this;
    let byte = page[this.#at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = page[this.#at++] as number;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  /** Steps over `length` bytes; returns where they begin. */
  protected skip(length: number): number {
    this.#at += length;
    return this.#at - length;
  }

  #readIds(): void {
    const count = this.number();
    if (count > this.ids.length) this.ids = new Uint32Array(count * 2);
    let id = this.#run;
    for (let i = 0; i < count; i += 1) {
      id += this.number();
      this.ids[i] = id;
    }
    this.count = count;
  }

  #turn(): boolean {
    const found =
      this.#pageKey === null
        ? this.#db.get<Page<Key>>(
            `SELECT first_key AS key, groups FROM ${this.#table} WHERE run = ? ORDER BY first_key LIMIT 1`,
            this.#run,
          )
        : this.#db.get<Page<Key>>(
            `SELECT first_key AS key, groups FROM ${this.#table} WHERE run = ? AND first_key > ? ORDER BY first_key LIMIT 1`,
            this.#run,
            this.#pageKey,
          );
    if (found) this.#open(found);
    return found !== undefined;
  }

  #rewind(): void {
    this.#pageKey = null;
    this.page = Buffer.alloc(0);
    this.#at = 0;
  }

  #open({ key, groups }: Page<Key>): void {
    this.#pageKey = key;
    this.page = groups;
    this.#at = 0;
    this.startPage();
  }
}

/** As many as a number holds exactly. */
const headBytes = 6;

/** By message: the key is the id's UTF-8, written as what differs from the one before. */
export class MessageCursor extends PageCursor<Buffer> {
  #bytes = Buffer.alloc(64);
  #length = 0;
  /** The key's first bytes as a number: most comparisons are settled by it. */
  #head = 0;

  constructor(db: Database, run: number) {
    super(db, 'message_page', run);
  }

  get message(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  compare(other: MessageCursor): number {
    if (this.#head !== other.#head) return this.#head - other.#head;
    const a = this.#bytes;
    const b = other.#bytes;
    const limit = Math.min(this.#length, other.#length);
    for (let i = headBytes; i < limit; i += 1) {
      const difference = (a[i] as number) - (b[i] as number);
      if (difference !== 0) return difference;
    }
    return this.#length - other.#length;
  }

  compareTo(key: Buffer): number {
    return this.message.compare(key);
  }

  protected startPage(): void {
    this.#length = 0;
  }

  protected readKey(): void {
    const shared = this.number();
    const length = this.number();
    const from = this.skip(length);
    if (shared + length > this.#bytes.length) {
      const larger = Buffer.alloc((shared + length) * 2);
      this.#bytes.copy(larger, 0, 0, shared);
      this.#bytes = larger;
    }
    const { page } = this;
    for (let i = 0; i < length; i += 1) this.#bytes[shared + i] = page[from + i] as number;
    this.#length = shared + length;
    if (shared >= headBytes) return;
    let head = 0;
    for (let i = 0; i < headBytes; i += 1)
      head = head * 256 + (i < this.#length ? (this.#bytes[i] as number) : 0);
    this.#head = head;
  }
}

/** By record: the key is its number, written as the distance from the one before. */
export class RecordCursor extends PageCursor<number> {
  record = 0;

  constructor(db: Database, run: number) {
    super(db, 'record_page', run);
  }

  compare(other: RecordCursor): number {
    return this.record - other.record;
  }

  compareTo(key: number): number {
    return this.record - key;
  }

  protected startPage(): void {
    this.record = 0;
  }

  protected readKey(): void {
    this.record += this.number();
  }
}
