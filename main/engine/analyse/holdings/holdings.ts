import type { HeldAt, Holdings } from '../../../../shared/contract/reconcile-methods';
import type { Citation } from '../../../../shared/model/citation';
import type { SourceId } from '../../../../shared/model/ids';
import { ExpectedFailure } from '../../expected-failure';
import type { OpenCase } from '../../store/case-file';
import type { Database } from '../../store/database';
import { findNamed } from '../../store/names/find-named';
import { findSystem, workOutDatasetNames } from '../../store/names/keep-names';
import { showRecordKey } from '../../store/records/record-identifier';
import { AliasClasses } from '../match/alias-classes';
import { systemNames } from '../reconcile/flow-name';
import { changedFields } from './changed-fields';

export interface HoldingsRequest {
  readonly a: string;
  readonly b: string;
  readonly dataset?: string | undefined;
  /** Records listed on each side. */
  readonly limit?: number | undefined;
}

/** Lines that prove that a system had a record. */
const proving = "('received', 'filed', 'sent', 'queued', 'transformed', 'step', 'held')";
const shownLines = 10_000;

/**
 * What two systems hold of one dataset: from their extracts, or where a system has none from any line of its
 * log that proves the record was there. Counted in SQL by set difference, through crosswalks.
 */
export function compareHoldings({ db }: Pick<OpenCase, 'db'>, request: HoldingsRequest): Holdings {
  return withHeld(db, request, (sides, limit) => {
    const { a, b } = sides;
    const onlyA = onlyIn(db, 'held_a', 'held_b', limit);
    const onlyB = onlyIn(db, 'held_b', 'held_a', limit);
    const inBoth = countOf(db, 'SELECT count(*) AS n FROM held_a a JOIN held_b b ON b.record = a.record');
    const areExtracts = a.isExtract && b.isExtract;
    const { changed, notes } = areExtracts ? changedFields(db) : { changed: [], notes: [] };
    return {
      a: a.name,
      b: b.name,
      inA: a.records,
      inB: b.records,
      inBoth,
      onlyA: onlyA.records,
      onlyB: onlyB.records,
      onlyACount: a.records - inBoth,
      onlyBCount: b.records - inBoth,
      onlyAAt: onlyA.at,
      onlyBAt: onlyB.at,
      duplicatedA: a.duplicated,
      duplicatedB: b.duplicated,
      changed,
      citationsA: a.citations,
      citationsB: b.citations,
      notes: [...a.notes, ...b.notes, ...notes],
    };
  });
}

/** The first line of each record only in A, and of each in both: what loss patterns are looked for in. */
export function heldEvents(
  { db }: Pick<OpenCase, 'db'>,
  request: HoldingsRequest,
): { readonly onlyA: readonly number[]; readonly inBoth: readonly number[] } {
  return withHeld(db, request, () => {
    const ids = (where: string): number[] => {
      const found: number[] = [];
      for (const [id] of db.iterateArrays(
        `SELECT a.event FROM held_a a WHERE ${where} (SELECT 1 FROM held_b b WHERE b.record = a.record) ORDER BY a.event`,
      ))
        found.push(Number(id));
      return found;
    };
    return { onlyA: ids('NOT EXISTS'), inBoth: ids('EXISTS') };
  });
}

interface Side {
  readonly name: string;
  readonly isExtract: boolean;
  readonly records: number;
  readonly duplicated: number;
  readonly citations: readonly Citation[];
  readonly notes: readonly string[];
}

/** Fills `held_a` and `held_b` (temporary: a case that cannot be written will do) and removes them again. */
function withHeld<T>(
  db: Database,
  request: HoldingsRequest,
  work: (sides: { readonly a: Side; readonly b: Side }, limit: number) => T,
): T {
  const dataset = request.dataset === undefined ? null : findDataset(db, request.dataset);
  const [idA, idB] = [requireSystem(db, request.a), requireSystem(db, request.b)];
  const names = systemNames(db);
  const drop = (): void => {
    for (const table of ['canon', 'held_a', 'held_b']) db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  };
  drop();
  try {
    fillCanon(db);
    const a = fill(db, 'held_a', idA, names.get(idA) ?? request.a, dataset);
    const b = fill(db, 'held_b', idB, names.get(idB) ?? request.b, dataset);
    return work({ a, b }, request.limit ?? 1_000_000);
  } finally {
    drop();
  }
}

const countOf = (db: Database, sql: string): number => db.get<{ n: number }>(sql)?.n ?? 0;

function requireSystem(db: Database, name: string): number {
  const id = findSystem(db, name);
  if (id === null)
    throw new ExpectedFailure(
      'not-found',
      `There is no system "${name}" in this case. "systems" lists them.`,
    );
  return id;
}

function findDataset(db: Database, name: string): number {
  const found = findNamed(db, 'dataset', name);
  if (found === null) throw new ExpectedFailure('not-found', `There is no dataset "${name}" in this case.`);
  return found.id;
}

/** The one number that stands for all identifiers of a record, for those that have several. */
function fillCanon(db: Database): void {
  db.exec('CREATE TEMP TABLE canon (record INTEGER PRIMARY KEY, one INTEGER NOT NULL)');
  const aliases = new AliasClasses(db);
  const insert = db.prepare('INSERT INTO canon (record, one) VALUES (?, ?)');
  for (const record of aliases.shared) insert.run(record, aliases.representative(record));
}

interface ExtractSource {
  readonly id: number;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly dataset: number | null;
  readonly takenAt: number | null;
}

function fill(
  db: Database,
  table: 'held_a' | 'held_b',
  system: number,
  name: string,
  dataset: number | null,
): Side {
  db.exec(
    `CREATE TEMP TABLE ${table} (record INTEGER PRIMARY KEY, event INTEGER NOT NULL, lines INTEGER NOT NULL)`,
  );
  const { sources, notes } = chooseExtracts(db, system, name, dataset);
  const insert = `INSERT INTO ${table} (record, event, lines)
    SELECT coalesce(c.one, e.record_id), min(e.id), count(*)
    FROM folded_event e LEFT JOIN canon c ON c.record = e.record_id`;
  if (sources.length > 0) {
    const ranges = sources.map(({ first, last }) => `e.id BETWEEN ${first} AND ${last}`).join(' OR ');
    db.run(`${insert} WHERE (${ranges}) AND e.system_id = ? AND e.record_id IS NOT NULL GROUP BY 1`, system);
  } else {
    db.run(
      `${insert} JOIN activity k ON k.id = e.activity_id
       WHERE e.system_id = ? AND e.record_id IS NOT NULL AND k.kind IN ${proving} GROUP BY 1`,
      system,
    );
    const gone = forgetDeleted(db, table, system);
    notes.push(
      `${name} has no extract here: what its log proves to have been there counts${gone > 0 ? `, but for ${gone} that it logged as deleted` : ''}.`,
    );
  }
  return {
    name,
    isExtract: sources.length > 0,
    records: countOf(db, `SELECT count(*) AS n FROM ${table}`),
    // A log names a record as often as it handles it; only a list that names it twice holds it twice.
    duplicated: sources.length > 0 ? countOf(db, `SELECT count(*) AS n FROM ${table} WHERE lines > 1`) : 0,
    citations: citationsOf(db, sources, system),
    notes,
  };
}

/** The extracts that say what a system holds: of the dataset, and of the latest day where they have days. */
function chooseExtracts(
  db: Database,
  system: number,
  name: string,
  dataset: number | null,
): { readonly sources: readonly ExtractSource[]; readonly notes: string[] } {
  const notes: string[] = [];
  const all = db.all<ExtractSource>(
    `SELECT DISTINCT s.id, s.name, s.first_event AS first, s.last_event AS last, x.dataset_id AS dataset,
       x.taken_at AS takenAt
     FROM folded_day d JOIN activity k ON k.id = d.activity_id AND k.kind = 'held'
     JOIN source s ON s.id = d.source_id
     LEFT JOIN folded_extract x ON x.source_id = s.id AND x.system_id = d.system_id
     WHERE d.system_id = ? AND s.first_event IS NOT NULL ORDER BY s.name, s.sha256`,
    system,
  );
  let chosen = all;
  if (dataset !== null) {
    const { as } = workOutDatasetNames(db);
    chosen = all.filter(({ dataset: one }) => one !== null && (as.get(one) ?? one) === dataset);
    if (chosen.length === 0) {
      chosen = all.filter((source) => source.dataset === null);
      if (chosen.length > 0) notes.push(`No extract of ${name} names a dataset; all of them were counted.`);
    }
  }
  const days = new Set(chosen.map(({ takenAt }) => takenAt).filter((at) => at !== null));
  if (days.size > 1) {
    const latest = Math.max(...days);
    const left = chosen.filter(({ takenAt }) => takenAt === latest);
    notes.push(`${name} has extracts of ${days.size} moments; the latest was counted.`);
    chosen = left;
  }
  return { sources: chosen, notes };
}

/** Takes away what a log says was deleted after every other line of it. */
function forgetDeleted(db: Database, table: string, system: number): number {
  return db.run(
    `DELETE FROM ${table} WHERE record IN (
       SELECT coalesce(c.one, e.record_id) FROM folded_event e LEFT JOIN canon c ON c.record = e.record_id
       JOIN activity k ON k.id = e.activity_id
       WHERE e.system_id = ? AND e.record_id IS NOT NULL AND (k.kind = 'deleted' OR k.kind IN ${proving})
       GROUP BY 1
       HAVING max(CASE WHEN k.kind = 'deleted' THEN e.time END) >= max(CASE WHEN k.kind <> 'deleted' THEN e.time END))`,
    system,
  ).changes;
}

function citationsOf(db: Database, sources: readonly ExtractSource[], system: number): readonly Citation[] {
  if (sources.length > 0) {
    return sources.map(({ id, name }) => ({ sourceId: id as SourceId, file: name, line: 1 }));
  }
  return db
    .all<{ id: number; name: string }>(
      `SELECT DISTINCT s.id, s.name FROM folded_day d JOIN source s ON s.id = d.source_id
       WHERE d.system_id = ? ORDER BY s.name`,
      system,
    )
    .map(({ id, name }) => ({ sourceId: id as SourceId, file: name, line: 1 }));
}

/** Records of one side that the other lacks, as shown, in order, with the lines of the first of them. */
function onlyIn(
  db: Database,
  own: 'held_a' | 'held_b',
  other: 'held_a' | 'held_b',
  limit: number,
): { readonly records: readonly string[]; readonly at: readonly HeldAt[] } {
  const rows = db.iterateArrays(
    `SELECT r.key, s.name, e.line FROM ${own} o JOIN event e ON e.id = o.event
     JOIN record r ON r.id = e.record_id JOIN source s ON s.id = e.source_id
     WHERE NOT EXISTS (SELECT 1 FROM ${other} t WHERE t.record = o.record) ORDER BY r.key LIMIT ?`,
    limit,
  );
  const records: string[] = [];
  const at: HeldAt[] = [];
  for (const [key, file, line] of rows) {
    const record = showRecordKey(key as string | Buffer);
    records.push(record);
    if (at.length < shownLines) at.push({ record, file: String(file), line: Number(line) });
  }
  return { records, at };
}
