import type { Place } from '../../../shared/model/citation';
import type { Mapping } from '../../../shared/model/mapping';
import type { EventKind } from '../../../shared/model/vocabulary';
import { attributesJson } from '../import/attributes-json';
import type { Fact } from '../import/fact';
import type { EventFact, EventLane, FactSink } from '../import/importer';
import { eventKindOf } from '../import/table/words';
import type { Database } from './database';
import { EventWriter } from './event-writer';
import { FactWriter } from './fact-writer';
import type { Identities } from './identities';
import { factDigest } from './import-session';
import type { RecordKeys } from './record-identifier';
import { LineIndex } from './sources';

export interface SourceIdentity {
  readonly path: string;
  readonly member: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly importer: string;
  readonly importerVersion: number;
  readonly encoding: string;
}

/** Every rejected row is counted; this many issues of a file are kept one by one. */
const keptIssues = 200_000;

/** The sink of one source: stores what an importer states, and counts it. */
export class SourceWriter implements FactSink {
  readonly #db: Database;
  readonly #identity: SourceIdentity;
  readonly #facts: FactWriter;
  readonly #events: EventWriter;
  readonly #lines = new LineIndex();
  readonly #seenSystems = new Set<string>();
  readonly sourceId: number;
  readonly notes: string[] = [];
  readonly lane: EventLane;
  accepted = 0;
  rejected = 0;
  issues = 0;
  kind: string;
  bytesRead = 0;
  onProgress: ((bytes: number, rows: number) => void) | null = null;
  #mapping: Mapping = {};
  #encoding: string;

  constructor(db: Database, identities: Identities, keys: RecordKeys, identity: SourceIdentity) {
    this.#db = db;
    this.#identity = identity;
    this.#encoding = identity.encoding;
    this.kind = identity.importer;
    this.sourceId = db.run(
      `INSERT INTO source (path, member, name, sha256, bytes, importer, importer_version, kind, encoding, mapping, notes,
         rows, accepted, rejected, issues, event_digest, fact_digest, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '{}', '[]', 0, 0, 0, 0, '', '', ?)`,
      identity.path,
      identity.member,
      identity.name,
      identity.sha256,
      identity.bytes,
      identity.importer,
      identity.importerVersion,
      new Date().toISOString(),
    ).id;
    this.#facts = new FactWriter(db, identities, { sourceId: this.sourceId });
    this.#events = new EventWriter(db, identities, keys, this.sourceId);
    const events = this.#events;
    this.lane = {
      systemId: (name, line) => this.#systemId(name, line),
      activityId: (name, kind) => events.activityId(name, kind),
      recordId: (raw) => events.recordId(raw),
      attributesId: (json) => events.attributesId(json),
      add: (line, time, system, activity, peer, message, record, attributes) =>
        events.add(line, time, system, activity, peer, message, record, attributes),
    };
  }

  accept(): void {
    this.accepted++;
  }

  reject(place: Place, code: string, message: string, raw?: string): void {
    this.rejected++;
    this.#issue(place, 'rejected', code, message, raw);
  }

  warn(place: Place, code: string, message: string): void {
    this.#issue(place, 'warning', code, message);
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  state(fact: Fact, place: Place): void {
    this.#facts.state(fact, place);
  }

  event(event: EventFact): void {
    const kind: EventKind = event.kind ?? eventKindOf(event.activity) ?? 'step';
    this.#events.add(
      event.line,
      event.time,
      event.system ? this.#systemId(event.system, event.line) : 0,
      this.#events.activityId(event.activity, kind),
      event.peer ? this.#systemId(event.peer, event.line) : 0,
      event.message || null,
      event.record ? this.#events.recordId(event.record) : 0,
      event.attributes ? this.#events.attributesId(attributesJson(event.attributes)) : 0,
    );
  }

  alias(a: string, b: string, kind: 'same' | 'superseded', place: Place): void {
    this.#db.run(
      'INSERT INTO alias (a_record_id, b_record_id, kind, source_id, line) VALUES (?, ?, ?, ?, ?)',
      this.#events.recordId(a),
      this.#events.recordId(b),
      kind,
      this.sourceId,
      place.line,
    );
  }

  markLine(line: number, byteOffset: number): void {
    this.#lines.mark(line, byteOffset);
  }

  describe(kind: string, mapping: Mapping, encoding: string): void {
    this.kind = kind;
    this.#mapping = mapping;
    this.#encoding = encoding;
  }

  progress(bytes: number): void {
    this.bytesRead = bytes;
    this.onProgress?.(bytes, this.accepted + this.rejected);
  }

  /** Writes what is left and the source's final counts; returns what the case log says of it. */
  finish(): Readonly<Record<string, unknown>> {
    const { first, last, digest } = this.#events.finish();
    const facts = factDigest(this.#db, this.sourceId);
    this.#db.run(
      `UPDATE source SET kind = ?, encoding = ?, mapping = ?, notes = ?, rows = ?, accepted = ?, rejected = ?, issues = ?,
         first_event = ?, last_event = ?, event_digest = ?, fact_digest = ?, line_index = ? WHERE id = ?`,
      this.kind,
      this.#encoding,
      JSON.stringify(this.#mapping),
      JSON.stringify(this.notes),
      this.accepted + this.rejected,
      this.accepted,
      this.rejected,
      this.issues,
      first,
      last,
      digest,
      facts,
      this.#lines.toBuffer(),
      this.sourceId,
    );
    const { path, name, sha256, importer, importerVersion } = this.#identity;
    return {
      path,
      name,
      sha256,
      importer,
      importerVersion,
      rows: this.accepted + this.rejected,
      accepted: this.accepted,
      rejected: this.rejected,
      events: digest,
      facts,
    };
  }

  #systemId(name: string, line: number): number {
    if (!this.#seenSystems.has(name)) {
      this.#seenSystems.add(name);
      this.#facts.state({ fact: 'exists', subject: { kind: 'system', name }, as: 'observed' }, { line });
    }
    return this.#events.systemId(name);
  }

  #issue(place: Place, severity: 'rejected' | 'warning', code: string, message: string, raw?: string): void {
    this.issues++;
    if (this.issues > keptIssues) return;
    this.#db.run(
      'INSERT INTO issue (source_id, line, severity, code, message, raw) VALUES (?, ?, ?, ?, ?, ?)',
      this.sourceId,
      place.line,
      severity,
      code,
      message,
      raw === undefined ? null : raw.slice(0, 2000),
    );
  }
}
