import type { TablePreview } from '../../../shared/contract/import-methods';
import type { Mapping, TableKind } from '../../../shared/model/mapping';

/** Why a mapping is replaced rather than changed: another shape of the table makes its columns meaningless. */
type Shape = Pick<Mapping, 'kind' | 'headerRow' | 'delimiter' | 'encoding' | 'sheet'>;

/** The field of each column, as a mapping's `columns` gives it by header or by 1-based number. */
export function fieldsOfColumns(
  mapping: Mapping,
  header: readonly string[],
  columns: number,
): readonly (string | null)[] {
  const fields = new Array<string | null>(columns).fill(null);
  for (const [field, place] of Object.entries(mapping.columns ?? {})) {
    const index = typeof place === 'number' ? place - 1 : header.indexOf(place);
    if (index >= 0 && index < columns) fields[index] = field;
  }
  return fields;
}

/**
 * Puts a field on a column (or takes it off, with null). A field stands on one column and a column has one
 * field. A header that occurs twice, or is empty, is named by its number.
 */
export function withColumnField(
  mapping: Mapping,
  header: readonly string[],
  column: number,
  field: string | null,
): Mapping {
  const name = header[column] ?? '';
  const isUnique = name !== '' && header.indexOf(name) === header.lastIndexOf(name);
  const fields = fieldsOfColumns(mapping, header, Math.max(header.length, column + 1));
  const kept = Object.entries(mapping.columns ?? {}).filter(
    ([known]) => known !== field && known !== fields[column],
  );
  const added = field === null ? [] : [[field, isUnique ? name : column + 1] as const];
  return { ...mapping, columns: Object.fromEntries([...kept, ...added]) };
}

/** Another kind, header row, delimiter, encoding or sheet: the columns are found anew, the rest is kept. */
export function withShape(mapping: Mapping, shape: Shape): Mapping {
  const { columns, values: _values, ...kept } = mapping;
  // A table that nothing recognised is read by a person's word alone: without any column it would be none again.
  const isByHand = columns !== undefined && Object.keys(columns).length === 0;
  return { ...kept, ...shape, ...(isByHand ? { columns } : {}) };
}

export function withKind(mapping: Mapping, kind: TableKind): Mapping {
  return withShape(mapping, { kind });
}

/** What a word of a log's event column means; null: what is detected. */
export function withEventWord(mapping: Mapping, word: string, kind: string | null): Mapping {
  const { [word]: _before, ...others } = mapping.values?.event ?? {};
  const event = kind === null ? others : { ...others, [word]: kind };
  return { ...mapping, values: { ...mapping.values, event } };
}

/** The zone of a whole file: also of every sheet of a workbook. */
export function withZone(mapping: Mapping, zone: string): Mapping {
  const { sheets, ...all } = mapping;
  const inZone = { ...all, time: { ...all.time, zone } };
  if (sheets === undefined) return inZone;
  const each = Object.entries(sheets).map(([name, own]) => {
    const { time, ...rest } = own;
    return [name, time?.format === undefined ? rest : { ...rest, time: { format: time.format } }] as const;
  });
  return { ...inZone, sheets: Object.fromEntries(each) };
}

/** The name of the sheet that a mapping tells apart from others: null where the mapping is of one table. */
export function sheetOf(mapping: Mapping, table: TablePreview): string | null {
  return table.sheets.length > 1 && mapping.sheet === undefined ? table.sheet : null;
}

/** The part of a file's mapping that speaks of the table shown. */
export function shownPart(mapping: Mapping, table: TablePreview): Mapping {
  const sheet = sheetOf(mapping, table);
  if (sheet === null) return mapping;
  const { skip: _skip, ...own } = mapping.sheets?.[sheet] ?? {};
  return own;
}

/** The file's mapping with the part of the table shown changed. */
export function withShownPart(mapping: Mapping, table: TablePreview, changed: Mapping): Mapping {
  const sheet = sheetOf(mapping, table);
  if (sheet === null) return changed;
  const { kind, headerRow, columns, time, values, constants } = changed;
  const given = Object.entries({ kind, headerRow, columns, time, values, constants });
  const own = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return { ...mapping, sheets: { ...mapping.sheets, [sheet]: own } };
}

/** A sheet of a workbook left out, or read after all, as it is detected. */
export function withSheetSkipped(mapping: Mapping, sheet: string, isSkipped: boolean): Mapping {
  const { [sheet]: _before, ...others } = mapping.sheets ?? {};
  return { ...mapping, sheets: isSkipped ? { ...others, [sheet]: { skip: true } } : others };
}
