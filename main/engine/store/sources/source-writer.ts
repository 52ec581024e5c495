import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { EventBatch, SinkCall } from '../../import/batch/event-batch';
import type { Database } from '../database';
import { EventWriter } from '../events/event-writer';
import type { StagedEvents } from '../events/staging/staged-events';
import { besideDigest } from '../facts/beside-digest';
import { factDigest } from '../facts/fact-digest';
import { FactWriter } from '../facts/fact-writer';
import type { Identities } from '../names/identities';
import type { RecordTable } from '../records/record-table';
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

/** Stores the batches of one source, and counts its rows and issues. */
export class SourceWriter {
  readonly #db: Database;
  readonly #identity: SourceIdentity;
  readonly #identities: Identities;
  readonly #records: RecordTable;
  readonly #facts: FactWriter;
  readonly #events: EventWriter;
  readonly #lines = new LineIndex();
  #nextAttributes: number;
  #mapping: Mapping = {};
  #encoding: string;
  readonly sourceId: number;
  readonly notes: string[] = [];
  accepted = 0;
  rejected = 0;
  issues = 0;
  kind: string;
  onProgress: ((bytes: number, rows: number) => void) | null = null;

  constructor(
    db: Database,
    identities: Identities,
    records: RecordTable,
    staged: StagedEvents,
    identity: SourceIdentity,
  ) {
    this.#db = db;
    this.#identity = identity;
    this.#identities = identities;
    this.#records = records;
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
    this.#events = new EventWriter(db, this.sourceId, staged);
    this.#nextAttributes =
      1 + (db.get<{ id: number | null }>('SELECT max(id) AS id FROM attribute_set')?.id ?? 0);
  }

  write(batch: EventBatch): void {
    const { ids } = this.#events;
    for (const { name, line } of batch.newSystems) {
      ids.systems.push(this.#identities.named('system', name));
      this.#facts.state({ fact: 'exists', subject: { kind: 'system', name }, as: 'observed' }, { line });
    }
    for (const { name, kind } of batch.newActivities)
      ids.activities.push(this.#identities.activity(name, kind));
    for (const key of batch.newRecords) ids.records.push(this.#records.idOf(key));
    this.#records.write();
    for (const json of batch.newAttributes) {
      this.#db.run('INSERT INTO attribute_set (id, json) VALUES (?, ?)', this.#nextAttributes, json);
      ids.attributes.push(this.#nextAttributes++);
    }
    for (const call of batch.calls) this.#perform(call);
    this.#events.write(batch);
    this.accepted += batch.accepted;
    this.onProgress?.(batch.bytes, this.accepted + this.rejected);
  }

  /** Something to know about the file that the importer did not say itself. */
  warn(place: Place, code: string, message: string): void {
    this.#issue(place, 'warning', code, message, null);
  }

  #perform(call: SinkCall): void {
    switch (call.call) {
      case 'state':
        this.#facts.state(call.fact, call.place);
        return;
      case 'reject':
        this.rejected++;
        this.#issue(call.place, 'rejected', call.code, call.message, call.raw);
        return;
      case 'warn':
        this.#issue(call.place, 'warning', call.code, call.message, null);
        return;
      case 'note':
        if (!this.notes.includes(call.text)) this.notes.push(call.text);
        return;
      case 'markLine':
        this.#lines.mark(call.line, call.byteOffset);
        return;
      case 'describe':
        this.kind = call.kind;
        this.#mapping = call.mapping;
        this.#encoding = call.encoding;
        return;
      case 'alias': {
        const { records } = this.#events.ids;
        this.#db.run(
          'INSERT INTO alias (a_record_id, b_record_id, kind, source_id, line) VALUES (?, ?, ?, ?, ?)',
          records.get(call.a),
          records.get(call.b),
          call.kind,
          this.sourceId,
          call.line,
        );
        return;
      }
    }
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
      beside: besideDigest(this.#db, this.sourceId),
    };
  }

  #issue(
    place: Place,
    severity: 'rejected' | 'warning',
    code: string,
    message: string,
    raw: string | null,
  ): void {
    this.issues++;
    if (this.issues > keptIssues) return;
    this.#db.run(
      'INSERT INTO issue (source_id, line, severity, code, message, raw) VALUES (?, ?, ?, ?, ?, ?)',
      this.sourceId,
      place.line,
      severity,
      code,
      message,
      raw,
    );
  }
}
