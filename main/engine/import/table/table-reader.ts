import type { Place } from '../../../../shared/model/citation';
import type { TableKind } from '../../../../shared/model/mapping';
import type { EventKind } from '../../../../shared/model/vocabulary';
import type { FactSink } from '../importer';
import { EventWords, isDirectionHeader, kindOfPhrase } from './plan/event-words';
import { attributeName, fieldsOfKind, meaningsOf } from './plan/field-dictionary';
import type { TimeColumn } from './plan/time-column';
import { inventoryReaders } from './rows/inventory-rows';
import { joinedTime } from './rows/joined-time';
import { endsOf, peerName } from './rows/log-row';
import { RowAccess, type TableLayout } from './rows/row-access';
import { twoEnds } from './rows/two-ends';
import { isBlank } from './vocabulary/blank';
import { eventKindOf } from './vocabulary/event-kind';

/**
 * Turns the rows of a table, whatever file they come from, into facts: one accepted or rejected row for
 * each call of `read`. Complete rather than fast; the CSV importer has a quicker lane for plain log lines
 * and comes here with the others.
 */
export class TableReader {
  readonly #row: RowAccess;
  readonly #kind: TableKind;
  readonly #sink: FactSink;
  readonly #times: TimeColumn | null;
  #isInterfaceLog: boolean;
  readonly #attributeNames: string[] = [];
  readonly #defaultSystem: string;
  #fallback: string;
  readonly #headerKey: string | null;
  readonly words: EventWords;
  readonly #extracts = new Set<string>();
  /** Rows accepted or rejected so far. */
  rows = 0;
  #hasWarnedOfTimes = false;

  constructor(
    kind: TableKind,
    readonly layout: TableLayout,
    times: TimeColumn | null,
    defaultSystem: string,
    sink: FactSink,
  ) {
    this.#kind = kind;
    this.#row = new RowAccess(layout);
    this.#times = times;
    this.#sink = sink;
    this.#isInterfaceLog = isInterfaceLog(layout);
    this.#defaultSystem = defaultSystem;
    this.#fallback = fallbackWriter(layout, defaultSystem);
    this.words = new EventWords(this.#isInterfaceLog, isDirectionHeader(this.#row.headerOf('event')));
    this.#headerKey = layout.written ? rowKey(layout.written) : null;
  }

  /**
   * Gives a column that turned up on the way (a member that the first objects lack: a log may begin with
   * weeks of heartbeats) the field that its name means, where no other column has it.
   */
  learnColumn(column: number, fields: (string | null)[]): void {
    const known = fieldsOfKind[this.#kind].map((spec) => spec.field);
    const meaning = meaningsOf(this.layout.header[column] ?? '', this.#kind).find(
      ({ field }) => known.includes(field) && !fields.includes(field) && field !== 'time' && field !== 'date',
    );
    if (!meaning) return;
    fields[column] = meaning.field;
    this.#row.learn(column, meaning.field);
    this.#isInterfaceLog = isInterfaceLog(this.layout);
    this.words.isInterfaceLog = this.#isInterfaceLog;
    this.#fallback = fallbackWriter(this.layout, this.#defaultSystem);
  }

  /** Reads one row. `raw` is its text as it stands, kept when it is rejected. */
  read(cells: readonly string[], place: Place, raw: () => string): void {
    const row = this.#row;
    row.cells = cells;
    row.place = place;
    // A row of blanks is what spreadsheets make of a blank line.
    if (cells.every((cell) => cell.trim() === '')) return;
    const width = this.layout.header.length;
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      this.#reject(
        'too-many-cells',
        `The row has ${cells.length} cells, the header ${width}. A delimiter inside a cell may lack its quotes.`,
        raw,
      );
      return;
    }
    if (this.#headerKey !== null && rowKey(cells) === this.#headerKey) {
      this.#sink.warn(place, 'repeated-header', 'The header stands here again; the line was passed over.');
      return;
    }
    if (isInventory(this.#kind) && isFooter(cells)) {
      this.#reject('footer', 'The row is a total or a note below the table, no row of it.', raw);
      return;
    }
    const problem = this.#state();
    if (problem && cells.length < width) {
      const message = `The row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${width}. ${problem.message}`;
      this.#reject('short-row', message, raw);
    } else if (problem) this.#reject(problem.code, problem.message, raw);
    else {
      if (cells.length < width && place.pointer === undefined) {
        this.#sink.warn(
          place,
          'short-row',
          `The row has ${cells.length} cells, the header ${width}; the missing ones were read as empty.`,
        );
      }
      this.rows++;
      this.#sink.accept();
    }
  }

  #reject(code: string, message: string, raw: () => string): void {
    this.rows++;
    this.#sink.reject(this.#row.place, code, message, raw());
  }

  #state(): { code: string; message: string } | null {
    switch (this.#kind) {
      case 'log':
        return this.#logRow();
      case 'extract':
        return this.#extractRow();
      case 'crosswalk':
        return this.#crosswalkRow();
      case 'warnings':
        return this.#warningRow();
      default:
        return inventoryReaders[this.#kind]?.(this.#row, this.#sink) ?? null;
    }
  }

  #logRow(): { code: string; message: string } | null {
    const row = this.#row;
    const word = row.cell('event');
    if (word === '') return { code: 'missing-event', message: 'The row says no event.' };
    let time: number | null = null;
    if (row.has('time')) {
      const text = row.has('date') ? joinedTime(row.cell('date'), row.cell('time')) : row.cell('time');
      if (!this.#times) this.#warnOfTimes(text);
      else if (text === '') return { code: 'missing-time', message: 'The row has no time.' };
      else {
        time = this.#times.read(text);
        if (Number.isNaN(time)) return { code: 'bad-time', message: this.#times.problemOf(text) };
      }
    }
    const way = this.words.kindOf(word);
    const outcome = row.cell('outcome');
    const fate = outcome === '' ? null : fateOf(way, outcome);
    const kind = fate?.isInstead ? fate.kind : way;
    const [source, destination] = twoEnds(row.cell('flow'), true) ?? ['', ''];
    const from = peerName(row.cell('source')) || source;
    const to = peerName(row.cell('destination')) || destination;
    const named = peerName(row.cell('system'));
    const { writer, peer } = endsOf(kind, named || this.#fallback, peerName(row.cell('peer')), from, to);
    const event = {
      time,
      system: writer || null,
      activity: fate?.isInstead ? outcome : word,
      kind,
      peer: peer || null,
      message: row.cell('message') || null,
      record: row.cell('record') || null,
      attributes: this.#attributes(),
      line: row.place.line,
    };
    this.#sink.event(event);
    if (fate && !fate.isInstead) {
      // Of what came in, the writer itself refuses: only a sending of its own is refused by the other side.
      this.#sink.event({
        ...event,
        activity: outcome,
        kind: fate.kind,
        peer: way === 'sent' ? event.peer : null,
      });
    }
    return null;
  }

  /** A column of times that hold none this program reads: the lines stand in the file's order. */
  #warnOfTimes(text: string): void {
    if (text === '' || this.#hasWarnedOfTimes) return;
    this.#hasWarnedOfTimes = true;
    this.#sink.warn(
      this.#row.place,
      'no-time-format',
      `"${this.#row.headerOf('time')}" holds no times that are known, so that no event has one. Give time.format in a mapping.`,
    );
  }

  /** Says in the report what was assumed of words. Call once, at the end. */
  end(): void {
    if (this.#kind === 'log') this.words.report(this.#sink);
  }

  #attributes(): Record<string, string> | null {
    const { fields } = this.layout;
    let found: Record<string, string> | null = null;
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i];
      if (field !== null && field !== 'outcome' && field !== 'flow') continue;
      const value = (this.#row.cells[i] ?? '').trim();
      if (value === '' || (field === 'flow' && twoEnds(value, true) !== null)) continue;
      found ??= Object.create(null) as Record<string, string>;
      const name = this.#attributeName(i);
      // Two columns of one common name (Site and Facility): the second keeps its own header.
      found[name in found ? (this.layout.header[i] ?? name).trim() : name] = value;
    }
    return found;
  }

  /** Tables of objects grow columns on the way, so names are worked out when first needed. */
  #attributeName(column: number): string {
    const known = this.#attributeNames[column];
    if (known !== undefined) return known;
    const name = attributeName(this.layout.header[column] ?? '') || `Column ${column + 1}`;
    this.#attributeNames[column] = name;
    return name;
  }

  #extractRow(): { code: string; message: string } | null {
    const row = this.#row;
    const record = row.cell('record');
    if (record === '')
      return { code: 'missing-field', message: `No identifier in "${row.headerOf('record')}".` };
    const system = row.cell('system') || this.#defaultSystem;
    let takenAt: number | null = null;
    if (this.#times && row.has('takenAt')) {
      const time = this.#times.read(row.cell('takenAt'));
      takenAt = Number.isNaN(time) ? null : time;
    }
    const other = row.cell('alias');
    if (!isBlank(other) && other !== record) this.#sink.alias(record, other, 'same', row.place);
    const dataset = isBlank(row.cell('dataset')) ? null : row.cell('dataset');
    const list = `${system}\u0000${dataset ?? ''}`;
    if (!this.#extracts.has(list)) {
      this.#extracts.add(list);
      this.#sink.state({ fact: 'extract', system, dataset, takenAt }, row.place);
    }
    this.#sink.event({
      time: takenAt,
      system,
      activity: 'held',
      kind: 'held',
      record,
      attributes: this.#attributes(),
      line: row.place.line,
    });
    return null;
  }

  #crosswalkRow(): { code: string; message: string } | null {
    const row = this.#row;
    const merged = row.has('superseded');
    const a = merged ? row.cell('superseded') : row.cell('record');
    const b = merged ? row.cell('current') || row.cell('record') : row.cell('alias') || row.cell('current');
    if (a === '' || b === '')
      return { code: 'missing-field', message: 'One of the two identifiers is empty.' };
    this.#sink.alias(a, b, merged ? 'superseded' : 'same', row.place);
    return null;
  }

  #warningRow(): { code: string; message: string } | null {
    const row = this.#row;
    const text = row.cell('text');
    if (text === '') return { code: 'missing-field', message: 'The row has no text of the warning.' };
    const when = row.cell('time');
    const time = this.#times && when !== '' ? this.#times.read(when) : Number.NaN;
    if (Number.isNaN(time)) {
      this.#sink.warn(
        row.place,
        'bad-time',
        `"${when}" is no date of this column's format; the warning is kept without one.`,
      );
    }
    this.#sink.state(
      {
        fact: 'warning',
        at: Number.isNaN(time) ? null : time,
        text,
        subject: row.cell('subject') || null,
        from: row.cell('from') || null,
        to: row.cell('to') || null,
      },
      row.place,
    );
    return null;
  }
}

/**
 * What an outcome beside a direction says: a sending that was refused or answered is two events, one that
 * is queued or filtered is no sending yet.
 */
function fateOf(
  way: EventKind,
  outcome: string,
): { readonly kind: EventKind; readonly isInstead: boolean } | null {
  if (way !== 'sent' && way !== 'received') return null;
  // "Rejected: unknown patient": what follows is the reason.
  const [word = ''] = outcome.split(/[:;,(]| - /);
  const kind = eventKindOf(word) ?? kindOfPhrase(word);
  if (kind === 'rejected' || (kind === 'acknowledged' && way === 'sent')) return { kind, isInstead: false };
  return way === 'sent' && (kind === 'queued' || kind === 'filtered') ? { kind, isInstead: true } : null;
}

/** A row's cells as one text, without the empty ones at its end. */
function rowKey(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.trim());
  while (texts.at(-1) === '') texts.pop();
  return JSON.stringify(texts);
}

const isInventory = (kind: TableKind): boolean => !['log', 'extract', 'crosswalk'].includes(kind);

const footerWords =
  /^\W*((grand |sub-?)?totals?\b|(number|count) of |end of (register|list|table|report|document)|(foot)?notes?\s*:|n\.?b\.?\s*:|sources?\s*:|(key|legend)\s*:|page \d+|printed\b|generated\b|(last )?(updated|reviewed)\b|prepared by|produced by|©|copyright|disclaimer|version \d|\*)/i;
/** The same in other languages; without the colon most of them could begin a name. */
const foreignFooterWords =
  /^\W*((hinweise?|anmerkung(en)?|bemerkung(en)?|stand|quellen?|legende|remarques?|légende|nota|fuente|leyenda|opmerking(en)?|bron(nen)?|avvertenza|fonte|legenda|uwaga|uwagi|źródło|huomautus|huom|lähde|bemærk|merknad|kilde|anmärkning|anm|källa|nodyn|ffynhonnell)\.?\s*:|(insgesamt|gesamtsumme|gesamt|summe|totaal|totale|totaux|razem|yhteensä|i alt|sammanlagt|cyfanswm)\b)/i;

/** A row whose one text is a total or a note, with nothing but numbers beside it. */
function isFooter(cells: readonly string[]): boolean {
  const [first, ...rest] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    first !== undefined &&
    (footerWords.test(first) || foreignFooterWords.test(first) || (rest.length === 0 && isSentence(first))) &&
    rest.every((cell) => /^[\d\s.,%£$€/:-]+$/.test(cell))
  );
}

/** No name has so many words and ends with a full stop. */
const isSentence = (text: string): boolean => /[.!]$/.test(text) && text.split(/\s+/).length >= 6;

/** A log whose lines name another system speaks of messages; without one its words are steps of a case. */
export const isInterfaceLog = (layout: TableLayout): boolean => {
  const given = new Set([...layout.fields, ...Object.keys(layout.mapping.constants ?? {})]);
  return ['peer', 'source', 'destination', 'flow', 'message'].some((field) => given.has(field));
};

/**
 * Who wrote the lines of a log that has no column to say it: the file's own name. Empty where a column says
 * it, also on the lines where that column is blank: then nobody says.
 */
export function fallbackWriter(layout: TableLayout, defaultSystem: string): string {
  const isSaid = ['system', 'source', 'destination', 'flow'].some((field) => layout.fields.includes(field));
  return isInterfaceLog(layout) && !isSaid ? defaultSystem : '';
}
