import type { Citation } from '../../../../shared/model/citation';
import type { SourceId } from '../../../../shared/model/ids';
import type { Database } from '../database';

/** A few lines of the logs that show a flow: what a writer says it sent to, and received from, the other. */
export function firstLines(
  db: Database,
  fromSystem: number,
  toSystem: number,
): { readonly sent: readonly Citation[]; readonly received: readonly Citation[] } {
  return {
    sent: linesOf(db, fromSystem, toSystem, 'sent'),
    received: linesOf(db, toSystem, fromSystem, 'received'),
  };
}

/** Looks only into sources that the day counts name, and stops at the third line. */
function linesOf(db: Database, writer: number, peer: number, kind: string): readonly Citation[] {
  const sources = db.all<{
    sourceId: SourceId;
    activityId: number;
    first: number;
    last: number;
    file: string;
  }>(
    `SELECT DISTINCT d.source_id AS sourceId, d.activity_id AS activityId, s.first_event AS first, s.last_event AS last, s.name AS file
     FROM folded_day d JOIN activity a ON a.id = d.activity_id JOIN source s ON s.id = d.source_id
     WHERE d.system_id = ? AND d.peer_id = ? AND a.kind = ? ORDER BY s.name`,
    writer,
    peer,
    kind,
  );
  const found: Citation[] = [];
  for (const { sourceId, activityId, first, last, file } of sources) {
    const rows = db.all<{ line: number }>(
      `SELECT line FROM folded_event WHERE id BETWEEN ? AND ? AND system_id = ? AND peer_id = ? AND activity_id = ? LIMIT ?`,
      first,
      last,
      writer,
      peer,
      activityId,
      3 - found.length,
    );
    for (const { line } of rows) found.push({ sourceId, file, line });
    if (found.length >= 3) break;
  }
  return found;
}
