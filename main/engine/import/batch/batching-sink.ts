import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { EventKind } from '../../../../shared/model/vocabulary';
import { MessagePages } from '../../store/events/postings/message-pages';
import type { Fact } from '../fact';
import type { Encoding, EventFact, EventLane, FactSink } from '../importer';
import { eventKindOf } from '../table/vocabulary/event-kind';
import { attributesJson } from './attributes-json';
import { type EventBatch, messageHash, rowsPerBatch, type SinkCall } from './event-batch';
import { EventCounter } from './event-counter';
import { FillingBatch } from './filling-batch';
import type { IdentifierGuard } from './identifier-guard';

/** Caches are dropped at this size, so that memory does not grow with the file; numbers just go on. */
const recordCache = 131_072;
const attributeCache = 100_000;

/**
 * Gathers what an importer states into batches, of which `emit` may still use `underWay` when it is called:
 * the memory of the one before them is filled again. `keyOf` pseudonymises and `guard`, in a pseudonymised
 * case, finds the identifiers that stand elsewhere: raw identifiers go no further.
 */
export class BatchingSink implements FactSink {
  readonly #emit: (batch: EventBatch) => void;
  readonly #keyOf: (raw: string) => string;
  readonly #guard: IdentifierGuard | null;
  readonly #systems = new Map<string, number>();
  readonly #activities = new Map<string, number>();
  #records = new Map<string, number>();
  #attributes = new Map<string, number>();
  #nextRecord = 1;
  #nextAttributes = 1;
  readonly #batches: readonly FillingBatch[];
  #turn = 0;
  #batch: FillingBatch;
  readonly #counter = new EventCounter();
  /** Ends where the writer's runs end. */
  readonly #run = new MessagePages();
  #bytes = 0;
  readonly lane: EventLane;

  constructor(
    keyOf: (raw: string) => string,
    emit: (batch: EventBatch) => void,
    guard: IdentifierGuard | null = null,
    underWay = 0,
  ) {
    this.#batches = Array.from({ length: underWay + 1 }, () => new FillingBatch());
    this.#batch = this.#batches[0] as FillingBatch;
    this.#keyOf = keyOf;
    this.#guard = guard;
    this.#emit = emit;
    this.lane = {
      systemId: (name, line) => this.#systemId(name, line),
      activityId: (name, kind) => this.#activityId(name, kind),
      recordId: (raw) => this.#recordId(raw),
      attributesId: (json) => this.#attributesId(json),
      add: (line, time, system, activity, peer, message, record, attributes) => {
        const batch = this.#batch;
        let end = batch.messageEnd;
        let hash = 0;
        if (message !== null) {
          batch.reserve(message.length * 3);
          const from = end;
          end += batch.messages.write(message, end, 'utf8');
          hash = messageHash(batch.messages, from, end);
        }
        this.#add(line, time, system, activity, peer, end, hash, record, attributes);
      },
      addBytes: (line, time, system, activity, peer, bytes, from, to, record, attributes) => {
        const batch = this.#batch;
        batch.reserve(to - from);
        const { messages, messageEnd } = batch;
        let hash = 0x811c9dc5;
        let end = messageEnd;
        for (let i = from; i < to; i += 1) {
          const byte = bytes[i] ?? 0;
          messages[end++] = byte;
          hash = Math.imul(hash ^ byte, 0x01000193);
        }
        this.#add(line, time, system, activity, peer, end, to > from ? hash | 0 : 0, record, attributes);
      },
    };
  }

  accept(): void {
    this.#batch.accepted++;
  }

  reject(place: Place, code: string, message: string, raw?: string): void {
    // In a pseudonymised case a rejected row is read from its file again when somebody asks for it.
    const kept = raw === undefined || this.#guard ? null : raw.slice(0, 2000);
    this.#call({ call: 'reject', place, code, message: this.#guarded(message), raw: kept });
  }

  warn(place: Place, code: string, message: string): void {
    this.#call({ call: 'warn', place, code, message: this.#guarded(message) });
  }

  note(text: string): void {
    this.#call({ call: 'note', text: this.#guarded(text) });
  }

  state(fact: Fact, place: Place): void {
    this.#call({ call: 'state', fact: this.#guard ? this.#guard.value(fact) : fact, place });
  }

  event(event: EventFact): void {
    const kind: EventKind = event.kind ?? eventKindOf(event.activity) ?? 'step';
    this.lane.add(
      event.line,
      event.time,
      event.system ? this.#systemId(event.system, event.line) : 0,
      this.#activityId(event.activity, kind),
      event.peer ? this.#systemId(event.peer, event.line) : 0,
      event.message || null,
      event.record ? this.#recordId(event.record) : 0,
      event.attributes ? this.#attributesId(attributesJson(event.attributes)) : 0,
    );
  }

  alias(a: string, b: string, kind: 'same' | 'superseded', place: Place): void {
    this.#call({ call: 'alias', a: this.#recordId(a), b: this.#recordId(b), kind, line: place.line });
  }

  markLine(line: number, byteOffset: number): void {
    this.#call({ call: 'markLine', line, byteOffset });
  }

  describe(kind: string, mapping: Mapping, encoding: Encoding): void {
    this.#call({
      call: 'describe',
      kind,
      mapping: this.#guard ? this.#guard.value(mapping) : mapping,
      encoding,
    });
  }

  progress(bytes: number): void {
    this.#bytes = bytes;
  }

  /** Hands over what is left, with the counts of all. Call once, at the end. */
  finish(): void {
    const replaced = [...(this.#guard?.replacedIn ?? [])].map((name) => `"${name}"`);
    if (replaced.length > 0)
      this.note(`Identifiers in these columns are kept as pseudonyms too: ${replaced.join(', ')}.`);
    this.#hand(true);
  }

  #hand(isLast: boolean): void {
    const { messages, messageEnds, rows } = this.#batch;
    this.#run.addAll(messages, messageEnds, rows);
    if (this.#run.isFull) this.#run.clear();
    this.#emit(
      this.#batch.seal({
        bytes: this.#bytes,
        messagePages: isLast ? this.#run.take() : null,
        counts: isLast ? this.#counter.counts() : null,
      }),
    );
  }

  #flush(): void {
    this.#hand(false);
    this.#turn = (this.#turn + 1) % this.#batches.length;
    this.#batch = this.#batches[this.#turn] as FillingBatch;
    this.#batch.clear();
  }

  #add(
    line: number,
    time: number | null,
    system: number,
    activity: number,
    peer: number,
    messageEnd: number,
    hash: number,
    record: number,
    attributes: number,
  ): void {
    const batch = this.#batch;
    const row = batch.rows++;
    batch.lines[row] = line;
    batch.times[row] = time ?? Number.NaN;
    batch.systems[row] = system;
    batch.activities[row] = activity;
    batch.peers[row] = peer;
    batch.records[row] = record;
    batch.attributes[row] = attributes;
    batch.messageEnds[row] = messageEnd;
    batch.messageHashes[row] = hash;
    batch.messageEnd = messageEnd;
    this.#counter.add(batch.times[row] ?? Number.NaN, system, activity, peer);
    if (batch.rows === rowsPerBatch) this.#flush();
  }

  #call(call: SinkCall): void {
    this.#batch.calls.push(call);
    if (this.#batch.calls.length >= rowsPerBatch) this.#flush();
  }

  #guarded(text: string): string {
    return this.#guard ? this.#guard.text(text) : text;
  }

  #systemId(name: string, line: number): number {
    let id = this.#systems.get(name);
    if (id === undefined) {
      id = this.#systems.size + 1;
      this.#systems.set(name, id);
      this.#batch.newSystems.push({ name: this.#guarded(name), line });
    }
    return id;
  }

  #activityId(name: string, kind: EventKind): number {
    const key = `${kind}\u0000${name}`;
    let id = this.#activities.get(key);
    if (id === undefined) {
      id = this.#activities.size + 1;
      this.#activities.set(key, id);
      this.#batch.newActivities.push({ name: this.#guarded(name), kind });
    }
    return id;
  }

  #recordId(raw: string): number {
    let id = this.#records.get(raw);
    if (id === undefined) {
      const key = this.#keyOf(raw);
      if (key === '') return 0;
      id = this.#nextRecord++;
      if (this.#records.size >= recordCache) this.#records = new Map();
      this.#records.set(raw, id);
      this.#batch.newRecords.push(key);
    }
    return id;
  }

  #attributesId(json: string): number {
    if (json === '{}') return 0;
    let id = this.#attributes.get(json);
    if (id === undefined) {
      id = this.#nextAttributes++;
      if (this.#attributes.size >= attributeCache) this.#attributes = new Map();
      this.#attributes.set(json, id);
      this.#batch.newAttributes.push(this.#guard ? this.#guard.attributes(json) : json);
    }
    return id;
  }
}
