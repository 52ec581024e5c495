import type { Place } from '../../../../../shared/model/citation';
import type { Mapping } from '../../../../../shared/model/mapping';
import { splitNames } from '../vocabulary/names-in-cell';
import { type RaciLetter, raciLettersOf } from './raci';

/** How one table is read: which column is what, and what holds for every row. */
export interface TableLayout {
  readonly header: readonly string[];
  /** Column index -> canonical field, or null: kept as an attribute. */
  readonly fields: readonly (string | null)[];
  readonly mapping: Mapping;
  /** The header's row as it stands in the file, to know it when it comes again; null without one. */
  readonly written?: readonly string[] | null;
  /** Columns of a RACI matrix: each is a party, its cells are letters. */
  readonly raci?: readonly number[];
}

/** Fields that are lists under any header. */
const listFields = new Set([
  'dependsOn',
  'sendsTo',
  'receivesFrom',
  'providesInterface',
  'consumesInterface',
]);

const isPlural = (header: string): boolean => /(?:[^sui]s|\(s\))\s*(?:\([^)]*\))?\s*$/i.test(header);

/** One row seen through its layout. Reused for the next row: read what you need at once. */
export class RowAccess {
  cells: readonly string[] = [];
  place: Place = { line: 0 };
  readonly #columns = new Map<string, number>();

  constructor(readonly layout: TableLayout) {
    layout.fields.forEach((field, column) => {
      if (field !== null) this.#columns.set(field, column);
    });
  }

  /** A column that turned up on the way has a field. */
  learn(column: number, field: string): void {
    this.#columns.set(field, column);
  }

  /** True when the table asks this question at all: a blank cell is then "missing", not "not recorded". */
  has(field: string): boolean {
    return this.#columns.has(field) || this.layout.mapping.constants?.[field] !== undefined;
  }

  /** The cell of a field, trimmed, with the mapping's constants and value translations applied. */
  cell(field: string): string {
    const column = this.#columns.get(field);
    const raw = column === undefined ? '' : (this.cells[column] ?? '').trim();
    const text = raw === '' ? (this.layout.mapping.constants?.[field] ?? '') : raw;
    const values = this.layout.mapping.values?.[field];
    return values && Object.hasOwn(values, text) ? (values[text] ?? text) : text;
  }

  /** The names in a field's cell: several where they are parted, or where the header says that it is a list. */
  names(field: string): readonly string[] {
    return splitNames(this.cell(field), listFields.has(field) || isPlural(this.headerOf(field)));
  }

  /** The header over a field's column; empty for a constant. */
  headerOf(field: string): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : (this.layout.header[column] ?? '');
  }

  /** Parties of a RACI matrix with the letters that this row gives them. */
  *raci(): Generator<readonly [party: string, letters: readonly RaciLetter[]]> {
    for (const column of this.layout.raci ?? []) {
      const letters = raciLettersOf((this.cells[column] ?? '').trim());
      if (letters !== null) yield [this.layout.header[column]?.trim() ?? '', letters];
    }
  }

  /** Columns that no field takes, with something in them, in column order. */
  *attributes(): Generator<readonly [header: string, value: string]> {
    const { header, fields } = this.layout;
    for (let column = 0; column < header.length; column += 1) {
      if (fields[column] !== null) continue;
      const isParty = this.layout.raci?.includes(column) === true;
      if (isParty && raciLettersOf((this.cells[column] ?? '').trim()) !== null) continue;
      const value = (this.cells[column] ?? '').trim();
      if (value !== '') yield [header[column]?.trim() || `Column ${column + 1}`, value];
    }
  }
}
