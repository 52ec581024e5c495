import { createHash } from 'node:crypto';
import type { Database } from '../database';

/** What an import leaves beside its events and assertions: crosswalks, extracts, warnings, and the counts of its log. */
const parts: readonly string[] = [
  'SELECT a_record_id, b_record_id, kind, line FROM alias WHERE source_id = ? ORDER BY id',
  'SELECT system_id, dataset_id, taken_at FROM extract WHERE source_id = ? ORDER BY id',
  `SELECT w.at, w.text, w.subject, w.from_party, w.to_party FROM assertion a JOIN warning w ON w.id = a.subject_id
   WHERE a.subject_kind = 'warning' AND a.source_id = ? ORDER BY a.id`,
  `SELECT system_id, peer_id, activity_id, day, events FROM event_day WHERE source_id = ?
   ORDER BY system_id, peer_id, activity_id, day`,
];
/** As rows of the parts above are written, a system at a time: a large log has a hundred thousand of these numbers. */
const presence = `SELECT group_concat(json_array(system_id, quarter, events, first_time, last_time), '' ORDER BY quarter) AS rows
  FROM presence WHERE source_id = ? GROUP BY system_id ORDER BY system_id`;

/** SHA-256 over all of it, which the log keeps of an import and `verify` works out again. */
export function besideDigest(db: Database, sourceId: number): string {
  const hash = createHash('sha256');
  for (const sql of parts) {
    for (const row of db.iterateArrays(sql, sourceId)) hash.update(JSON.stringify(row));
    hash.update('\n');
  }
  for (const { rows } of db.all<{ rows: string }>(presence, sourceId)) hash.update(rows);
  hash.update('\n');
  return hash.digest('hex');
}
