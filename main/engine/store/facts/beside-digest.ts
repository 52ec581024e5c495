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
  `SELECT system_id, quarter, events, first_time, last_time FROM presence WHERE source_id = ?
   ORDER BY system_id, quarter`,
];

/** SHA-256 over all of it, which the log keeps of an import and `verify` works out again. */
export function besideDigest(db: Database, sourceId: number): string {
  const hash = createHash('sha256');
  for (const sql of parts) {
    for (const row of db.iterateArrays(sql, sourceId)) hash.update(JSON.stringify(row));
    hash.update('\n');
  }
  return hash.digest('hex');
}
