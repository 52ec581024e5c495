import type { Database } from '../database';
import { aliasPredicate, notSameAs, sameAs } from '../names/read-name-facts';

/** Predicates that say that something is there, or which names are one: no other answer stands against them. */
const answersNothing = (predicate: string): boolean =>
  ['exists', sameAs, notSameAs].includes(predicate) || predicate.startsWith(aliasPredicate);

interface Stated {
  readonly kind: string;
  readonly subjectId: number;
  readonly predicate: string;
}

/**
 * The standing assertions of sources and people that answer the same questions as those with the ids `stated`: what a
 * correction puts itself in the place of. Who holds a role is one question, whatever party answers it.
 */
export function rivalAssertions(db: Database, stated: readonly number[]): readonly number[] {
  const own = new Set(stated);
  const rivals = new Set<number>();
  for (const id of stated) {
    const row = db.get<Stated>(
      'SELECT subject_kind AS kind, subject_id AS subjectId, predicate FROM assertion WHERE id = ?',
      id,
    );
    if (!row || answersNothing(row.predicate)) continue;
    for (const other of standingAnswers(db, row)) if (!own.has(other.id)) rivals.add(other.id);
  }
  return [...rivals].sort((a, b) => a - b);
}

function standingAnswers(db: Database, { kind, subjectId, predicate }: Stated): readonly { id: number }[] {
  if (kind !== 'responsibility') {
    return db.all(
      `SELECT id FROM assertion
       WHERE subject_kind = ? AND subject_id = ? AND predicate = ? AND retracted_by IS NULL`,
      kind,
      subjectId,
      predicate,
    );
  }
  return db.all(
    `SELECT a.id FROM responsibility mine
     JOIN responsibility r
       ON r.subject_kind = mine.subject_kind AND r.subject_id = mine.subject_id AND r.role = mine.role
     JOIN assertion a ON a.subject_kind = 'responsibility' AND a.subject_id = r.id
     WHERE mine.id = ? AND a.retracted_by IS NULL`,
    subjectId,
  );
}
