/*
 * Format: GP2GP message exports of the Spine (CSV), transfers of records between practices.
 * Version: the columns _time to fromSystem, in any order and with any separator; rows may end early.
 * Spec: NHS England, GP2GP specification (interaction ids, acknowledgement codes).
 * Read: each row as a message between two parties (ASIDs) of one conversation, which is the record.
 * Dropped: nothing but the words with which the export says that it has nothing to say.
 */

import { type FactSink, type FileProbe, FileRefused, type Importer, type ImportInput } from '../importer';
import { isoTime } from '../log/log-clock';
import { systemNames } from '../log/system-names';
import { readLines, type TextLine } from '../log/text-lines';
import { planTimes, TimeColumn, type TimePlan } from '../table/plan/time-column';
import { quotedCells } from './quoted-cells';
import { type SpineRow, spineEvent, suppliersOf } from './spine-row';

const required = ['conversationID', 'GUID', 'interactionID', 'messageSender', 'messageRecipient'] as const;
const maximumLineBytes = 64 * 1024;
/** A quoted cell with more lines than this is one whose closing quote is missing. */
const maximumRowLines = 20;
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
    const header = headerOf(firstLines(probe)[0] ?? '');
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

interface Header {
  /** Column by lower-case name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly delimiter: string;
}

/** The header of this format, whichever separator a tool wrote it with; null where the line is none. */
function headerOf(line: string): Header | null {
  // Asked of every line: the header may stand in the file again.
  if (!/conversationid/i.test(line)) return null;
  for (const delimiter of [',', ';', '\t', '|']) {
    const cells = quotedCells(line.replace(/^\uFEFF/, ''), delimiter);
    const columns = new Map(cells?.map((cell, index) => [cell.toLowerCase(), index]) ?? []);
    if (required.every((name) => columns.has(name.toLowerCase()))) return { columns, delimiter };
  }
  return null;
}

const firstLines = (probe: FileProbe): readonly string[] =>
  probe.text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');

/** The times as a column's: the export of the Spine writes ISO 8601, a spreadsheet on the way may not. */
function timesOf({ probe, mapping }: ImportInput): TimeColumn {
  const [first = '', ...rows] = firstLines(probe).slice(0, 1000);
  const header = headerOf(first);
  const column = header?.columns.get('_time') ?? -1;
  const samples = rows.map((row) => quotedCells(row, header?.delimiter)?.[column] ?? '');
  return new TimeColumn(planTimes(samples, mapping.time) ?? isoTimes);
}

const isoTimes: TimePlan = {
  format: isoTime,
  zone: 'UTC',
  zoneFrom: 'default',
  needsZone: false,
  isAmbiguous: false,
  isDateOnly: false,
  isNewestFirst: false,
};

class Gp2gpReader {
  readonly #times: TimeColumn;
  readonly #nameOf: (written: string) => string;
  readonly #products = new Map<string, string>();
  #header: Header | null = null;
  /** Lines of a row whose quoted cell is still open. */
  #open: TextLine[] = [];
  #short = 0;
  #rows = 0;

  constructor(
    input: ImportInput,
    private readonly sink: FactSink,
  ) {
    this.#times = timesOf(input);
    this.#nameOf = systemNames(input.mapping);
  }

  line(read: TextLine): void {
    const { text, line, isCut } = read;
    if (this.#header === null) {
      if (text.trim() === '') return;
      this.#header = headerOf(text);
      if (this.#header === null) {
        throw new FileRefused('no-header', `The first line names none of ${required.join(', ')}.`, line);
      }
      return;
    }
    if (this.#open.length === 0 && (text.trim() === '' || this.#isHeader(text, line))) return;
    this.#open.push(read);
    const whole = this.#open.map((part) => part.text).join('\n');
    const cells = quotedCells(whole, this.#header.delimiter);
    // More cells than columns over several lines: a quote was closed by that of another row.
    const isJoinedWrongly = this.#open.length > 1 && (cells?.length ?? 0) > this.#header.columns.size;
    if (cells !== null && !isCut && !isJoinedWrongly) {
      const [first] = this.#open;
      this.#open = [];
      this.#cells(cells, first?.line ?? line, whole);
    } else if (isCut || isJoinedWrongly || this.#open.length > maximumRowLines) this.#giveUp();
  }

  #isHeader(text: string, line: number): boolean {
    if (headerOf(text) === null) return false;
    this.sink.warn({ line }, 'repeated-header', 'The header stands here again; the line was passed over.');
    return true;
  }

  /** A quote that nothing closes: its line is lost, the ones after it are rows of their own. */
  #giveUp(): void {
    const [first, ...rest] = this.#open;
    this.#open = [];
    if (first === undefined) return;
    this.#rows += 1;
    const message = 'A quoted cell is never closed: the row is cut off.';
    this.sink.reject({ line: first.line }, 'torn-row', message, first.text);
    for (const line of rest) this.line(line);
  }

  #cells(cells: readonly string[], line: number, text: string): void {
    this.#rows += 1;
    const columns = this.#header?.columns ?? new Map<string, number>();
    if (cells.length > columns.size && cells.slice(columns.size).some((cell) => cell !== '')) {
      const message = `The row has ${cells.length} cells, the header ${columns.size}.`;
      this.sink.reject({ line }, 'too-many-cells', message, text);
      return;
    }
    if (cells.length < columns.size) this.#short += 1;
    this.#row((name) => cells[columns.get(name.toLowerCase()) ?? -1] ?? '', line, text);
  }

  #row(row: SpineRow, line: number, raw: string): void {
    const place = { line };
    const lacking = required.filter((name) => row(name) === '');
    if (lacking.length > 0) {
      this.sink.reject(place, 'short-row', `The row ends before ${lacking.join(', ')}.`, raw);
      return;
    }
    const written = row('_time');
    const time = written === '' ? Number.NaN : this.#times.read(written);
    if (Number.isNaN(time)) {
      const message = written === '' ? 'The row has no _time.' : this.#times.problemOf(written);
      this.sink.reject(place, 'bad-time', message, raw);
      return;
    }
    this.sink.event(spineEvent(row, time, line, this.#nameOf));
    for (const [party, product] of suppliersOf(row)) {
      if (this.#products.get(party) === product || this.#products.size >= maximumParties) continue;
      this.#products.set(party, product);
      const subject = { kind: 'system', name: this.#nameOf(party) } as const;
      this.sink.state({ fact: 'property', subject, predicate: 'supplier', value: product }, place);
    }
    this.sink.accept();
  }

  finish(): void {
    while (this.#open.length > 0) this.#giveUp();
    if (this.#header === null) throw new FileRefused('no-header', 'The file is empty.');
    if (this.#rows === 0) throw new FileRefused('no-row', 'The file has a header and no row.');
    if (this.#short > 0)
      this.sink.note(
        `Rows that end before the header does, the missing cells taken as empty: ${this.#short}.`,
      );
    this.sink.note('The Spine saw these messages pass: that a practice filed one is not said by this file.');
    this.#times.report(this.sink, { line: 1 });
  }
}
