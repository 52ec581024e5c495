/*
 * Format: GP2GP message exports of the Spine (CSV), transfers of records between practices.
 * Version: the columns _time to fromSystem, in any order; rows may end early.
 * Spec: NHS England, GP2GP specification (interaction ids, acknowledgement codes).
 * Read: each row as a message between two parties (ASIDs) of one conversation, which is the record.
 * Dropped: nothing but the words with which the export says that it has nothing to say.
 */
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { isoTime, LogClock } from '../log/log-clock';
import { readLines, type TextLine } from '../log/text-lines';
import { quotedCells } from './quoted-cells';
import { type SpineRow, spineEvent, suppliersOf } from './spine-row';

const required = ['conversationID', 'GUID', 'interactionID', 'messageSender', 'messageRecipient'] as const;
const maximumLineBytes = 64 * 1024;
/** Parties whose product is remembered so that it is stated once. */
const maximumParties = 100_000;

export const gp2gpImporter: Importer = {
  id: 'gp2gp',
  title: 'Spine GP2GP messages',
  version: 1,
  detects: 'CSV whose header names conversationID, GUID, interactionID, messageSender and messageRecipient.',
  fields: ['time', 'record', 'message', 'event', 'system', 'peer', 'supplier'],
  drops: [],

  detect(probe) {
    const header = headerOf(probe.text.split(/\r?\n/, 1)[0] ?? '');
    return header === null ? null : { confidence: 0.96, summary: 'GP2GP messages as the Spine logged them' };
  },

  async read(input, sink) {
    const reader = new Gp2gpReader(input, sink);
    await readLines(
      input,
      maximumLineBytes,
      (line) => reader.line(line),
      (bytes) => sink.progress(bytes),
    );
    reader.finish();
  },
};

/** Column by lower-case name; null where the line is no header of this format. */
function headerOf(line: string): ReadonlyMap<string, number> | null {
  const cells = quotedCells(line.replace(/^\uFEFF/, ''));
  const columns = new Map(cells?.map((cell, index) => [cell.toLowerCase(), index]) ?? []);
  return required.every((name) => columns.has(name.toLowerCase())) ? columns : null;
}

class Gp2gpReader {
  readonly #clock: LogClock;
  readonly #names: ReadonlyMap<string, string>;
  readonly #products = new Map<string, string>();
  #columns: ReadonlyMap<string, number> | null = null;
  #short = 0;
  #rows = 0;

  constructor(
    input: ImportInput,
    private readonly sink: FactSink,
  ) {
    this.#clock = new LogClock(input.mapping, isoTime);
    const { values } = input.mapping;
    this.#names = new Map(Object.entries({ ...values?.system, ...values?.peer }));
  }

  line({ text, line, isCut }: TextLine): void {
    if (this.#columns === null) {
      if (text.trim() === '') return;
      this.#columns = headerOf(text);
      if (this.#columns === null) {
        throw new FileRefused('no-header', `The first line names none of ${required.join(', ')}.`, line);
      }
      return;
    }
    if (text.trim() === '') return;
    if (headerOf(text) !== null) {
      this.sink.warn({ line }, 'repeated-header', 'The header stands here again; the line was passed over.');
      return;
    }
    this.#rows += 1;
    const place = { line };
    const cells = quotedCells(text);
    if (cells === null || isCut) {
      this.sink.reject(place, 'torn-row', 'A quoted cell is never closed: the row is cut off.', text);
    } else if (
      cells.length > this.#columns.size &&
      cells.slice(this.#columns.size).some((cell) => cell !== '')
    ) {
      const message = `The row has ${cells.length} cells, the header ${this.#columns.size}.`;
      this.sink.reject(place, 'too-many-cells', message, text);
    } else {
      if (cells.length < this.#columns.size) this.#short += 1;
      this.#row((name) => cells[this.#columns?.get(name.toLowerCase()) ?? -1] ?? '', line, text);
    }
  }

  #row(row: SpineRow, line: number, raw: string): void {
    const place = { line };
    const lacking = required.filter((name) => row(name) === '');
    if (lacking.length > 0) {
      this.sink.reject(place, 'short-row', `The row ends before ${lacking.join(', ')}.`, raw);
      return;
    }
    const written = row('_time');
    const time = written === '' ? null : this.#clock.read(written);
    if (time === null) {
      const message = written === '' ? 'The row has no _time.' : `"${written}" is no time of ISO 8601.`;
      this.sink.reject(place, 'bad-time', message, raw);
      return;
    }
    this.sink.event(spineEvent(row, time, line, (party) => this.#names.get(party) ?? party));
    for (const [party, product] of suppliersOf(row)) {
      if (this.#products.get(party) === product || this.#products.size >= maximumParties) continue;
      this.#products.set(party, product);
      const subject = { kind: 'system', name: this.#names.get(party) ?? party } as const;
      this.sink.state({ fact: 'property', subject, predicate: 'supplier', value: product }, place);
    }
    this.sink.accept();
  }

  finish(): void {
    if (this.#columns === null) throw new FileRefused('no-header', 'The file is empty.');
    if (this.#rows === 0) throw new FileRefused('no-row', 'The file has a header and no row.');
    if (this.#short > 0)
      this.sink.note(
        `Rows that end before the header does, the missing cells taken as empty: ${this.#short}.`,
      );
    this.sink.note('The Spine saw these messages pass: that a practice filed one is not said by this file.');
    for (const note of this.#clock.notes()) this.sink.note(note);
  }
}
