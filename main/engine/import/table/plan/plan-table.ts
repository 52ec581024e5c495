import { basename } from 'node:path';
import type { Mapping, TableKind } from '../../../../../shared/model/mapping';
import { FileRefused } from '../../importer';
import { zoneNamedIn } from '../../time/named-zones';
import { joinedTime } from '../rows/joined-time';
import { raciColumns } from '../rows/raci';
import type { TableLayout } from '../rows/row-access';
import { isInterfaceLog } from '../table-reader';
import { statedAbove } from './constants-above';
import { assignFields, detectTable, missesRequired } from './detect-table';
import { isDirectionHeader } from './event-words';
import { fieldsOfKind, headerKey } from './field-dictionary';
import { withKnownLayout } from './known-layouts';
import type { SampleRow } from './sample-row';
import { planTimes, type TimePlan } from './time-column';
import { uniqueHeaders } from './unique-headers';

/** Everything decided about a table before its rows are read. */
export interface TablePlan {
  readonly kind: TableKind;
  readonly confidence: number;
  readonly layout: TableLayout;
  /** Line of the header; 0 without one. Rows up to and including it are not data. */
  readonly headerLine: number;
  readonly timeField: string | null;
  readonly times: TimePlan | null;
  /** Who wrote a log without a writer's column: the file's own name. */
  readonly defaultSystem: string;
  readonly notes: readonly string[];
}

const timeFields: Readonly<Partial<Record<TableKind, string>>> = {
  log: 'time',
  extract: 'takenAt',
  warnings: 'time',
};

/**
 * Decides from the first rows and a mapping what a table is. What the mapping fixes is kept; the rest is
 * detected. Null when the rows read as no kind of table; a mapping that names what the file does not have
 * is refused.
 */
export function planTable(rows: readonly SampleRow[], given: Mapping, fileName: string): TablePlan | null {
  const mapping = withKnownLayout(rows, given);
  const found = findHeader(rows, mapping);
  if (!found) return null;
  const { kind, index, confidence } = found;
  const headerRow = rows[index];
  const header = uniqueHeaders(found.header);
  const fields = found.fields.slice(0, header.length);
  while (fields.length < header.length) fields.push(null);
  const notes = renameAttributes(header, fields, kind, mapping, given);
  if (kind === 'log' && mapping.headerRow === 0 && given.headerRow === undefined)
    notes.push(
      `The file has no header. By what stands in them its columns are: ${Object.entries(mapping.columns ?? {})
        .map(([field, column]) => `${column} ${field}`)
        .join(', ')}. Correct them in the mapping where that is wrong.`,
    );
  if (headerRow && index > 0)
    notes.push(`The header is on line ${headerRow.line}; what stands above it was not read as rows.`);
  const above = statedAbove(index > 0 ? rows.slice(0, index).map((row) => row.cells) : [], kind);
  const constants = constantsOf(above.constants, fields, header, mapping, notes);
  const sample = rows.slice(index + 1).map((row) => row.cells);
  const raci = ['systems', 'datasets', 'flows'].includes(kind) ? raciColumns(header, fields, sample) : [];
  if (raci.length > 0) {
    const parties = raci.map((column) => `"${header[column]?.trim()}"`).join(', ');
    notes.push(`A RACI matrix: the columns ${parties} are read as parties, and A as the owner.`);
  }
  const layout: TableLayout = {
    header,
    fields,
    mapping: constants === null ? mapping : { ...mapping, constants },
    written: headerRow?.cells ?? null,
    ...(raci.length > 0 ? { raci } : {}),
  };
  const timeField = timeFields[kind] ?? null;
  const data = rows.slice(index + 1).map((row) => row.cells);
  settleDateColumn(fields, data);
  if (kind === 'log') settleOutcomeColumn(fields, header);
  const times = timeField === null ? null : timesOf(layout, timeField, data, mapping, above.zone);
  const defaultSystem = basename(fileName).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  if (
    kind === 'log' &&
    isInterfaceLog(layout) &&
    !['system', 'source', 'destination', 'flow'].some((f) => fields.includes(f)) &&
    !layout.mapping.constants?.system
  ) {
    notes.push(
      `No column says which system wrote the log: taken as "${defaultSystem}" from the file's name.`,
    );
  }
  if (kind === 'extract' && !fields.includes('system') && !layout.mapping.constants?.system) {
    notes.push(
      `No column says which system held the records: taken as "${defaultSystem}" from the file's name.`,
    );
  }
  return {
    kind,
    confidence,
    layout,
    headerLine: headerRow?.line ?? 0,
    timeField,
    times,
    defaultSystem,
    notes,
  };
}

interface FoundHeader {
  readonly kind: TableKind;
  /** Index of the header's row, -1 without one. */
  readonly index: number;
  readonly header: readonly string[];
  readonly fields: (string | null)[];
  readonly confidence: number;
}

function findHeader(rows: readonly SampleRow[], mapping: Mapping): FoundHeader | null {
  const { kind, headerRow, columns } = mapping;
  const constants = Object.keys(mapping.constants ?? {});
  if (headerRow === 0) return withoutHeader(rows, mapping);
  const fixedIndex = headerRow === undefined ? -1 : rows.findIndex((row) => row.line >= headerRow);
  if (headerRow !== undefined && fixedIndex < 0 && rows.length > 0) {
    throw new FileRefused(
      'mapping-header',
      `The mapping says that the header is on line ${headerRow}, and the first part of the file has no row there. Correct headerRow, or leave it out.`,
    );
  }
  const cells = rows.map((row) => row.cells);
  const detected = detectTable(cells, {
    ...(kind ? { kind } : {}),
    ...(fixedIndex >= 0 ? { headerIndex: fixedIndex } : {}),
    ...(columns ? { columns } : {}),
    constants,
  });
  // Columns that a mapping names and the detected header lacks may stand in another row, or nowhere.
  const index = detected?.headerIndex ?? (fixedIndex >= 0 ? fixedIndex : rowOfColumns(rows, columns));
  const row = rows[index];
  if (!row || (!detected && (kind === undefined || columns === undefined))) return null;
  const header = trimTail(detected?.header ?? row.cells);
  requireColumns(header, row.line, columns);
  if (detected) {
    const { kind: found, fields, confidence } = detected;
    return {
      kind: found,
      index,
      header,
      fields: fields.slice(0, header.length),
      confidence: kind ? 1 : confidence,
    };
  }
  if (kind === undefined) return null;
  return { kind, index, header, fields: assignFields(header, kind, [], columns), confidence: 1 };
}

/** The first row that has every header a mapping names; the first row where none has. */
function rowOfColumns(rows: readonly SampleRow[], columns: Mapping['columns']): number {
  const wanted = Object.values(columns ?? {}).filter((column) => typeof column === 'string');
  const index = rows.findIndex(({ cells }) => {
    const keys = new Set(cells.map(headerKey));
    return wanted.length > 0 && wanted.every((name) => keys.has(headerKey(name)));
  });
  return Math.max(0, index);
}

function withoutHeader(rows: readonly SampleRow[], mapping: Mapping): FoundHeader | null {
  const columns = mapping.columns ?? {};
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.cells.length));
  const header = Array.from({ length: width }, (_, i) => `Column ${i + 1}`);
  requireColumns(header, 0, columns);
  const given = new Set([...Object.keys(columns), ...Object.keys(mapping.constants ?? {})]);
  const kind =
    mapping.kind ??
    (Object.keys(fieldsOfKind) as TableKind[]).find(
      (candidate) =>
        !missesRequired(candidate, given) &&
        [...given].every((name) => fieldsOfKind[candidate].some((f) => f.field === name)),
    );
  if (!kind || Object.keys(columns).length === 0) return null;
  return { kind, index: -1, header, fields: assignFields(header, kind, [], columns), confidence: 1 };
}

/** Refuses a mapping whose columns the header lacks: what they hold would be lost without a word. */
function requireColumns(header: readonly string[], line: number, columns: Mapping['columns']): void {
  for (const [field, column] of Object.entries(columns ?? {})) {
    if (
      typeof column === 'number'
        ? column <= header.length
        : header.some((h) => headerKey(h) === headerKey(column))
    )
      continue;
    const shown = header.slice(0, 30).map((name) => `"${name.trim()}"`);
    throw new FileRefused(
      'mapping-column',
      typeof column === 'number'
        ? `The mapping says that ${field} is column ${column}, and the table has ${header.length}. Correct the mapping.`
        : line === 0
          ? `The mapping says that ${field} stands under "${column}", and headerRow 0 says that there is no header. Give the column's number.`
          : `The mapping says that ${field} stands under "${column}", and the header on line ${line} has no such column. It has: ${shown.join(', ')}. Correct the mapping.`,
      Math.max(1, line),
    );
  }
}

function trimTail(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end--;
  return cells.slice(0, end);
}

/** A name in a mapping that is no field of the kind gives the column's attribute that name. */
function renameAttributes(
  header: string[],
  fields: (string | null)[],
  kind: TableKind,
  mapping: Mapping,
  given: Mapping,
): string[] {
  const notes: string[] = [];
  const known = new Set(fieldsOfKind[kind].map((f) => f.field));
  for (const [field, column] of Object.entries(mapping.columns ?? {})) {
    if (known.has(field)) continue;
    const index =
      typeof column === 'number' ? column - 1 : header.findIndex((h) => headerKey(h) === headerKey(column));
    if (index < 0) continue;
    fields[index] = null;
    header[index] = field;
    if (given.columns?.[field] !== undefined)
      notes.push(
        `"${field}" is no field of a table of kind "${kind}": the column "${column}" is kept as an attribute of that name. Fields are: ${[...known].join(', ')}.`,
      );
  }
  return notes;
}

/**
 * What holds for every row that says nothing itself: the mapping's constants, and what the sheet says above
 * its header. An organisation said once outranks a column of functions ("Human resources"), which is a weak
 * word for one.
 */
function constantsOf(
  above: Readonly<Record<string, string>>,
  fields: (string | null)[],
  header: readonly string[],
  mapping: Mapping,
  notes: string[],
): Readonly<Record<string, string>> | null {
  for (const [field, value] of Object.entries(above)) {
    if (mapping.constants?.[field] === undefined)
      notes.push(`Above the header stands the ${field} "${value}": taken for every row that names none.`);
  }
  const organisation = fields.indexOf('organisation');
  const isFunction = /function|department|directorate|division|business unit/i.test(
    header[organisation] ?? '',
  );
  if (above.organisation !== undefined && isFunction && mapping.columns?.organisation === undefined)
    fields[organisation] = null;
  const all = { ...above, ...mapping.constants };
  return Object.keys(all).length === 0 ? null : all;
}

/** A date beside a time of day is half of a moment; without one it is the time, else a column like others. */
function settleDateColumn(fields: (string | null)[], data: readonly (readonly string[])[]): void {
  const date = fields.indexOf('date');
  const time = fields.indexOf('time');
  if (date < 0) return;
  if (time < 0) fields[date] = 'time';
  else if (!data.some((cells) => isTimeOfDay(cells[time] ?? '')) && data.length > 0) fields[date] = null;
}

/** Beside a column of directions another one may say what became of each message. */
function settleOutcomeColumn(fields: (string | null)[], header: readonly string[]): void {
  if (fields.includes('outcome') || !isDirectionHeader(header[fields.indexOf('event')] ?? '')) return;
  const column = header.findIndex(
    (text, i) =>
      fields[i] === null && /\b(outcome|result|status|disposition|ack(nowledge?ment)?)\b/i.test(text),
  );
  if (column >= 0) fields[column] = 'outcome';
}

const isTimeOfDay = (text: string): boolean =>
  /^\s*\d{1,2}[:.]\d{2}/.test(text) || /^\s*\d{4}(\d{2})?\s*$/.test(text);

function timesOf(
  layout: TableLayout,
  timeField: string,
  data: readonly (readonly string[])[],
  mapping: Mapping,
  zoneAbove: string | null,
): TimePlan | null {
  const column = layout.fields.indexOf(timeField);
  const date = layout.fields.indexOf('date');
  const constant = layout.mapping.constants?.[timeField];
  if (column < 0 && constant === undefined) {
    // Nothing to read, but a wrong word of the mapping is still said.
    planTimes([], mapping.time);
    return null;
  }
  const samples =
    column < 0
      ? [constant ?? '']
      : data.map((cells) =>
          date < 0 ? (cells[column] ?? '') : joinedTime(cells[date] ?? '', cells[column] ?? ''),
        );
  const headers = [column, date].map((at) => layout.header[at] ?? '');
  const zone = headers.map(zoneNamedIn).find((named) => named !== null) ?? zoneAbove;
  return planTimes(samples, mapping.time, zone);
}

/** The plan as a complete mapping: what an import of the same file would be told to repeat it. */
export function mappingOf(plan: TablePlan, extra: Mapping = {}): Mapping {
  const columns: Record<string, string | number> = {};
  plan.layout.fields.forEach((field, i) => {
    if (field !== null) columns[field] = plan.headerLine === 0 ? i + 1 : (plan.layout.header[i] ?? i + 1);
  });
  const { values, constants, time } = plan.layout.mapping;
  return {
    kind: plan.kind,
    headerRow: plan.headerLine,
    ...extra,
    columns,
    ...(time ? { time } : {}),
    ...(values ? { values } : {}),
    ...(constants ? { constants } : {}),
  };
}
