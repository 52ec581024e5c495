import type { Database } from '../database';
import { workOutDatasetNames } from './keep-names';
import type { FoldedNames } from './name-facts';
import { displayName, identityKey, nameKey } from './name-key';
import { ReadParties } from './read-parties';

/**
 * Shows each thing by the spelling that an inventory declares, else by the one most sources write, else the
 * first in alphabetical order: the same whatever order the files came in.
 */
export function settleSpellings(db: Database): void {
  for (const kind of ['system', 'dataset', 'site', 'party']) {
    const keyOf = kind === 'system' || kind === 'dataset' ? identityKey : nameKey;
    const rows = db.all<{ id: number; key: string; detail: string; declared: number; uses: number }>(
      `SELECT subject_id AS id, t.name_key AS key, detail, max(value = 'declared') AS declared, count(*) AS uses
       FROM assertion a JOIN ${kind} t ON t.id = a.subject_id
       WHERE subject_kind = ? AND predicate = 'exists' AND detail IS NOT NULL AND retracted_by IS NULL
       GROUP BY subject_id, detail
       ORDER BY subject_id, declared DESC, uses DESC, detail`,
      kind,
    );
    let last = -1;
    for (const { id, key, detail } of rows) {
      // Cases of an older format hold spellings as one name that are two by now.
      if (id === last || keyOf(detail) !== key) continue;
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

/** Fills the search index afresh: names, the other names of systems and datasets, and what is said of them. */
export function rebuildSearchIndex(db: Database, systems: FoldedNames): void {
  const folded = { system: systems, dataset: workOutDatasetNames(db), site: null } as const;
  db.exec('DELETE FROM search_index');
  const insert = 'INSERT INTO search_index (name, context, kind, subject_id)';
  for (const kind of ['system', 'dataset', 'site'] as const) {
    for (const { id, name, said } of db.all<{ id: number; name: string; said: string | null }>(
      `SELECT t.id, t.name, (SELECT group_concat(a.value, ' · ') FROM
         (SELECT DISTINCT value FROM assertion WHERE subject_kind = ? AND subject_id = t.id
          AND predicate NOT IN ('exists', 'status') AND predicate NOT LIKE 'alias:%' AND predicate NOT LIKE '%same as'
          AND value IS NOT NULL AND retracted_by IS NULL LIMIT 12) a) AS said FROM ${kind} t`,
      kind,
    )) {
      if (folded[kind]?.as.has(id)) continue;
      const names = (folded[kind]?.others.get(id) ?? []).map((other) => other.name);
      const context = [...names, ...(said === null ? [] : [said])].join(' · ');
      db.run(`${insert} VALUES (?, ?, ?, ?)`, name, context, kind, id);
    }
  }
  for (const { id, name, otherNames } of new ReadParties(db).all())
    db.run(`${insert} VALUES (?, ?, 'party', ?)`, name, otherNames.join(' · '), id);
  db.exec(
    `${insert} SELECT a.name || ' > ' || b.name, coalesce(d.name, ''), 'flow', min(f.id)
     FROM flow f LEFT JOIN system_fold x ON x.id = f.from_system_id LEFT JOIN system_fold y ON y.id = f.to_system_id
     JOIN system a ON a.id = coalesce(x.as_id, f.from_system_id)
     JOIN system b ON b.id = coalesce(y.as_id, f.to_system_id)
     LEFT JOIN dataset d ON d.id = f.dataset_id GROUP BY a.id, b.id, f.dataset_id`,
  );
  db.exec(`${insert} SELECT text, coalesce(subject, ''), 'warning', id FROM warning`);
}
