import type { Database } from '../database';

export const eventsPerPart = 65_536;

/** Event ids of one outcome of one flow, in order of time. */
export interface OutcomeList {
  readonly from: number;
  readonly to: number;
  readonly outcome: number;
  readonly events: Uint32Array;
}

export interface DayCount {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly outcome: number;
  readonly events: number;
}

export interface StoredReconciliation {
  /** The state of the case that it holds for. */
  readonly version: string;
  /** What is said of each flow, as JSON. */
  readonly flows: string;
  readonly outcomes: Uint8Array;
  readonly partners: Uint32Array;
  readonly lists: readonly OutcomeList[];
  readonly days: readonly DayCount[];
}

/** Counted up whenever the rules of matching or disposition change: what older rules said is made again. */
const rules = 3;

/**
 * Changes with everything that a reconciliation rests on: what was imported or removed, what was stated or
 * retracted, and the rules themselves.
 */
export function stateOfCase(db: Database): string {
  const revision = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'revision'")?.value ?? '0';
  const said = db.get<{ last: number | null; retracted: number }>(
    'SELECT max(id) AS last, (SELECT count(*) FROM assertion WHERE source_id IS NULL AND retracted_by IS NOT NULL) AS retracted FROM assertion',
  );
  return `${rules}/${revision}.${said?.last ?? 0}.${said?.retracted ?? 0}`;
}

export function storedVersion(db: Database): string | null {
  return db.get<{ version: string }>('SELECT version FROM reconciliation WHERE id = 1')?.version ?? null;
}

/** Puts a reconciliation in the place of the last one. */
export function saveReconciliation(db: Database, made: StoredReconciliation): void {
  const { outcomes, partners } = made;
  db.transaction(() => {
    for (const table of [
      'reconciliation',
      'reconciliation_part',
      'reconciliation_list',
      'reconciliation_day',
    ]) {
      db.exec(`DELETE FROM ${table}`);
    }
    db.run('INSERT INTO reconciliation (id, version, flows) VALUES (1, ?, ?)', made.version, made.flows);
    for (let from = 0; from < outcomes.length; from += eventsPerPart) {
      const part = outcomes.subarray(from, from + eventsPerPart);
      const tied = partners.subarray(from, from + eventsPerPart);
      if (!part.some((byte) => byte !== 0)) continue;
      db.run(
        'INSERT INTO reconciliation_part (first_event, outcomes, partners) VALUES (?, ?, ?)',
        from,
        bytesOf(part),
        tied.some((id) => id !== 0) ? bytesOf(tied) : null,
      );
    }
    for (const { from, to, outcome, events } of made.lists) {
      db.run('INSERT INTO reconciliation_list VALUES (?, ?, ?, ?)', from, to, outcome, bytesOf(events));
    }
    for (const { from, to, day, outcome, events } of made.days) {
      db.run('INSERT INTO reconciliation_day VALUES (?, ?, ?, ?, ?)', from, to, day, outcome, events);
    }
  });
}

/** Little-endian on every platform that the program runs on. */
const bytesOf = (array: Uint8Array | Uint32Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

const wordsOf = (bytes: Buffer): Uint32Array => {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Uint32Array(copy.buffer);
};

export function readFlows(db: Database): string {
  return db.get<{ flows: string }>('SELECT flows FROM reconciliation WHERE id = 1')?.flows ?? '[]';
}

/** The outcomes and partners of a part, from the event id `first` on. */
export function readPart(
  db: Database,
  first: number,
): { readonly outcomes: Uint8Array; readonly partners: Uint32Array } {
  const row = db.get<{ outcomes: Buffer; partners: Buffer | null }>(
    'SELECT outcomes, partners FROM reconciliation_part WHERE first_event = ?',
    first,
  );
  return {
    outcomes: row?.outcomes ?? new Uint8Array(eventsPerPart),
    partners: row?.partners ? wordsOf(row.partners) : new Uint32Array(eventsPerPart),
  };
}

export function readLists(db: Database, outcome: number): readonly OutcomeList[] {
  return db
    .all<{ from: number; to: number; events: Buffer }>(
      'SELECT from_system_id AS "from", to_system_id AS "to", events FROM reconciliation_list WHERE outcome = ?',
      outcome,
    )
    .map(({ from, to, events }) => ({ from, to, outcome, events: wordsOf(events) }));
}

export function readDays(db: Database): readonly DayCount[] {
  return db.all(
    'SELECT from_system_id AS "from", to_system_id AS "to", day, outcome, events FROM reconciliation_day',
  );
}
