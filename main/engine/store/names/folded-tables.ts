import type { Database } from '../database';

/**
 * Lines and counts of logs with every system under the one it is read as. What is stored keeps the name that
 * each log wrote, since digests stand for it; everything that answers a question reads these. They belong to
 * the connection, not to the file: a case holds no views.
 */
export function nameFoldedTables(db: Database): void {
  db.exec(`
CREATE TEMP VIEW folded_event AS
  SELECT e.id, e.source_id, e.line, e.time, coalesce(w.as_id, e.system_id) AS system_id, e.activity_id,
    coalesce(p.as_id, e.peer_id) AS peer_id, e.message, e.record_id, e.attributes_id
  FROM event e LEFT JOIN system_fold w ON w.id = e.system_id LEFT JOIN system_fold p ON p.id = e.peer_id;
CREATE TEMP VIEW folded_day AS
  SELECT d.source_id, coalesce(w.as_id, d.system_id) AS system_id, coalesce(p.as_id, d.peer_id) AS peer_id,
    d.activity_id, d.day, d.events
  FROM event_day d LEFT JOIN system_fold w ON w.id = d.system_id LEFT JOIN system_fold p ON p.id = d.peer_id;
CREATE TEMP VIEW folded_presence AS
  SELECT p.source_id, coalesce(w.as_id, p.system_id) AS system_id, p.quarter, p.events, p.first_time, p.last_time
  FROM presence p LEFT JOIN system_fold w ON w.id = p.system_id;
CREATE TEMP VIEW folded_extract AS
  SELECT x.id, x.source_id, coalesce(w.as_id, x.system_id) AS system_id, x.dataset_id, x.taken_at
  FROM extract x LEFT JOIN system_fold w ON w.id = x.system_id;
`);
}
