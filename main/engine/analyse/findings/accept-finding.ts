import type { Acceptance } from '../../../../shared/contract/analysis-methods';
import { ExpectedFailure } from '../../expected-failure';
import { appendToLog } from '../../store/case-log';
import type { Database } from '../../store/database';

interface Row {
  readonly id: number;
  readonly value: string;
  readonly author: string;
  readonly at: string;
  readonly reason: string;
}

const standing =
  "SELECT id, value, author, at, reason FROM assertion WHERE subject_kind = 'finding' AND predicate = 'accepted' AND retracted_by IS NULL";

/** What people accepted, by finding. */
export function readAcceptances(db: Database): ReadonlyMap<string, Acceptance> {
  return new Map(
    db
      .all<Row>(`${standing} ORDER BY id`)
      .map(({ value, reason, author, at }) => [value, { reason, author, at }]),
  );
}

export interface Decision {
  readonly id: string;
  readonly reason: string;
  readonly author: string;
}

/** Keeps a person's acceptance of a finding, with the reason, as an assertion; the finding itself stays. */
export function acceptFinding(db: Database, { id, reason, author }: Decision): Acceptance {
  const at = new Date().toISOString();
  db.transaction(() => {
    db.run(
      `INSERT INTO assertion (subject_kind, subject_id, predicate, value, line, author, at, reason)
       VALUES ('finding', 0, 'accepted', ?, 0, ?, ?, ?)`,
      id,
      author,
      at,
      reason,
    );
    appendToLog(db, 'accept finding', { id, reason }, author);
  });
  return { author, at, reason };
}

/** Takes acceptances of a finding back: they stay on record, marked as retracted. */
export function reopenFinding(db: Database, { id, reason, author }: Decision): void {
  const rows = db.all<Row>(`${standing} AND value = ?`, id);
  if (rows.length === 0) throw new ExpectedFailure('not-found', `The finding "${id}" is not accepted.`);
  db.transaction(() => {
    for (const row of rows) {
      const retraction = db.run(
        `INSERT INTO assertion (subject_kind, subject_id, predicate, value, line, author, at, reason)
         VALUES ('assertion', ?, 'retracted', NULL, 0, ?, ?, ?)`,
        row.id,
        author,
        new Date().toISOString(),
        reason,
      ).id;
      db.run('UPDATE assertion SET retracted_by = ? WHERE id = ?', retraction, row.id);
    }
    appendToLog(db, 'reopen finding', { id, reason }, author);
  });
}
