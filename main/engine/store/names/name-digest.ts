import { createHash } from 'node:crypto';
import type { Database } from '../database';
import { identityKey, nameKey } from './name-key';

/**
 * What the numbers in events and assertions stand for. Rows are only ever added to these tables, and none of these
 * columns changes: which spelling of a name is shown may, so it is compared with its key instead.
 */
const columns = {
  party: 'name_key',
  system: 'name_key',
  site: 'name_key',
  dataset: 'name_key',
  field: 'dataset_id, name_key',
  holding: 'dataset_id, system_id',
  flow: 'from_system_id, to_system_id, dataset_id',
  field_edge: 'from_field_id, from_system_id, to_field_id, to_system_id',
  job: 'namespace, name_key',
  derivation: 'from_dataset_id, from_system_id, to_dataset_id, to_system_id, job_id',
  responsibility: 'subject_kind, subject_id, role, party_id',
  control: 'subject_kind, subject_id, kind',
  dependency: 'from_kind, from_id, to_kind, to_id',
  activity: 'name, kind',
  attribute_set: 'json',
} as const;

type Table = keyof typeof columns;
const tables = Object.keys(columns) as readonly Table[];

/**
 * Of each table the highest row and a digest of those that were added since the import before. A table that a later
 * version of the case file no longer has is passed over.
 */
export type NameDigests = Readonly<Record<string, { readonly upTo: number; readonly digest: string }>>;

/**
 * The rule that keys follow, as an entry of the log says: 1 (or none) folded punctuation in all of them, 2 keeps
 * it in these tables' (migration 0005 gave them new keys).
 */
export const nameRule = 2;
const keyedAnew: ReadonlySet<Table> = new Set(['system', 'dataset', 'field', 'job']);

/** For the log's entry of an import: it covers what no earlier entry does. */
export function nextNameDigests(db: Database): NameDigests {
  const last = db.get<{ detail: string }>(
    "SELECT detail FROM case_log WHERE action = 'import' ORDER BY id DESC LIMIT 1",
  );
  const before = last === undefined ? {} : (namesIn(last.detail).names ?? {});
  return Object.fromEntries(
    tables.map((table) => {
      const upTo = db.get<{ n: number }>(`SELECT coalesce(max(id), 0) AS n FROM ${table}`)?.n ?? 0;
      return [table, { upTo, digest: digestOf(db, table, before[table]?.upTo ?? 0, upTo, nameRule) }];
    }),
  );
}

/** Null where every name is as the log says it was imported, else what is not. */
export function findChangedName(db: Database): string | null {
  let before: NameDigests = {};
  for (const { names, source, rule } of loggedDigests(db)) {
    for (const table of tables) {
      const logged = names[table];
      const after = before[table]?.upTo ?? 0;
      if (logged !== undefined && digestOf(db, table, after, logged.upTo, rule) !== logged.digest)
        return `the ${table.replace('_', ' ')} table is not as it was when ${source} was imported`;
    }
    before = names;
  }
  for (const table of ['party', 'system', 'site', 'dataset'] as const) {
    for (const { name, name_key } of db.iterate<{ name: string; name_key: string }>(
      `SELECT name, name_key FROM ${table} ORDER BY id`,
    )) {
      const key = table === 'system' || table === 'dataset' ? identityKey(name) : nameKey(name);
      if (key !== name_key) return `the ${table} "${name}" had another name when it was imported`;
    }
  }
  return null;
}

/** Those of all imports, the oldest first; a case of an earlier version has none for its older imports. */
function loggedDigests(
  db: Database,
): readonly { readonly names: NameDigests; readonly source: string; readonly rule: number }[] {
  return db
    .all<{ detail: string }>("SELECT detail FROM case_log WHERE action = 'import' ORDER BY id")
    .map(({ detail }) => namesIn(detail))
    .flatMap(({ name, names, rule }) =>
      names === undefined ? [] : [{ names, source: name, rule: rule ?? 1 }],
    );
}

const namesIn = (detail: string) =>
  JSON.parse(detail) as { readonly name: string; readonly names?: NameDigests; readonly rule?: number };

function digestOf(db: Database, table: Table, after: number, upTo: number, rule: number): string {
  const hash = createHash('sha256');
  // The key under the older rule is made again from the name, which only that rule's spellings could replace.
  const isOlder = rule < nameRule && keyedAnew.has(table);
  const cells = isOlder ? columns[table].replace('name_key', 'name') : columns[table];
  const sql = `SELECT id, ${cells} FROM ${table} WHERE id > ? AND id <= ? ORDER BY id`;
  for (const row of db.iterateArrays(sql, after, upTo)) {
    const logged = isOlder ? [...row.slice(0, -1), nameKey(String(row.at(-1)))] : row;
    hash.update(JSON.stringify(logged));
  }
  return hash.digest('hex');
}
