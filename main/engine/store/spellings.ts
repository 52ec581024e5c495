import type { Database } from './database';
import { displayName } from './name-key';

/**
 * Shows each thing by the spelling that an inventory declares, else by the one most sources write, else the
 * first in alphabetical order: the same whatever order the files came in.
 */
export function settleSpellings(db: Database): void {
  for (const kind of ['system', 'dataset', 'site', 'party']) {
    const rows = db.all<{ id: number; detail: string; declared: number; uses: number }>(
      `SELECT subject_id AS id, detail, max(value = 'declared') AS declared, count(*) AS uses
       FROM assertion
       WHERE subject_kind = ? AND predicate = 'exists' AND detail IS NOT NULL AND retracted_by IS NULL
       GROUP BY subject_id, detail
       ORDER BY subject_id, declared DESC, uses DESC, detail`,
      kind,
    );
    let last = -1;
    for (const { id, detail } of rows) {
      if (id === last) continue;
      last = id;
      db.run(
        `UPDATE ${kind} SET name = ? WHERE id = ? AND name <> ?`,
        displayName(detail),
        id,
        displayName(detail),
      );
    }
  }
}

/** Fills the search index afresh: names and what is said of them. */
export function rebuildSearchIndex(db: Database): void {
  db.exec('DELETE FROM search_index');
  const insert = 'INSERT INTO search_index (name, context, kind, subject_id)';
  for (const kind of ['system', 'dataset', 'site']) {
    db.exec(
      `${insert} SELECT t.name, coalesce((SELECT group_concat(a.value, ' · ') FROM
         (SELECT DISTINCT value FROM assertion WHERE subject_kind = '${kind}' AND subject_id = t.id
          AND predicate NOT IN ('exists', 'status') AND value IS NOT NULL AND retracted_by IS NULL LIMIT 12) a), ''),
       '${kind}', t.id FROM ${kind} t`,
    );
  }
  db.exec(`${insert} SELECT name, '', 'party', id FROM party`);
  db.exec(
    `${insert} SELECT a.name || ' > ' || b.name, coalesce(d.name, ''), 'flow', f.id
     FROM flow f JOIN system a ON a.id = f.from_system_id JOIN system b ON b.id = f.to_system_id
     LEFT JOIN dataset d ON d.id = f.dataset_id`,
  );
  db.exec(`${insert} SELECT text, coalesce(subject, ''), 'warning', id FROM warning`);
}
