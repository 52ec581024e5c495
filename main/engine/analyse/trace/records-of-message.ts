import type { Database } from '../../store/database';
import { eventsOfMessages } from '../../store/events/postings/postings';
import { showRecordKey } from '../../store/records/record-identifier';

/** Whether lines name a message of this id, and the records that they say it is about, as the case shows them. */
export function recordsOfMessage(
  db: Database,
  message: string,
): { readonly lines: number; readonly records: readonly string[] } {
  const events = eventsOfMessages(db, [message]);
  const rows = db.all<{ key: string | Buffer }>(
    `SELECT DISTINCT r.key FROM json_each(?) j JOIN event e ON e.id = j.value JOIN record r ON r.id = e.record_id
     ORDER BY r.id`,
    JSON.stringify(events),
  );
  return { lines: events.length, records: rows.map(({ key }) => showRecordKey(key)) };
}
