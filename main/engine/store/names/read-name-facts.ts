import type { Database } from '../database';
import type { NameClaim, NamedRow, NameFacts, NameWord } from './name-facts';

/** The predicate of a source's statement that a system has another name; its kind follows. */
export const aliasPredicate = 'alias:';
/** A person's word that another name is, or is not, this system. */
export const sameAs = 'same as';
export const notSameAs = 'not same as';

/** All that a case says of the names of systems, or of datasets; with `knownAt` (ISO 8601, UTC) as it knew them then. */
export function readNameFacts(db: Database, kind: 'system' | 'dataset', knownAt?: string): NameFacts {
  const stood = `FROM assertion a LEFT JOIN source s ON s.id = a.source_id
    LEFT JOIN assertion r ON r.id = a.retracted_by
    WHERE a.subject_kind = '${kind}' AND iif(? IS NULL, a.retracted_by IS NULL,
      coalesce(s.imported_at, a.at) <= ? AND (r.id IS NULL OR r.at > ?))`;
  const at = [knownAt ?? null, knownAt ?? null, knownAt ?? null] as const;
  const uses = new Map<number, { uses: number; declaredBy: number[]; isDeclared: boolean }>();
  for (const { id, value, source, count } of db.iterate<{
    id: number;
    value: string;
    source: number | null;
    count: number;
  }>(
    `SELECT a.subject_id AS id, a.value, a.source_id AS source, count(*) AS count ${stood}
     AND a.predicate = 'exists' GROUP BY a.subject_id, a.value, a.source_id`,
    ...at,
  )) {
    const known = uses.get(id) ?? { uses: 0, declaredBy: [], isDeclared: false };
    uses.set(id, known);
    known.uses += count;
    if (value !== 'declared') continue;
    known.isDeclared = true;
    if (source !== null) known.declaredBy.push(source);
  }
  const unused = { uses: 0, declaredBy: [], isDeclared: false };
  const rows = db
    .all<{ id: number; name: string; key: string }>(`SELECT id, name, name_key AS key FROM ${kind}`)
    .map((row): NamedRow => ({ ...row, ...(uses.get(row.id) ?? unused) }));
  const claims: NameClaim[] = [];
  const words: NameWord[] = [];
  for (const { assertionId, subjectId, predicate, name } of db.iterate<{
    assertionId: number;
    subjectId: number;
    predicate: string;
    name: string;
  }>(
    `SELECT a.id AS assertionId, a.subject_id AS subjectId, a.predicate, a.value AS name ${stood}
     AND a.value IS NOT NULL AND (a.predicate LIKE '${aliasPredicate}%' OR a.predicate IN ('${sameAs}', '${notSameAs}')
       OR a.predicate LIKE 'attribute:sys%id') ORDER BY a.id`,
    ...at,
  )) {
    if (predicate === sameAs || predicate === notSameAs)
      words.push({ subjectId, name, isSame: predicate === sameAs, assertionId });
    else {
      const named = predicate.startsWith(aliasPredicate) ? predicate.slice(aliasPredicate.length) : 'id';
      claims.push({ subjectId, name, kind: named, assertionId });
    }
  }
  return { rows, claims, words };
}
