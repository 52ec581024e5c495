/**
 * Format: JSON lines, or a JSON array (or an object with arrays) of flat objects, as inventory or log.
 * Version: RFC 8259; NDJSON 1.0.
 * Spec: RFC 8259; what members mean comes from their names, as for the columns of a table.
 * Read: every object, each a row; nested members by dotted names; unknown members stay as attributes.
 * Dropped: in a document, what is not within an array of objects.
 */

import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import { tableKinds } from '../../../../shared/model/mapping';
import { type FactSink, type FileProbe, FileRefused, type Importer } from '../importer';
import { detectJsonLayout, type JsonLayout } from '../json/layout';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { NamedCellsReader } from '../table/named-cells-reader';
import { headerKey } from '../table/plan/field-dictionary';
import { mappingOf, planTable, type TablePlan } from '../table/plan/plan-table';
import type { SampleRow } from '../table/plan/sample-row';
import { patternOf } from '../time/detect-format';
import { findLists } from './find-lists';
import { eachCell } from './flatten-object';
import { rowsOfObjects } from './sample-objects';

/** Line starts are noted this often, so that evidence deep in a large file opens at once. */
const linesPerMark = 1000;

/** Stands for the file's own object in place of the name of a list. */
const soleObject = '';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The tables of a file by the pointer of the list that holds them; a file that is one list has "". */
function planObjects(probe: FileProbe, layout: JsonLayout, mapping: Mapping): ReadonlyMap<string, TablePlan> {
  const lists = new Map<string, readonly unknown[]>();
  if (layout === 'document') {
    for (const { pointer } of findLists(probe.text)) {
      const values = peekJson(probe, [`${pointer}/*`])?.values ?? [];
      if (values.some(isObject)) lists.set(pointer, values);
    }
    const whole = peekJson(probe, [''])?.values ?? [];
    // A file of one object is a list of one, as a log of one line is.
    if (lists.size === 0 && whole.some(isObject)) lists.set(soleObject, whole.slice(0, 1));
  } else lists.set(soleObject, peekJson(probe)?.values ?? []);
  const plans = new Map<string, TablePlan>();
  let refusal: FileRefused | null = null;
  for (const [pointer, values] of lists) {
    const rows = withMappedColumns(rowsOfObjects(values), mapping);
    if (rows.length < 2) continue;
    try {
      const plan = planTable(rows, { ...mapping, headerRow: 1 }, probe.name);
      if (plan) plans.set(pointer, { ...plan, headerLine: 0 });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refusal ??= error;
    }
  }
  if (plans.size === 0 && refusal) throw refusal;
  return plans;
}

/** Members that a mapping names and the first objects lack are columns too: later objects may have them. */
function withMappedColumns(rows: readonly SampleRow[], mapping: Mapping): readonly SampleRow[] {
  const [header, ...rest] = rows;
  if (!header) return rows;
  const keys = new Set(header.cells.map(headerKey));
  const lacking = Object.values(mapping.columns ?? {}).filter(
    (column) => typeof column === 'string' && !keys.has(headerKey(column)),
  );
  // None of the named members: the mapping is for another file, and says so.
  if (lacking.length === 0 || lacking.length === Object.keys(mapping.columns ?? {}).length) return rows;
  return [{ ...header, cells: [...header.cells, ...lacking.map(String)] }, ...rest];
}

/** A plan's mapping: members go by their names, whatever order they come in. */
function namedMapping(plan: TablePlan, extra: Mapping = {}): Mapping {
  const { headerRow: _, ...rest } = mappingOf({ ...plan, headerLine: 1 }, extra);
  return rest;
}

export const objectsImporter: Importer = {
  id: 'json',
  title: 'JSON lines or JSON list of objects',
  version: 1,
  detects:
    'Objects, one a line or in an array, whose member names are columns of an inventory, a log, an extract or a crosswalk.',
  fields: tableKinds,
  drops: ['members of a document that are not lists of objects'],
  detect(probe) {
    const layout = probe.isBinary ? null : detectJsonLayout(probe.text, probe.isWhole);
    if (layout === null) return null;
    const plans = planObjects(probe, layout, {});
    const [first] = plans.values();
    if (!first) return null;
    return {
      confidence: 0.35 + 0.4 * first.confidence,
      summary: `JSON ${layout === 'lines' ? 'lines' : 'list'}: ${[...plans.values()].map((p) => p.kind).join(', ')}`,
      mapping: namedMapping(first),
    };
  },
  async read(input, sink) {
    const layout = detectJsonLayout(input.probe.text, input.probe.isWhole);
    const plans =
      layout === null ? new Map<string, TablePlan>() : planObjects(input.probe, layout, input.mapping);
    const [first] = plans.values();
    if (layout === null || !first) {
      throw new FileRefused(
        'unknown-columns',
        `${input.name}: its objects do not read as an inventory or a log. Give the columns in a mapping (kind, columns).`,
      );
    }
    const time =
      first.times && first.times.format.kind !== 'unknown'
        ? { time: { format: patternOf(first.times.format), zone: first.times.zone } }
        : {};
    sink.describe?.(
      [...plans.values()].map((p) => p.kind).join('+'),
      namedMapping(first, time),
      input.probe.encoding,
    );
    const readers = new Map<string, ObjectReader>();
    for (const [key, plan] of plans) {
      for (const note of plan.notes) sink.note(note);
      readers.set(key, new ObjectReader(plan, sink));
    }
    const pointers = [...plans.keys()];
    let nextMark = linesPerMark;
    await readJson(
      input.open(),
      {
        layout,
        encoding: input.mapping.encoding ?? input.probe.encoding,
        progress: (bytes) => sink.progress(bytes),
        ...(layout === 'document'
          ? { select: pointers.map((pointer) => (pointer === soleObject ? '' : `${pointer}/*`)) }
          : {}),
      },
      (element) => {
        const { place } = element;
        if (place.line >= nextMark && place.byteFrom !== undefined) {
          sink.markLine?.(place.line, place.byteFrom);
          nextMark = place.line + linesPerMark;
        }
        if (!element.ok) {
          const code = element.code === 'cut-short' ? 'torn-line' : element.code;
          sink.reject(place, code, element.message, element.raw);
          return;
        }
        readers.get(pointers[element.selected] ?? soleObject)?.read(element.value, place);
      },
    );
    for (const reader of readers.values()) reader.end();
  },
};

/** Reads one list of objects as a table. */
class ObjectReader {
  readonly #reader: NamedCellsReader;

  constructor(
    plan: TablePlan,
    readonly sink: FactSink,
  ) {
    this.#reader = new NamedCellsReader(plan, sink);
  }

  read(value: unknown, place: Place): void {
    if (!isObject(value)) {
      this.sink.reject(
        place,
        'not-an-object',
        'An object was expected here.',
        JSON.stringify(value)?.slice(0, 2000),
      );
      return;
    }
    const isRead = this.#reader.read(
      (put) => eachCell(value, put),
      place,
      () => JSON.stringify(value),
    );
    // A row of blanks is passed over in a spreadsheet; an object that says nothing was still written.
    if (!isRead) {
      this.sink.reject(
        place,
        'empty-object',
        'The object says nothing: it has no member with a value.',
        '{}',
      );
    }
  }

  end(): void {
    this.#reader.end();
  }
}
