import { ExpectedFailure } from '../../expected-failure';
import { appendToLog } from '../case-log';
import type { Database } from '../database';
import { forgetPostings } from '../events/postings/keep-postings';
import { keepNames } from '../names/keep-names';
import { rebuildSearchIndex, settleSpellings } from '../names/spellings';

/** What the case log keeps of a source that was removed; older entries have only the first three. */
export interface RemovedSource {
  readonly name: string;
  readonly sha256: string;
  readonly reason: string;
  readonly path?: string;
  readonly member?: string | null;
  readonly importer?: string;
  readonly mapping?: unknown;
}

/** The newest removal of a file with this hash. */
export function findRemoved(db: Database, sha256: string): RemovedSource | null {
  const row = db.get<{ detail: string }>(
    `SELECT detail FROM case_log WHERE action = 'remove source' AND detail ->> 'sha256' = ?
     ORDER BY id DESC LIMIT 1`,
    sha256,
  );
  return row === undefined ? null : (JSON.parse(row.detail) as RemovedSource);
}

interface StoredSource {
  readonly name: string;
  readonly sha256: string;
  readonly path: string;
  readonly member: string | null;
  readonly importer: string;
  readonly mapping: string;
  readonly first_event: number | null;
  readonly last_event: number | null;
}

/**
 * Takes sources and everything they said out of the case; the case log keeps that they were there and why they
 * went, and all that it takes to import them again. Identities that nothing mentions any more stay as rows
 * without assertions, which nobody sees.
 */
export function removeSources(db: Database, sourceIds: readonly number[], reason: string): void {
  db.transaction(() => {
    for (const sourceId of sourceIds) removeOne(db, sourceId, reason);
    settleSpellings(db);
    rebuildSearchIndex(db, keepNames(db));
    db.run(
      "INSERT INTO meta (key, value) VALUES ('revision', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    );
  });
}

export const removeSource = (db: Database, sourceId: number, reason: string): void =>
  removeSources(db, [sourceId], reason);

function removeOne(db: Database, sourceId: number, reason: string): void {
  const source = db.get<StoredSource>('SELECT * FROM source WHERE id = ?', sourceId);
  if (!source) throw new ExpectedFailure('not-found', `The case has no source ${sourceId}.`);
  db.run(
    "DELETE FROM warning WHERE id IN (SELECT subject_id FROM assertion WHERE subject_kind = 'warning' AND source_id = ?)",
    sourceId,
  );
  for (const table of ['assertion', 'alias', 'extract', 'issue', 'event_day', 'presence']) {
    db.run(`DELETE FROM ${table} WHERE source_id = ?`, sourceId);
  }
  if (source.first_event !== null && source.last_event !== null) {
    db.run('DELETE FROM event WHERE id BETWEEN ? AND ?', source.first_event, source.last_event);
    forgetPostings(db, source.first_event, source.last_event);
  }
  db.run('DELETE FROM source WHERE id = ?', sourceId);
  const { name, sha256, path, member, importer } = source;
  const mapping = JSON.parse(source.mapping) as unknown;
  const detail: RemovedSource = { name, sha256, reason, path, member, importer, mapping };
  appendToLog(db, 'remove source', detail, 'person');
}
