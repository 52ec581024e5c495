import type { Database } from '../database';
import { foldNames } from './fold-names';
import { datasetSpelling, looseKey, otherSpellings } from './loose-name';
import type { FoldedNames, NameFacts } from './name-facts';
import { identityKey } from './name-key';
import { readNameFacts } from './read-name-facts';

/** Marks a key by which a name is found where none is written exactly so. */
const loosely = '~';

/** The name that each system goes by and every other, worked out from what the case says now. */
export function workOutNames(db: Database, knownAt?: string): FoldedNames {
  return foldNames(readNameFacts(db, 'system', knownAt));
}

/** The same of datasets; logs do not name them, so nothing is kept and every reading works it out. */
export function workOutDatasetNames(db: Database, knownAt?: string): FoldedNames {
  return foldNames(readNameFacts(db, 'dataset', knownAt), datasetSpelling);
}

/**
 * Keeps which stored name is read as which system, and what every system is found by: derived, never
 * evidence. Call wherever statements about systems were added, set aside or removed.
 */
export function keepNames(db: Database): FoldedNames {
  const { folded, names } = derived(db);
  db.exec('DELETE FROM system_fold');
  db.exec('DELETE FROM system_name');
  for (const [id, as] of folded.as) db.run('INSERT INTO system_fold (id, as_id) VALUES (?, ?)', id, as);
  for (const [key, id] of names)
    db.run('INSERT OR IGNORE INTO system_name (key, system_id) VALUES (?, ?)', key, id);
  return folded;
}

/** Whether what is kept is what the case's statements give. */
export function namesAgree(db: Database): boolean {
  const { folded, names } = derived(db);
  const rows = (sql: string): string[] => [...db.iterateArrays(sql)].map((row) => JSON.stringify(row)).sort();
  const texts = (pairs: Iterable<readonly [string | number, number]>): string[] =>
    [...new Set([...pairs].map((pair) => JSON.stringify(pair)))].sort();
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((text, index) => text === b[index]);
  return (
    same(rows('SELECT id, as_id FROM system_fold'), texts(folded.as)) &&
    same(rows('SELECT key, system_id FROM system_name'), texts(names))
  );
}

/** The system that a name stands for: as it is written, else as it may be spelled. Null where none or several do. */
export function findSystem(db: Database, name: string): number | null {
  return oneOf(db, identityKey(name)) ?? oneOf(db, loosely + looseKey(name)) ?? spelledOtherwise(db, name);
}

function spelledOtherwise(db: Database, name: string): number | null {
  const found = new Set<number>();
  for (const key of otherSpellings(name)) for (const id of idsOf(db, loosely + key)) found.add(id);
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only : null;
}

const idsOf = (db: Database, key: string): readonly number[] =>
  db.all<{ id: number }>('SELECT system_id AS id FROM system_name WHERE key = ?', key).map(({ id }) => id);

function oneOf(db: Database, key: string): number | null {
  const [only, ...more] = idsOf(db, key);
  return only !== undefined && more.length === 0 ? only : null;
}

/** The name of the system that each stored name is read as, by the stored name's id. */
export function systemNameById(db: Database): ReadonlyMap<number, string> {
  return new Map(
    db
      .all<{ id: number; name: string }>(
        `SELECT s.id, c.name FROM system s LEFT JOIN system_fold f ON f.id = s.id
         JOIN system c ON c.id = coalesce(f.as_id, s.id)`,
      )
      .map(({ id, name }) => [id, name]),
  );
}

/** By stored name: the system that it is read as, where that is another. */
export function readFolds(db: Database): ReadonlyMap<number, number> {
  return new Map(
    db
      .all<{ id: number; as: number }>('SELECT id, as_id AS "as" FROM system_fold')
      .map(({ id, as }) => [id, as]),
  );
}

function derived(db: Database): {
  readonly folded: FoldedNames;
  readonly names: readonly (readonly [string, number])[];
} {
  const facts: NameFacts = readNameFacts(db, 'system');
  const folded = foldNames(facts);
  const { as, others } = folded;
  const exact = new Map<string, number>();
  const loose: (readonly [string, number])[] = [];
  const loosen = (name: string, id: number): void => {
    for (const key of [looseKey(name), ...otherSpellings(name)]) loose.push([loosely + key, id]);
  };
  const stored = new Set(facts.rows.map(({ key }) => key));
  for (const [id, names] of others)
    for (const { name } of names) {
      const key = identityKey(name);
      // What a source writes as a name is found as that name, whoever claims it.
      if (!stored.has(key)) exact.set(key, id);
      loosen(name, id);
    }
  for (const { id, key, name } of facts.rows) {
    exact.set(key, as.get(id) ?? id);
    loosen(name, as.get(id) ?? id);
  }
  return { folded, names: [...exact, ...loose] };
}
