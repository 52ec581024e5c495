import type { Database } from '../database';
import { keepNames } from '../names/keep-names';
import { identityKey, nameKey, nodeKey } from '../names/name-key';

/**
 * Which stored name is read as which system, and what a system is found by (names/keep-names.ts): derived,
 * made again whenever a statement about a system comes or goes. And keys that keep punctuation, so that
 * `a_b` and `a.b` are two datasets; what an older case stored as one thing stays one.
 */
export const migration0005 = {
  sql: `
CREATE TABLE system_fold (id INTEGER PRIMARY KEY REFERENCES system, as_id INTEGER NOT NULL REFERENCES system);
CREATE TABLE system_name (
  key TEXT NOT NULL,
  system_id INTEGER NOT NULL REFERENCES system,
  PRIMARY KEY (key, system_id)
) WITHOUT ROWID;
`,
  fill(db: Database): void {
    const keys = new Map<string, string>();
    for (const table of ['system', 'dataset', 'field', 'job']) {
      for (const { id, name } of db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`)) {
        db.run(`UPDATE ${table} SET name_key = ? WHERE id = ?`, identityKey(name), id);
        if (table !== 'job') keys.set(nameKey(name), nodeKey(name));
      }
    }
    movePositions(db, keys);
    keepNames(db);
  },
};

/** Cards stay where they stood: their ids are made of the keys. */
function movePositions(db: Database, keys: ReadonlyMap<string, string>): void {
  for (const { node } of db.all<{ node: string }>('SELECT DISTINCT node_id AS node FROM position')) {
    const found = /^(system|dataset|field):(.*)$/s.exec(node);
    if (!found) continue;
    const [, kind = '', rest = ''] = found;
    const moved = `${kind}:${rest
      .split('@')
      .map((key) => keys.get(key) ?? key)
      .join('@')}`;
    if (moved !== node) db.run('UPDATE OR IGNORE position SET node_id = ? WHERE node_id = ?', moved, node);
  }
}
