import type { ChangedField } from '../../../../shared/contract/reconcile-methods';
import type { Database } from '../../store/database';
import { nameKey } from '../../store/names/name-key';
import { showRecordKey } from '../../store/records/record-identifier';
import { changeOf } from './changed-value';

const shownExamples = 5;
const sampled = 400;

type Fields = Readonly<Record<string, unknown>>;

/** Two rows of one record: the first line of each side. */
interface Pair {
  readonly key: string | Buffer;
  readonly a: Fields;
  readonly b: Fields;
}

/**
 * Compares the fields of the records that both sides hold (temporary tables `held_a` and `held_b`), by
 * their headers, or where headers differ by their contents.
 */
export function changedFields(db: Database): {
  readonly changed: readonly ChangedField[];
  readonly notes: readonly string[];
} {
  const { columns, notes } = matchColumns(db);
  const found = new Map<string, { count: number; examples: ChangedField['examples'][number][] }>();
  for (const { key, a, b } of pairs(db, null)) {
    for (const [nameA, nameB] of columns) {
      const [left, right] = [textOf(a[nameA]), textOf(b[nameB])];
      if (left === right) continue;
      const kind = changeOf(left, right);
      if (kind === null) continue;
      const id = `${nameA}\u0000${kind}`;
      let cell = found.get(id);
      if (!cell) {
        cell = { count: 0, examples: [] };
        found.set(id, cell);
      }
      cell.count += 1;
      if (cell.examples.length < shownExamples) {
        cell.examples.push({ record: showRecordKey(key), a: left, b: right });
      }
    }
  }
  const changed = [...found].map(([id, { count, examples }]): ChangedField => {
    const [field = '', kind = 'other'] = id.split('\u0000');
    return { field, count, kind: kind as ChangedField['kind'], examples };
  });
  changed.sort((x, y) => y.count - x.count || (x.field < y.field ? -1 : 1));
  return { changed, notes };
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

function* pairs(db: Database, limit: number | null): Generator<Pair> {
  const rows = db.iterateArrays(
    `SELECT r.key, x.json, y.json FROM held_a a JOIN held_b b ON b.record = a.record
     JOIN event e ON e.id = a.event JOIN event f ON f.id = b.event JOIN record r ON r.id = e.record_id
     JOIN attribute_set x ON x.id = e.attributes_id JOIN attribute_set y ON y.id = f.attributes_id
     WHERE e.attributes_id <> f.attributes_id OR ? IS NOT NULL ORDER BY a.event LIMIT coalesce(?, -1)`,
    limit,
    limit,
  );
  for (const [key, a, b] of rows) {
    yield {
      key: key as string | Buffer,
      a: JSON.parse(String(a)) as Fields,
      b: JSON.parse(String(b)) as Fields,
    };
  }
}

/** Columns of the same name; then, of those left over, pairs whose contents mostly agree. */
function matchColumns(db: Database): {
  readonly columns: readonly (readonly [a: string, b: string])[];
  readonly notes: readonly string[];
} {
  const sample = [...pairs(db, sampled)];
  const namesOf = (side: 'a' | 'b'): Set<string> =>
    new Set(sample.flatMap((pair) => Object.keys(pair[side])));
  const [left, right] = [namesOf('a'), namesOf('b')];
  const columns: [string, string][] = [];
  const notes: string[] = [];
  for (const name of left) {
    const same = [...right].find((other) => nameKey(other) === nameKey(name));
    if (same === undefined) continue;
    columns.push([name, same]);
    left.delete(name);
    right.delete(same);
  }
  for (const name of left) {
    const scores = [...right].map((other): readonly [string, number] => [
      other,
      agreement(sample, name, other),
    ]);
    const best = scores.sort((x, y) => y[1] - x[1])[0];
    if (!best || best[1] < 0.6) continue;
    columns.push([name, best[0]]);
    right.delete(best[0]);
    left.delete(name);
    notes.push(
      `"${name}" was compared with "${best[0]}": ${Math.round(best[1] * 100)} in 100 contents agree.`,
    );
  }
  for (const name of left) notes.push(`The field "${name}" has no counterpart on the other side.`);
  for (const name of right) notes.push(`The field "${name}" has no counterpart on the first side.`);
  return { columns, notes };
}

/** How often two columns say the same or nearly so, among the rows where they say anything; columns of one value do not count. */
function agreement(sample: readonly Pair[], a: string, b: string): number {
  let told = 0;
  let same = 0;
  const values = new Set<string>();
  for (const pair of sample) {
    const [left, right] = [textOf(pair.a[a]), textOf(pair.b[b])];
    if (left === '' && right === '') continue;
    told += 1;
    values.add(left);
    if (changeOf(left, right) !== 'other') same += 1;
  }
  return told < 3 || values.size < 2 ? 0 : same / told;
}
