import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import { systemNameById } from '../../store/names/keep-names';
import { nameKey } from '../../store/names/name-key';
import { AliasClasses } from '../match/alias-classes';

export interface JourneyOptions {
  /** Only events of this source, by file name or path as imported. */
  readonly source?: string | undefined;
  /** Only rows of this lifecycle transition ("complete"), in any case. */
  readonly lifecycle?: string | undefined;
  /** Names a step "System: word", so that two systems' "sent" are two steps. */
  readonly bySystem?: boolean | undefined;
}

/** The events of all records, record by record and each record's in order, as columns. */
export interface JourneyEvents {
  readonly count: number;
  readonly steps: readonly string[];
  /** Index into `steps`. */
  readonly step: Int32Array;
  /** Microseconds since 1970 UTC; NaN where the log has none. */
  readonly time: Float64Array;
  /** Index into `transitions`, or -1 for a row that names none. */
  readonly transition: Int8Array;
  readonly transitions: readonly string[];
  /** The records' first events, and `count` at the end. */
  readonly starts: Int32Array;
  /** Row ids of the records; of those that an alias joins, the one that stands for all. */
  readonly recordIds: Int32Array;
}

/** Names under which importers keep XES lifecycle:transition (IEEE 1849, lifecycle extension). */
const transitionKeys = new Set(['lifecycle transition', 'lifecycle', 'transition']);

/**
 * Reads every row that names a record and a step. A record's events are in order of time; equal times in
 * the file's order; between files by file name, so that the order of import changes nothing. A row without
 * a time stays behind the row before it in its file. Records joined by an alias are one record.
 *
 * Reads the table once from end to end: following the index instead costs a jump in the file an event.
 */
export function readJourneyEvents(db: Database, options: JourneyOptions): JourneyEvents {
  const range = sourceRange(db, options.source);
  const transitions: string[] = [];
  const transitionOf = readTransitions(db, transitions);
  const wanted =
    options.lifecycle === undefined ? null : transitions.indexOf(options.lifecycle.trim().toLowerCase());
  const aliases = new AliasClasses(db);
  const steps = new StepNames(db, options.bySystem ?? false);
  const rankOf = sourceRanks(db);

  const greatest = (table: 'event' | 'record'): number =>
    db.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0;
  const room = Math.max(0, Math.min(range.last, greatest('event')) - range.first + 1);
  const record = new Int32Array(room);
  const step = new Int32Array(room);
  const time = new Float64Array(room);
  const rank = new Int32Array(room);
  const transition = new Int8Array(room);
  // By record id, counted from 1; 0 for a record not met yet.
  const numberOf = new Int32Array(greatest('record') + 1);
  const ids: number[] = [];
  let count = 0;
  let records = 0;
  const rows = db.iterateArrays(
    `SELECT e.record_id, e.time, e.activity_id, e.system_id, e.source_id, e.attributes_id FROM folded_event e
     WHERE e.record_id IS NOT NULL AND e.id BETWEEN ? AND ? ORDER BY e.id`,
    range.first,
    range.last,
  );
  for (const [recordId, at, activityId, systemId, sourceId, attributesId] of rows) {
    const name = steps.indexOf(Number(activityId), Number(systemId ?? 0));
    if (name < 0) continue;
    const change = attributesId === null ? -1 : (transitionOf.get(Number(attributesId)) ?? -1);
    if (wanted !== null && (wanted < 0 || change !== wanted)) continue;
    const canonical = aliases.representative(Number(recordId));
    if (numberOf[canonical] === 0) {
      numberOf[canonical] = ++records;
      ids.push(canonical);
    }
    record[count] = (numberOf[canonical] ?? 1) - 1;
    step[count] = name;
    time[count] = at === null ? Number.NaN : Number(at);
    rank[count] = rankOf.get(Number(sourceId)) ?? 0;
    transition[count] = change;
    count++;
  }

  const starts = new Int32Array(records + 1);
  for (let i = 0; i < count; i++) starts[(record[i] ?? 0) + 1] = (starts[(record[i] ?? 0) + 1] ?? 0) + 1;
  for (let r = 0; r < records; r++) starts[r + 1] = (starts[r + 1] ?? 0) + (starts[r] ?? 0);
  const order = new Int32Array(count);
  const next = starts.slice();
  for (let i = 0; i < count; i++) {
    const r = record[i] ?? 0;
    const at = next[r] ?? 0;
    order[at] = i;
    next[r] = at + 1;
  }
  for (let r = 0; r < records; r++) sortRecord(order.subarray(starts[r], starts[r + 1]), time, rank);
  return {
    count,
    steps: steps.names,
    step: taken(step, order, new Int32Array(count)),
    time: taken(time, order, new Float64Array(count)),
    transition: taken(transition, order, new Int8Array(count)),
    transitions,
    starts,
    recordIds: Int32Array.from(ids),
  };
}

/** Puts one record's events, given in order of storing, in order of time. Sorts only where it must. */
function sortRecord(order: Int32Array, time: Float64Array, rank: Int32Array): void {
  let isSorted = true;
  let hasGaps = false;
  for (let i = 0; i < order.length; i++) {
    const here = time[order[i] ?? 0] ?? 0;
    if (Number.isNaN(here)) hasGaps = true;
    if (i === 0) continue;
    const before = order[i - 1] ?? 0;
    const byRank = (rank[before] ?? 0) - (rank[order[i] ?? 0] ?? 0);
    const earlier = time[before] ?? 0;
    if (earlier > here || (!(earlier < here) && byRank > 0)) isSorted = false;
  }
  if (!hasGaps && isSorted) return;
  // The order of storing is the file's order within one source.
  const place = new Map<number, number>();
  const moment = new Map<number, number>();
  order.forEach((event, index) => {
    place.set(event, index);
    moment.set(event, time[event] ?? Number.NaN);
  });
  if (hasGaps) fillGaps(order, moment, rank);
  order.sort(
    (a, b) =>
      (moment.get(a) ?? 0) - (moment.get(b) ?? 0) ||
      (rank[a] ?? 0) - (rank[b] ?? 0) ||
      (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
}

/** A row without a time takes the moment of the row before it in its file, the first ones that of the row after. */
function fillGaps(order: Int32Array, moment: Map<number, number>, rank: Int32Array): void {
  for (const direction of [1, -1]) {
    const last = new Map<number, number>();
    for (let i = 0; i < order.length; i++) {
      const event = order[direction === 1 ? i : order.length - 1 - i] ?? 0;
      const source = rank[event] ?? 0;
      const own = moment.get(event) ?? Number.NaN;
      const known = Number.isNaN(own) ? last.get(source) : own;
      if (known === undefined) continue;
      moment.set(event, known);
      last.set(source, known);
    }
  }
  // A file without any time: its rows come first, in the file's order.
  for (const event of order) {
    if (Number.isNaN(moment.get(event) ?? Number.NaN)) moment.set(event, -Number.MAX_SAFE_INTEGER);
  }
}

function sourceRange(db: Database, source: string | undefined): { first: number; last: number } {
  if (source === undefined) return { first: 1, last: Number.MAX_SAFE_INTEGER };
  const sources = db.all<{
    path: string;
    member: string | null;
    name: string;
    first_event: number | null;
    last_event: number | null;
  }>('SELECT path, member, name, first_event, last_event FROM source ORDER BY name, sha256');
  const wanted = source.trim();
  const whole = (s: (typeof sources)[number]): string =>
    s.member === null ? s.path : `${s.path}/${s.member}`;
  const found =
    sources.find((s) => whole(s) === wanted || s.path === wanted) ??
    sources.find((s) => s.name === wanted) ??
    sources.find((s) => s.name.toLowerCase() === lastPart(wanted).toLowerCase());
  if (!found) {
    const names = sources.filter((s) => s.first_event !== null).map((s) => s.name);
    throw new ExpectedFailure(
      'not-found',
      `No source "${source}" is in the case. ${names.length > 0 ? `Logs in it: ${names.join(', ')}.` : 'It has no logs.'}`,
    );
  }
  return { first: found.first_event ?? 1, last: found.last_event ?? 0 };
}

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Sources in order of name, then hash: the same whatever order they were imported in. */
export function sourceRanks(db: Database): ReadonlyMap<number, number> {
  const rows = db.all<{ id: number }>('SELECT id FROM source ORDER BY name, sha256');
  return new Map(rows.map(({ id }, index) => [id, index]));
}

/** The transition of each set of attributes that names one; the words are folded to lower case. */
function readTransitions(db: Database, words: string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const rows = db.iterateArrays(
    "SELECT id, json FROM attribute_set WHERE json LIKE '%lifecycle%' OR json LIKE '%transition%'",
  );
  for (const [id, json] of rows) {
    const attributes = JSON.parse(String(json)) as Readonly<Record<string, unknown>>;
    const name = Object.keys(attributes).find((key) => transitionKeys.has(nameKey(key)));
    if (name === undefined) continue;
    const word = String(attributes[name]).trim().toLowerCase();
    let index = words.indexOf(word);
    if (index < 0 && words.length < 127) index = words.push(word) - 1;
    if (index >= 0) found.set(Number(id), index);
  }
  return found;
}

/** Steps by name: words of several kinds that are written alike are one step. */
class StepNames {
  readonly names: string[] = [];
  readonly #activities: ReadonlyMap<number, string>;
  readonly #systems: ReadonlyMap<number, string>;
  readonly #found = new Map<number, number>();
  readonly #byName = new Map<string, number>();

  constructor(db: Database, bySystem: boolean) {
    // A heartbeat is no step, and a row of an extract says where a record was, not what happened to it.
    this.#activities = new Map(
      db
        .all<{ id: number; name: string }>(
          "SELECT id, name FROM activity WHERE kind NOT IN ('heartbeat', 'held') AND name <> ''",
        )
        .map(({ id, name }) => [id, name]),
    );
    this.#systems = bySystem ? new Map(systemNameById(db)) : new Map();
  }

  indexOf(activityId: number, systemId: number): number {
    const system = this.#systems.has(systemId) ? systemId : 0;
    const key = activityId * 2 ** 24 + system;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const word = this.#activities.get(activityId);
    let index = -1;
    if (word !== undefined) {
      const name = system === 0 ? word : `${this.#systems.get(system)}: ${word}`;
      index = this.#byName.get(name) ?? this.names.push(name) - 1;
      this.#byName.set(name, index);
    }
    this.#found.set(key, index);
    return index;
  }
}

function taken<T extends Int32Array | Int8Array | Float64Array>(from: T, order: Int32Array, to: T): T {
  for (let i = 0; i < order.length; i++) to[i] = from[order[i] ?? 0] ?? 0;
  return to;
}
