import type { CoverageCorrection } from '../../../../shared/contract/reconcile-methods';
import { ExpectedFailure } from '../../expected-failure';
import { appendToLog } from '../case-log';
import type { Database } from '../database';
import { findSystem, readFolds } from '../names/keep-names';

interface Row {
  id: number;
  subject_id: number;
  value: string;
  author: string;
  at: string;
  reason: string;
}

/** What people said of logs' coverage, by system, in the order in which they said it. */
export function readCorrections(db: Database): ReadonlyMap<number, readonly CoverageCorrection[]> {
  const found = new Map<number, CoverageCorrection[]>();
  const rows = db.all<Row>(
    `SELECT id, subject_id, value, author, at, reason FROM assertion
     WHERE subject_kind = 'system' AND predicate = 'coverage' AND retracted_by IS NULL ORDER BY id`,
  );
  const folds = readFolds(db);
  for (const row of rows) {
    const system = folds.get(row.subject_id) ?? row.subject_id;
    const { from, to, isCovered } = JSON.parse(row.value) as { from: string; to: string; isCovered: boolean };
    const list = found.get(system) ?? [];
    list.push({ id: row.id, from, to, isCovered, reason: row.reason, author: row.author, at: row.at });
    found.set(system, list);
  }
  return found;
}

export interface Correction {
  readonly system: string;
  readonly from: string;
  readonly to: string;
  readonly isCovered: boolean;
  readonly reason: string;
  readonly author: string;
}

/** Stores a person's word on a log's coverage as an assertion with its reason. */
export function correctCoverage(db: Database, correction: Correction): { readonly id: number } {
  const { system, from, to, isCovered, reason, author } = correction;
  const id = findSystem(db, system);
  if (id === null) throw new ExpectedFailure('not-found', `There is no system "${system}" in this case.`);
  if (!(Date.parse(from) < Date.parse(to)))
    throw new ExpectedFailure('arguments', `The interval ends (${to}) before it starts (${from}).`);
  return db.transaction(() => {
    const stated = db.run(
      `INSERT INTO assertion (subject_kind, subject_id, predicate, value, line, author, at, reason)
       VALUES ('system', ?, 'coverage', ?, 0, ?, ?, ?)`,
      id,
      JSON.stringify({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), isCovered }),
      author,
      new Date().toISOString(),
      reason,
    );
    appendToLog(db, 'correct coverage', correction, author);
    return { id: stated.id };
  });
}

/** Takes a correction back: the statement stays, marked as retracted by another one. */
export function retractCorrection(db: Database, id: number, reason: string, author: string): void {
  const row = db.get<Row>(
    "SELECT * FROM assertion WHERE id = ? AND predicate = 'coverage' AND retracted_by IS NULL",
    id,
  );
  if (!row) throw new ExpectedFailure('not-found', `There is no standing correction ${id}.`);
  db.transaction(() => {
    const retraction = db.run(
      `INSERT INTO assertion (subject_kind, subject_id, predicate, value, line, author, at, reason)
       VALUES ('assertion', ?, 'retracted', NULL, 0, ?, ?, ?)`,
      id,
      author,
      new Date().toISOString(),
      reason,
    ).id;
    db.run('UPDATE assertion SET retracted_by = ? WHERE id = ?', retraction, id);
    appendToLog(db, 'retract coverage', { id, reason }, author);
  });
}
