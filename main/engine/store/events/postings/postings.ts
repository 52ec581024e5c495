import type { Database } from '../../database';
import { mergeRuns } from './merge-runs';
import { MessageCursor, RecordCursor } from './page-cursor';

/**
 * Which events name a message or a record. Answered from the sorted pages of every run of events
 * (`keep-postings.ts`), of which a case of ten million events has twenty.
 */
const runsOf = (db: Database): readonly number[] =>
  db
    .all<{ run: number }>('SELECT first_event AS run FROM event_run ORDER BY first_event')
    .map(({ run }) => run);

const runsOver = (db: Database, first: number, last: number): readonly number[] =>
  db
    .all<{ run: number }>(
      'SELECT first_event AS run FROM event_run WHERE first_event <= ? AND last_event >= ? ORDER BY first_event',
      last,
      first,
    )
    .map(({ run }) => run);

/** Cursors over all messages of the runs that hold events of this range: one message may stand in several. */
export const messageCursors = (db: Database, first: number, last: number): readonly MessageCursor[] =>
  runsOver(db, first, last).map((run) => new MessageCursor(db, run));

/** The same for records. */
export const recordCursors = (db: Database, first: number, last: number): readonly RecordCursor[] =>
  runsOver(db, first, last).map((run) => new RecordCursor(db, run));

/** Ids of the events of these messages; those of one message in rising order. */
export function eventsOfMessages(db: Database, messages: readonly string[]): readonly number[] {
  const keys = messages.map((message) => Buffer.from(message)).sort((a, b) => a.compare(b));
  return runsOf(db).flatMap((run) => groupsOf(new MessageCursor(db, run), keys));
}

/** Ids of the events that name one of these records. */
export function eventsOfRecords(db: Database, records: readonly number[]): readonly number[] {
  const keys = [...records].sort((a, b) => a - b);
  return runsOf(db).flatMap((run) => groupsOf(new RecordCursor(db, run), keys));
}

interface Seeking<Key> {
  readonly ids: Uint32Array;
  readonly count: number;
  seek(key: Key): boolean;
  compareTo(key: Key): number;
}

/** Keys come in rising order. */
function groupsOf<Key>(cursor: Seeking<Key>, keys: readonly Key[]): number[] {
  const found: number[] = [];
  for (const key of keys) {
    if (!cursor.seek(key)) break;
    if (cursor.compareTo(key) !== 0) continue;
    for (let i = 0; i < cursor.count; i += 1) found.push(cursor.ids[i] as number);
  }
  return found;
}

/** Message ids that begin like this, in order, at most `limit`. */
export function messagesBeginning(db: Database, text: string, limit: number): readonly string[] {
  const prefix = Buffer.from(text);
  const found = new Map<string, Buffer>();
  for (const run of runsOf(db)) {
    const cursor = new MessageCursor(db, run);
    let count = 0;
    for (let isOn = cursor.seek(prefix); isOn && count < limit; isOn = cursor.next()) {
      const { message } = cursor;
      if (!message.subarray(0, prefix.length).equals(prefix)) break;
      found.set(message.toString('latin1'), Buffer.from(message));
      count += 1;
    }
  }
  return [...found.values()]
    .sort((a, b) => a.compare(b))
    .slice(0, limit)
    .map((message) => message.toString('utf8'));
}

/**
 * Calls `visit` with the ids of the events of each message id in turn, in order of id. The array is used
 * again: read it at once; its first `count` elements count.
 */
export function eachMessage(
  db: Database,
  visit: (ids: Uint32Array, count: number, message: MessageCursor) => void,
): void {
  mergeRuns(
    runsOf(db).map((run) => new MessageCursor(db, run)),
    visit,
  );
}

/** The same for each record. */
export function eachRecord(
  db: Database,
  visit: (ids: Uint32Array, count: number, record: RecordCursor) => void,
): void {
  mergeRuns(
    runsOf(db).map((run) => new RecordCursor(db, run)),
    visit,
  );
}
