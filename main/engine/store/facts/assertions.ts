import type { Citation, Claim, Stated } from '../../../../shared/model/citation';
import type { AssertionId, SourceId } from '../../../../shared/model/ids';
import type { Database } from '../database';
import { workOutDatasetNames, workOutNames } from '../names/keep-names';
import type { FoldedNames } from '../names/name-facts';
import { nameKey } from '../names/name-key';
import { aliasPredicate, notSameAs, sameAs } from '../names/read-name-facts';
import { ReadParties } from '../names/read-parties';
import { ReadSubjects } from './read-subjects';

export interface Assertion {
  readonly id: number;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly predicate: string;
  readonly value: string | null;
  readonly detail: string | null;
  readonly citation: Citation;
}

interface Row {
  id: number;
  subject_kind: string;
  subject_id: number;
  predicate: string;
  value: string | null;
  detail: string | null;
  source_id: number | null;
  file: string | null;
  line: number;
  pointer: string | null;
  author: string | null;
  reason: string | null;
  at: string | null;
}

/**
 * All standing assertions by subject, in an order that does not depend on the order of import; with `knownAt`
 * (ISO 8601, UTC) those that stood then: imported or stated by that moment, and not yet taken back.
 */
export class Assertions {
  readonly #bySubject = new Map<string, Assertion[]>();
  readonly #byId = new Map<number, Assertion>();
  readonly names: FoldedNames;
  readonly datasetNames: FoldedNames;
  readonly parties: ReadParties;
  readonly items: ReadSubjects;

  constructor(db: Database, knownAt?: string) {
    const rows = db.iterate<Row>(
      `SELECT a.id, a.subject_kind, a.subject_id, a.predicate, a.value, a.detail, a.source_id, s.name AS file, a.line,
         a.pointer, a.author, a.reason, a.at
       FROM assertion a LEFT JOIN source s ON s.id = a.source_id
       LEFT JOIN assertion r ON r.id = a.retracted_by
       WHERE iif(? IS NULL, a.retracted_by IS NULL,
         coalesce(s.imported_at, a.at) <= ? AND (r.id IS NULL OR r.at > ?))
       ORDER BY a.subject_kind, a.subject_id, s.name, s.sha256, a.line, a.id`,
      knownAt ?? null,
      knownAt ?? null,
      knownAt ?? null,
    );
    this.names = workOutNames(db, knownAt);
    this.datasetNames = workOutDatasetNames(db, knownAt);
    this.parties = new ReadParties(db, knownAt);
    this.items = new ReadSubjects(db, this.names.as, this.datasetNames.as);
    const joined = new Set<string>();
    for (const row of rows) {
      const subject = this.items.subject(row.subject_kind, row.subject_id);
      const key = `${subject.kind} ${subject.id}`;
      if (subject.id !== row.subject_id || subject.kind !== row.subject_kind) joined.add(key);
      if (row.predicate === 'site' && row.value !== null) row.value = this.items.nameOf(row.value);
      const list = this.#bySubject.get(key);
      const assertion = assertionOf(row);
      this.#byId.set(row.id, assertion);
      if (list) list.push(assertion);
      else this.#bySubject.set(key, [assertion]);
    }
    for (const key of joined) this.#bySubject.get(key)?.sort(byPlace);
  }

  of(kind: string, id: number): readonly Assertion[] {
    return this.#bySubject.get(`${kind} ${id}`) ?? [];
  }

  byId(id: number): Assertion | null {
    return this.#byId.get(id) ?? null;
  }

  /** What all sources say on one question of one subject. */
  stated(kind: string, id: number, predicate: string): Stated {
    const claims = this.of(kind, id)
      .filter((a) => a.predicate === predicate && a.value !== null)
      .map((a) => ({ value: a.value ?? '', citation: a.citation }));
    if (predicate !== 'supplier' && predicate !== 'organisation') return statedOf(claims, nameKey);
    const name = (text: string): string => this.parties.nameOf(text);
    const stated = statedOf(claims, (text) => nameKey(name(text)));
    return stated.value === null ? stated : { ...stated, value: name(stated.value) };
  }

  /**
   * Columns that the model does not know, by their own names, and properties for which this kind of subject
   * has no place of its own (the purpose of a dataset).
   */
  attributes(
    kind: string,
    id: number,
    modelled: readonly string[] = [],
  ): ReadonlyMap<string, readonly Claim[]> {
    const found = new Map<string, Claim[]>();
    for (const a of this.of(kind, id)) {
      if (a.value === null || isOfNames(a.predicate) || modelled.includes(a.predicate)) continue;
      const name = a.predicate.startsWith('attribute:')
        ? a.predicate.slice('attribute:'.length)
        : wordsOf(a.predicate);
      const claims = found.get(name) ?? [];
      claims.push({ value: a.value, citation: a.citation });
      found.set(name, claims);
    }
    return found;
  }

  /** Where the subject is said to exist; declared places first. */
  existence(
    kind: string,
    id: number,
  ): { readonly isDeclared: boolean; readonly citations: readonly Citation[] } {
    const all = this.of(kind, id).filter((a) => a.predicate === 'exists');
    const declared = all.filter((a) => a.value === 'declared');
    return {
      isDeclared: declared.length > 0,
      citations: [...declared, ...all.filter((a) => a.value !== 'declared')].map((a) => a.citation),
    };
  }
}

const isOfNames = (predicate: string): boolean =>
  ['exists', sameAs, notSameAs].includes(predicate) || predicate.startsWith(aliasPredicate);

/** "endOfLife" as a label: "End of life". */
const wordsOf = (predicate: string): string =>
  predicate.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (c) => c.toUpperCase());

function assertionOf(row: Row): Assertion {
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    predicate: row.predicate,
    value: row.value,
    detail: row.detail,
    citation: {
      sourceId: row.source_id as SourceId | null,
      file: row.file ?? 'statement',
      line: row.line,
      assertionId: row.id as AssertionId,
      ...(row.pointer === null ? {} : { pointer: row.pointer }),
      ...(row.author === null ? {} : { author: row.author }),
      ...(row.reason === null ? {} : { reason: row.reason }),
      ...(row.at === null ? {} : { at: row.at }),
    },
  };
}

/** By file and line, as the reading query has them. */
const byPlace = (a: Assertion, b: Assertion): number => {
  const [x, y] = [a.citation, b.citation];
  return x.file < y.file ? -1 : x.file > y.file ? 1 : x.line - y.line || a.id - b.id;
};

/** Folds claims into one answer: several that differ (by `same`) are a conflict, never last-write-wins. */
export function statedOf<T>(claims: readonly Claim<T>[], same: (value: T) => unknown = (v) => v): Stated<T> {
  const [first] = claims;
  if (!first) return { state: 'not recorded', value: null, claims };
  const distinct = new Set(claims.map((c) => same(c.value)));
  return distinct.size > 1
    ? { state: 'conflicting', value: null, claims }
    : { state: 'present', value: first.value, claims };
}
