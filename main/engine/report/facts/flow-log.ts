import type { EvidenceLine } from '../../../../shared/contract/analysis-methods';
import type { Database } from '../../store/database';
import { firstLines } from '../../store/events/first-lines';
import { findSystem } from '../../store/names/keep-names';

/** The lines of logs that show a flow, at both ends. */
export interface FlowLog {
  readonly sent: LoggedSide;
  readonly received: LoggedSide;
}

export interface LoggedSide {
  readonly lines: number;
  readonly files: readonly { readonly file: string; readonly lines: number }[];
  /** The first few. */
  readonly first: readonly EvidenceLine[];
}

export function readFlowLog(db: Database, from: string, to: string): FlowLog {
  const fromId = findSystem(db, from) ?? 0;
  const toId = findSystem(db, to) ?? 0;
  const first = firstLines(db, fromId, toId);
  return {
    sent: side(filesOf(db, fromId, toId, 'sent'), first.sent),
    received: side(filesOf(db, toId, fromId, 'received'), first.received),
  };
}

function side(files: LoggedSide['files'], first: readonly EvidenceLine[]): LoggedSide {
  return {
    lines: files.reduce((sum, { lines }) => sum + lines, 0),
    files,
    first: first.map(({ file, line }) => ({ file, line })),
  };
}

const filesOf = (db: Database, writer: number, peer: number, kind: string): LoggedSide['files'] =>
  db.all(
    `SELECT s.name AS file, sum(d.events) AS lines
     FROM folded_day d JOIN activity a ON a.id = d.activity_id JOIN source s ON s.id = d.source_id
     WHERE d.system_id = ? AND d.peer_id = ? AND a.kind = ? GROUP BY s.name ORDER BY s.name`,
    writer,
    peer,
    kind,
  );
