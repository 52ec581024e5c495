import type { Database } from '../database';
import { findSystem, systemNameById, workOutDatasetNames } from './keep-names';
import { datasetSpelling } from './loose-name';
import { identityKey, nameKey } from './name-key';
import { ReadParties } from './read-parties';

export interface Named {
  readonly id: number;
  /** The name it goes by. */
  readonly name: string;
}

/** The system, dataset or party that a name leads to; null where none or several do. */
export function findNamed(db: Database, kind: 'system' | 'dataset' | 'party', name: string): Named | null {
  switch (kind) {
    case 'system': {
      const id = findSystem(db, name);
      return id === null ? null : { id, name: systemNameById(db).get(id) ?? name };
    }
    case 'dataset':
      return findDataset(db, name);
    case 'party': {
      const key = nameKey(name);
      const found = new ReadParties(db)
        .all()
        .find((one) => [one.name, ...one.otherNames].some((known) => nameKey(known) === key));
      return found ?? null;
    }
  }
}

/** A dataset by the name that a source writes, else by another that leads to it, else as it may be spelled. */
function findDataset(db: Database, name: string): Named | null {
  const { as, others } = workOutDatasetNames(db);
  const rows = db.all<Named & { readonly key: string }>('SELECT id, name, name_key AS key FROM dataset');
  const loose = datasetSpelling.loose(name);
  const named = [
    ...rows.map((row) => ({ id: as.get(row.id) ?? row.id, name: row.name, key: row.key })),
    ...[...others].flatMap(([id, all]) =>
      all.map((other) => ({ id, name: other.name, key: identityKey(other.name) })),
    ),
  ];
  const tests: readonly ((one: (typeof named)[number]) => boolean)[] = [
    ({ key }) => key === identityKey(name),
    (one) => datasetSpelling.loose(one.name) === loose,
    (one) => nameKey(one.name) === nameKey(name),
  ];
  for (const test of tests) {
    const [only, ...more] = new Set(named.filter(test).map(({ id }) => id));
    if (only !== undefined && more.length === 0)
      return { id: only, name: rows.find(({ id }) => id === only)?.name ?? name };
  }
  return null;
}
