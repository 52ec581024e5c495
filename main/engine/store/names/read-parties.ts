import type { Database } from '../database';
import { foldParties, type NamedParty, type PartyWord } from './fold-parties';
import { nameKey } from './name-key';
import { notSameAs, sameAs } from './read-name-facts';

/** The attribute under which a list of organisations gives a code. */
const codeAttribute = 'attribute:ODS code';

/** People and organisations as they are read: each under one of the names that sources give it. */
export class ReadParties {
  readonly #names = new Map<number, string>();
  readonly #byKey = new Map<string, number>();
  readonly #as: ReadonlyMap<number, number>;

  constructor(db: Database, knownAt?: string) {
    const parties = readParties(db, knownAt);
    for (const { id, name } of parties) {
      this.#names.set(id, name);
      this.#byKey.set(nameKey(name), id);
    }
    this.#as = foldParties(parties, readWords(db, knownAt));
  }

  /** The party that a stored name is read as. */
  of(id: number): number {
    return this.#as.get(id) ?? id;
  }

  /** A party's name as a text has it, as the name it goes by. */
  nameOf(text: string): string {
    const id = this.#byKey.get(nameKey(text));
    const as = id === undefined ? undefined : this.#as.get(id);
    return as === undefined ? text : (this.#names.get(as) ?? text);
  }

  /** Every party with the other names that lead to it, by name. */
  all(): readonly { readonly id: number; readonly name: string; readonly otherNames: readonly string[] }[] {
    const others = new Map<number, string[]>();
    for (const [id, as] of this.#as) others.set(as, [...(others.get(as) ?? []), this.#names.get(id) ?? '']);
    return [...this.#names]
      .filter(([id]) => !this.#as.has(id))
      .map(([id, name]) => ({ id, name, otherNames: (others.get(id) ?? []).sort() }));
  }
}

function readParties(db: Database, knownAt: string | undefined): readonly NamedParty[] {
  const said = new Map<number, { codes: string[]; declaredBy: number[] }>();
  for (const { id, predicate, value, source } of db.iterate<{
    id: number;
    predicate: string;
    value: string;
    source: number | null;
  }>(
    `SELECT a.subject_id AS id, a.predicate, a.value, a.source_id AS source ${standing}
     AND (a.predicate = '${codeAttribute}' OR (a.predicate = 'exists' AND a.value = 'declared'))`,
    ...at(knownAt),
  )) {
    const known = said.get(id) ?? { codes: [], declaredBy: [] };
    said.set(id, known);
    if (predicate === codeAttribute) known.codes.push(value);
    else if (source !== null) known.declaredBy.push(source);
  }
  const unsaid = { codes: [], declaredBy: [] };
  return db
    .all<{ id: number; name: string }>('SELECT id, name FROM party ORDER BY name_key')
    .map((row) => ({ ...row, ...(said.get(row.id) ?? unsaid) }));
}

function readWords(db: Database, knownAt: string | undefined): readonly PartyWord[] {
  return db
    .all<{ name: string; predicate: string; value: string }>(
      `SELECT (SELECT p.name FROM party p WHERE p.id = a.subject_id) AS name, a.predicate, a.value ${standing}
       AND a.predicate IN ('${sameAs}', '${notSameAs}') ORDER BY a.id`,
      ...at(knownAt),
    )
    .map(({ name, predicate, value }) => ({ a: name, b: value, isSame: predicate === sameAs }));
}

const standing = `FROM assertion a LEFT JOIN source s ON s.id = a.source_id
  LEFT JOIN assertion r ON r.id = a.retracted_by
  WHERE a.subject_kind = 'party' AND iif(? IS NULL, a.retracted_by IS NULL,
    coalesce(s.imported_at, a.at) <= ? AND (r.id IS NULL OR r.at > ?))`;

const at = (knownAt: string | undefined) => [knownAt ?? null, knownAt ?? null, knownAt ?? null] as const;
