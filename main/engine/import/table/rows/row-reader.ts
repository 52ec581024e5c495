import type { FactSink } from '../../importer';
import type { RowAccess } from './row-access';

/** Why a row cannot be used, or null when it was stated. */
export type RowProblem = { readonly code: string; readonly message: string } | null;
export type RowReader = (row: RowAccess, sink: FactSink) => RowProblem;

/** A row without the cell that names what it is about. */
export const missing = (row: RowAccess, field: string, what: string): RowProblem => ({
  code: 'missing-field',
  message: `No ${what} in "${row.headerOf(field)}". Fill it in, or delete the row.`,
});
