import { messageHash } from '../../../import/batch/event-batch';
import type { Database } from '../../database';
import { eachMessage, eachRecord } from './postings';

/**
 * Compares the postings with the events themselves, as SQLite's own check compares an index with its table:
 * by sums over all pairs of an event and what it names, so that their order does not matter.
 */
export class PostingsCheck {
  readonly #events = { messages: new PairSum(), records: new PairSum() };

  /** `message` is the hash of the id's UTF-8, 0 for none; record 0 for none. */
  addEvent(id: number, message: number, record: number): void {
    if (message !== 0) this.#events.messages.add(id, message);
    if (record !== 0) this.#events.records.add(id, record);
  }

  /** Call when every event was added. */
  agrees(db: Database): boolean {
    const messages = new PairSum();
    const records = new PairSum();
    eachMessage(db, (ids, count, { message }) => {
      const hash = messageHash(message, 0, message.length);
      for (let i = 0; i < count; i += 1) messages.add(ids[i] as number, hash);
    });
    eachRecord(db, (ids, count, { record }) => {
      for (let i = 0; i < count; i += 1) records.add(ids[i] as number, record);
    });
    return messages.equals(this.#events.messages) && records.equals(this.#events.records);
  }
}

class PairSum {
  #count = 0;
  #a = 0;
  #b = 0;

  add(id: number, named: number): void {
    let mixed = Math.imul(id ^ (id >>> 15), 0x85ebca6b) ^ Math.imul(named, 0xc2b2ae35);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f);
    this.#a = (this.#a + mixed) | 0;
    this.#b = (this.#b + Math.imul(mixed ^ (mixed >>> 16), 0x165667b1)) | 0;
    this.#count += 1;
  }

  equals(other: PairSum): boolean {
    return this.#count === other.#count && this.#a === other.#a && this.#b === other.#b;
  }
}
