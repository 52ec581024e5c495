import { basename } from 'node:path';
import type { Mapping, TableKind } from '../../../../shared/model/mapping';
import { constantsAbove } from './constants-above';
import { assignFields, detectTable } from './detect-table';
import { fieldsOfKind, headerKey } from './field-dictionary';
import { withKnownLayout } from './known-layouts';
import type { TableLayout } from './row-access';
import { isInterfaceLog } from './table-reader';
import { planTimes, type TimePlan } from './time-column';

export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
}

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
 * detected. Null when the rows read as no kind of table.
 */
export function planTable(rows: readonly SampleRow[], given: Mapping, fileName: string): TablePlan | null {
  const mapping = withKnownLayout(rows, given);
  const hasHeader = mapping.headerRow !== 0;
  const fixedIndex =
    mapping.headerRow !== undefined && hasHeader
      ? rows.findIndex((row) => row.line >= (mapping.headerRow ?? 0))
      : undefined;
  const detected = hasHeader
    ? detectTable(
        rows.map((row) => row.cells),
        {
          ...(mapping.kind ? { kind: mapping.kind } : {}),
          ...(fixedIndex !== undefined && fixedIndex >= 0 ? { headerIndex: fixedIndex } : {}),
        },
      )
    : null;
  const kind = mapping.kind ?? detected?.kind;
  if (!kind) return null;
  const index = !hasHeader ? -1 : (detected?.headerIndex ?? fixedIndex ?? 0);
  const headerRow = rows[index];
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.cells.length));
  const header = headerRow
    ? trimTail(headerRow.cells).map((text) => text.trim())
    : Array.from({ length: width }, (_, i) => `Column ${i + 1}`);
  const fields = [...(detected?.fields.slice(0, header.length) ?? assignFields(header, kind))];
  const notes = applyColumns(header, fields, kind, mapping);
  if (!detected && !mapping.columns) return null;
  if (headerRow && index > 0)
    notes.push(`The header is on line ${headerRow.line}; what stands above it was not read as rows.`);
  const above = constantsAbove(index > 0 ? rows.slice(0, index).map((row) => row.cells) : [], kind);
  for (const [field, value] of Object.entries(above)) {
    if (mapping.constants?.[field] === undefined) {
      notes.push(`Above the header stands the ${field} "${value}": taken for every row that names none.`);
    }
  }
  const layout: TableLayout = {
    header,
    fields,
    mapping:
      Object.keys(above).length === 0
        ? mapping
        : { ...mapping, constants: { ...above, ...mapping.constants } },
  };
  const timeField = timeFields[kind] ?? null;
  const column = timeField === null ? -1 : fields.indexOf(timeField);
  const samples = column < 0 ? [] : rows.slice(index + 1).map((row) => row.cells[column] ?? '');
  const times = column < 0 ? null : planTimes(samples, mapping.time);
  const defaultSystem = basename(fileName).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  if (
    kind === 'log' &&
    isInterfaceLog(layout) &&
    !['system', 'source', 'destination'].some((f) => fields.includes(f)) &&
    !mapping.constants?.system
  ) {
    notes.push(
      `No column says which system wrote the log: taken as "${defaultSystem}" from the file's name.`,
    );
  }
  if (kind === 'extract' && !fields.includes('system') && !mapping.constants?.system) {
    notes.push(
      `No column says which system held the records: taken as "${defaultSystem}" from the file's name.`,
    );
  }
  return {
    kind,
    confidence: mapping.kind ? 1 : (detected?.confidence ?? 0.5),
    layout,
    headerLine: headerRow?.line ?? 0,
    timeField,
    times,
    defaultSystem,
    notes,
  };
}

function trimTail(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end--;
  return cells.slice(0, end);
}

/** Puts a mapping's columns over the detected ones; says what it could not find. */
function applyColumns(
  header: string[],
  fields: (string | null)[],
  kind: TableKind,
  mapping: Mapping,
): string[] {
  const notes: string[] = [];
  const known = new Set(fieldsOfKind[kind].map((f) => f.field));
  for (const [field, column] of Object.entries(mapping.columns ?? {})) {
    const index =
      typeof column === 'number' ? column - 1 : header.findIndex((h) => headerKey(h) === headerKey(column));
    if (index < 0 || index >= header.length) {
      notes.push(`The mapping's column "${column}" for ${field} is not in the file.`);
      continue;
    }
    const before = fields.indexOf(field);
    if (before >= 0) fields[before] = null;
    // A name that is no field of this kind renames the attribute.
    if (known.has(field)) fields[index] = field;
    else {
      fields[index] = null;
      header[index] = field;
    }
  }
  return notes;
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
