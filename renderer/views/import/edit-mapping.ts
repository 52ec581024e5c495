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
  const { columns: _columns, values: _values, ...kept } = mapping;
  return { ...kept, ...shape };
}

export function withKind(mapping: Mapping, kind: TableKind): Mapping {
  return withShape(mapping, { kind });
}

export function withTime(
  mapping: Mapping,
  time: { readonly format?: string; readonly zone?: string },
): Mapping {
  return { ...mapping, time: { ...mapping.time, ...time } };
}
