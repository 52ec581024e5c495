import type { EventKind } from '../../../shared/model/vocabulary';
import type { Database, Value } from './database';
import { EventDigest } from './event-digest';
import type { Identities } from './identities';
import type { RecordKeys } from './record-identifier';

/** Rows a statement: more bring nothing (measured), fewer cost a call each. */
const rowsPerInsert = 128;
const columns = 10;
/** Caches are dropped at this size, so that memory does not grow with the file; the tables still know. */
const cacheLimit = 500_000;
const quarterMicros = 900_000_000;
const dayMicros = 86_400_000_000;

const placeholders = (rows: number): string => Array(rows).fill('(?,?,?,?,?,?,?,?,?,?)').join(',');
const insertSql = (rows: number): string =>
  `INSERT INTO event (id, source_id, line, time, system_id, activity_id, peer_id, message, record_id, attributes_id) VALUES ${placeholders(rows)}`;

/**
 * Writes the events of one source. Names become ids through `systemId` and its like, once for each distinct
 * text; `add` then takes numbers only. Day counts and presence are counted on the way.
 */
export class EventWriter {
  readonly #db: Database;
  readonly #identities: Identities;
  readonly #keys: RecordKeys;
  readonly #sourceId: number;
  readonly #insert: { run(...values: Value[]): void };
  readonly #digest = new EventDigest();
  readonly #pending: Value[] = [];
  readonly #activities = new Map<string, number>();
  readonly #days = new Map<string, number>();
  readonly #presence = new Map<number, Map<number, [events: number, first: number, last: number]>>();
  #records = new Map<string, number>();
  #attributes = new Map<string, number>();
  #nextEvent: number;
  #firstEvent: number | null = null;
  #nextAttributes: number;
  #lastDayKey = '';
  #lastDay = -1;
  #lastSystem = -1;
  #lastPeer = -1;
  #lastActivity = -1;
  #lastDayCount = 0;

  constructor(db: Database, identities: Identities, keys: RecordKeys, sourceId: number) {
    this.#db = db;
    this.#identities = identities;
    this.#keys = keys;
    this.#sourceId = sourceId;
    this.#insert = db.prepare(insertSql(rowsPerInsert));
    this.#nextEvent = 1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0);
    this.#nextAttributes =
      1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM attribute_set')?.id ?? 0);
  }

  systemId(name: string): number {
    return this.#identities.named('system', name);
  }

  activityId(name: string, kind: EventKind): number {
    const key = `${kind}\u0000${name}`;
    let id = this.#activities.get(key);
    if (id === undefined) {
      const found = this.#db.get<{ id: number }>(
        'SELECT id FROM activity WHERE name = ? AND kind = ?',
        name,
        kind,
      );
      id = found?.id ?? this.#db.run('INSERT INTO activity (name, kind) VALUES (?, ?)', name, kind).id;
      this.#activities.set(key, id);
    }
    return id;
  }

  /** The id of a raw identifier; 0 for an empty one. */
  recordId(raw: string): number {
    let id = this.#records.get(raw);
    if (id === undefined) {
      const key = this.#keys.keyOf(raw);
      if (key.length === 0) return 0;
      const found = this.#db.get<{ id: number }>('SELECT id FROM record WHERE key = ?', key);
      id = found?.id ?? this.#db.run('INSERT INTO record (key) VALUES (?)', key).id;
      if (this.#records.size >= cacheLimit) this.#records = new Map();
      this.#records.set(raw, id);
    }
    return id;
  }

  /** The id of a set of attributes given as a JSON object with its names in order; 0 for the empty set. */
  attributesId(json: string): number {
    if (json === '{}') return 0;
    let id = this.#attributes.get(json);
    if (id === undefined) {
      id = this.#nextAttributes++;
      this.#db.run('INSERT INTO attribute_set (id, json) VALUES (?, ?)', id, json);
      if (this.#attributes.size >= cacheLimit / 5) this.#attributes = new Map();
      this.#attributes.set(json, id);
    }
    return id;
  }

  /** Zero stands for "none" in every id. */
  add(
    line: number,
    time: number | null,
    system: number,
    activity: number,
    peer: number,
    message: string | null,
    record: number,
    attributes: number,
  ): void {
    const id = this.#nextEvent++;
    this.#firstEvent ??= id;
    this.#pending.push(
      id,
      this.#sourceId,
      line,
      time,
      system || null,
      activity,
      peer || null,
      message,
      record || null,
      attributes || null,
    );
    this.#digest.add(line, time, system, activity, peer, message, record, attributes);
    if (time !== null) this.#count(time, system, activity, peer);
    else this.#countDay(system, peer, activity, -1_000_000);
    if (this.#pending.length === rowsPerInsert * columns) {
      this.#insert.run(...this.#pending);
      this.#pending.length = 0;
    }
  }

  #count(time: number, system: number, activity: number, peer: number): void {
    this.#countDay(system, peer, activity, Math.floor(time / dayMicros));
    if (system === 0) return;
    let quarters = this.#presence.get(system);
    if (!quarters) {
      quarters = new Map();
      this.#presence.set(system, quarters);
    }
    const quarter = Math.floor(time / quarterMicros);
    const seen = quarters.get(quarter);
    if (!seen) quarters.set(quarter, [1, time, time]);
    else {
      seen[0]++;
      if (time < seen[1]) seen[1] = time;
      if (time > seen[2]) seen[2] = time;
    }
  }

  #countDay(system: number, peer: number, activity: number, day: number): void {
    // Neighbouring lines mostly count on the same cell: the key is built only when it changes.
    if (
      day === this.#lastDay &&
      system === this.#lastSystem &&
      peer === this.#lastPeer &&
      activity === this.#lastActivity
    ) {
      this.#lastDayCount++;
      return;
    }
    this.#flushDay();
    this.#lastDay = day;
    this.#lastSystem = system;
    this.#lastPeer = peer;
    this.#lastActivity = activity;
    this.#lastDayKey = `${system} ${peer} ${activity} ${day}`;
    this.#lastDayCount = 1;
  }

  #flushDay(): void {
    if (this.#lastDayCount === 0) return;
    this.#days.set(this.#lastDayKey, (this.#days.get(this.#lastDayKey) ?? 0) + this.#lastDayCount);
    this.#lastDayCount = 0;
  }

  /** Writes what is left and the counts; returns the source's range of event ids and its digest. */
  finish(): { readonly first: number | null; readonly last: number | null; readonly digest: string } {
    const rest = this.#pending.length / columns;
    if (rest > 0) this.#db.prepare(insertSql(rest)).run(...this.#pending);
    this.#pending.length = 0;
    this.#flushDay();
    for (const [key, events] of this.#days) {
      const [system = 0, peer = 0, activity = 0, day = 0] = key.split(' ').map(Number);
      this.#db.run(
        'INSERT INTO event_day VALUES (?, ?, ?, ?, ?, ?)',
        this.#sourceId,
        system,
        peer,
        activity,
        day,
        events,
      );
    }
    for (const [system, quarters] of this.#presence) {
      for (const [quarter, [events, first, last]] of quarters) {
        this.#db.run(
          'INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?)',
          this.#sourceId,
          system,
          quarter,
          events,
          first,
          last,
        );
      }
    }
    return {
      first: this.#firstEvent,
      last: this.#firstEvent === null ? null : this.#nextEvent - 1,
      digest: this.#digest.value(),
    };
  }
}
