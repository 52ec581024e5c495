import { ExpectedFailure } from '../../expected-failure';
import { appendToLog } from '../case-log';
import type { Database } from '../database';
import { forgetPostings } from '../events/postings/keep-postings';
import { keepNames } from '../names/keep-names';
import { rebuildSearchIndex, settleSpellings } from '../names/spellings';

/**
 * Takes a source and everything it said out of the case; the case log keeps that it was there and why it
 * went. Identities that nothing mentions any more stay as rows without assertions, which nobody sees.
 */
export function removeSource(db: Database, sourceId: number, reason: string): void {
  const source = db.get<{
    name: string;
    sha256: string;
    first_event: number | null;
    last_event: number | null;
  }>('SELECT name, sha256, first_event, last_event FROM source WHERE id = ?', sourceId);
  if (!source) throw new ExpectedFailure('not-found', `The case has no source ${sourceId}.`);
  db.transaction(() => {
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
    settleSpellings(db);
    rebuildSearchIndex(db, keepNames(db));
    db.run(
      "INSERT INTO meta (key, value) VALUES ('revision', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    );
    appendToLog(db, 'remove source', { name: source.name, sha256: source.sha256, reason }, 'person');
  });
}
