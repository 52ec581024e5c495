import type { EventKind } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';

/**
 * What batches say of their own completeness (declared totals that differ from what stands in the file), by
 * the flows that the file speaks of.
 */
export function flowNotes(db: Database): (from: number, to: number) => readonly string[] {
  const found = new Map<string, string[]>();
  const rows = db.all<{
    writer: number;
    peer: number;
    kind: EventKind;
    name: string;
    line: number;
    message: string;
  }>(
    `SELECT DISTINCT d.system_id AS writer, d.peer_id AS peer, a.kind, s.name, i.line, i.message
     FROM issue i JOIN source s ON s.id = i.source_id
     JOIN folded_day d ON d.source_id = i.source_id JOIN activity a ON a.id = d.activity_id
     WHERE i.code IN ('batch-count', 'file-count', 'batch-unfinished', 'file-unfinished')
       AND a.kind IN ('sent', 'received') ORDER BY s.name, i.line`,
  );
  for (const { writer, peer, kind, name, line, message } of rows) {
    const key = kind === 'sent' ? `${writer} ${peer}` : `${peer} ${writer}`;
    const text = `${name}, line ${line}: ${message}`;
    const list = found.get(key) ?? [];
    if (!list.includes(text)) list.push(text);
    found.set(key, list);
  }
  return (from, to) => found.get(`${from} ${to}`) ?? [];
}
