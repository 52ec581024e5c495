import type { EventKind } from '../../../../shared/model/vocabulary';
import { attributesJson } from '../batch/attributes-json';
import type { EventLane } from '../importer';
import type { EventWords } from '../table/plan/event-words';
import { attributeName } from '../table/plan/field-dictionary';
import type { TimeColumn } from '../table/plan/time-column';
import { endsOf, peerName } from '../table/rows/log-row';
import type { TableLayout } from '../table/rows/row-access';
import { fallbackWriter } from '../table/table-reader';
import { IsoBytes } from '../time/iso-bytes';
import { ByteInterner } from './byte-interner';
import type { ScannedRow } from './delimited-scanner';

const space = 32;
const tab = 9;

/**
 * The quick lane for plain log lines: no quotes, as many cells as the header, ASCII-delimited. Texts are
 * looked up as bytes, so a string is made once for each distinct text, not once for each line. Anything
 * out of the ordinary returns false and takes the complete way; both give the same event.
 */
export class LogLane {
  readonly #lane: EventLane;
  readonly #times: TimeColumn | null;
  readonly #decode: (b: Buffer, from: number, to: number) => string;
  readonly #iso = new IsoBytes();
  readonly #names = new ByteInterner();
  readonly #words = new ByteInterner();
  readonly #records = new ByteInterner(131_072);
  readonly #sets = new ByteInterner(65_536);
  readonly #kinds = new Map<number, EventKind>();
  readonly #systemNames = new Map<number, string>();
  readonly #fallback: string;
  readonly #width: number;
  readonly #time: number;
  readonly #system: number;
  readonly #event: number;
  readonly #peer: number;
  readonly #source: number;
  readonly #destination: number;
  readonly #message: number;
  readonly #record: number;
  readonly #attributes: readonly number[];
  readonly #attributeNames: readonly string[];
  #scratch = Buffer.allocUnsafe(64 * 1024);

  constructor(
    layout: TableLayout,
    times: TimeColumn | null,
    lane: EventLane,
    decode: (b: Buffer, from: number, to: number) => string,
    defaultSystem: string,
    readonly words: EventWords,
  ) {
    this.#lane = lane;
    this.#times = times;
    this.#decode = decode;
    this.#fallback = fallbackWriter(layout, defaultSystem);
    this.#width = layout.header.length;
    const at = (field: string): number => layout.fields.indexOf(field);
    this.#time = at('time');
    this.#system = at('system');
    this.#event = at('event');
    this.#peer = at('peer');
    this.#source = at('source');
    this.#destination = at('destination');
    this.#message = at('message');
    this.#record = at('record');
    this.#attributes = layout.fields.flatMap((field, i) => (field === null ? [i] : []));
    this.#attributeNames = this.#attributes.map(
      (i) => attributeName(layout.header[i] ?? '') || `Column ${i + 1}`,
    );
  }

  /** True for layouts that this lane reads at all: no constants, no translated values. */
  static serves(layout: TableLayout): boolean {
    const { constants, values } = layout.mapping;
    const names = layout.fields.flatMap((field, i) =>
      field === null ? [attributeName(layout.header[i] ?? '')] : [],
    );
    return (
      !constants &&
      !values &&
      layout.fields.includes('event') &&
      !layout.fields.includes('date') &&
      !layout.fields.includes('outcome') &&
      new Set(names).size === names.length
    );
  }

  /** Reads one row; false when it has to take the complete way. */
  read(row: ScannedRow): boolean {
    if (row.hasQuotes || row.count !== this.#width) return false;
    const { buffer, starts, ends, line } = row;
    const from = (i: number): number => starts[i] ?? 0;
    const to = (i: number): number => ends[i] ?? 0;
    // Whatever sends a row the complete way comes before anything is counted or remembered of it.
    const e0 = from(this.#event);
    const e1 = to(this.#event);
    if (e0 === e1 || isSpace(buffer[e0]) || isSpace(buffer[e1 - 1])) return false;
    let time: number | null = null;
    if (this.#time >= 0) {
      const a = from(this.#time);
      const b = to(this.#time);
      time = this.#iso.parse(buffer, a, b);
      if (Number.isNaN(time)) {
        if (a === b || !this.#times) return false;
        time = this.#times.read(this.#decode(buffer, a, b));
        if (Number.isNaN(time)) return false;
      }
    }
    let activity = this.#words.get(buffer, e0, e1);
    if (activity < 0) {
      const word = this.#decode(buffer, e0, e1);
      const kind = this.words.kindOf(word);
      activity = this.#lane.activityId(word, kind);
      this.#kinds.set(activity, kind);
      this.#words.set(buffer, e0, e1, activity);
    }
    let system = this.#name(row, this.#system);
    let peer = this.#name(row, this.#peer);
    if (this.#source >= 0 || this.#destination >= 0) {
      const source = this.#name(row, this.#source);
      const destination = this.#name(row, this.#destination);
      const text = (id: number): string => this.#systemNames.get(id) ?? '';
      const ends = endsOf(
        this.#kinds.get(activity) ?? 'step',
        text(system),
        text(peer),
        text(source),
        text(destination),
      );
      const idOf = (name: string): number =>
        [system, peer, source, destination].find((id) => id > 0 && text(id) === name) ?? 0;
      const writerId = idOf(ends.writer);
      peer = idOf(ends.peer);
      system = writerId;
    }
    if (system === 0 && this.#fallback !== '') system = this.#lane.systemId(this.#fallback, line);
    const record = this.#recordId(row);
    const attributes = this.#attributesId(row);
    const m = this.#message;
    const m0 = m < 0 ? 0 : from(m);
    const m1 = m < 0 ? 0 : to(m);
    if (isPlain(buffer, m0, m1)) {
      this.#lane.addBytes(line, time, system, activity, peer, buffer, m0, m1, record, attributes);
    } else {
      const message = this.#decode(buffer, m0, m1).trim() || null;
      this.#lane.add(line, time, system, activity, peer, message, record, attributes);
    }
    return true;
  }

  #name(row: ScannedRow, column: number): number {
    if (column < 0) return 0;
    const a = row.starts[column] ?? 0;
    const b = row.ends[column] ?? 0;
    if (a === b) return 0;
    let id = this.#names.get(row.buffer, a, b);
    if (id < 0) {
      const name = this.#decode(row.buffer, a, b).trim();
      id = peerName(name) === '' ? 0 : this.#lane.systemId(name, row.line);
      if (id > 0) this.#systemNames.set(id, this.#systemNames.get(id) ?? name);
      this.#names.set(row.buffer, a, b, id);
    }
    return id;
  }

  #recordId(row: ScannedRow): number {
    if (this.#record < 0) return 0;
    const a = row.starts[this.#record] ?? 0;
    const b = row.ends[this.#record] ?? 0;
    if (a === b) return 0;
    let id = this.#records.get(row.buffer, a, b);
    if (id < 0) {
      const text = this.#decode(row.buffer, a, b).trim();
      id = text === '' ? 0 : this.#lane.recordId(text);
      this.#records.set(row.buffer, a, b, id);
    }
    return id;
  }

  #attributesId(row: ScannedRow): number {
    const columns = this.#attributes;
    if (columns.length === 0) return 0;
    const { buffer, starts, ends } = row;
    let length = 0;
    for (const i of columns) length += (ends[i] ?? 0) - (starts[i] ?? 0) + 1;
    if (length === columns.length) return 0;
    if (length > this.#scratch.length) this.#scratch = Buffer.allocUnsafe(length * 2);
    const scratch = this.#scratch;
    let at = 0;
    for (const i of columns) {
      const b = ends[i] ?? 0;
      for (let p = starts[i] ?? 0; p < b; p += 1) scratch[at++] = buffer[p] ?? 0;
      scratch[at++] = 0;
    }
    let id = this.#sets.get(scratch, 0, at);
    if (id < 0) {
      const found: Record<string, string> = Object.create(null);
      columns.forEach((i, n) => {
        const value = this.#decode(buffer, starts[i] ?? 0, ends[i] ?? 0).trim();
        if (value !== '') found[this.#attributeNames[n] ?? ''] = value;
      });
      id = this.#lane.attributesId(attributesJson(found));
      this.#sets.set(scratch, 0, at, id);
    }
    return id;
  }
}

const isSpace = (byte: number | undefined): boolean => byte === space || byte === tab;

/** ASCII without space at its ends: its bytes are its text. */
function isPlain(buffer: Buffer, from: number, to: number): boolean {
  if (isSpace(buffer[from]) || isSpace(buffer[to - 1])) return false;
  for (let i = from; i < to; i += 1) if ((buffer[i] ?? 0) > 127) return false;
  return true;
}
