import type { FactSink } from '../importer';
import type { RowAccess } from './row-access';

/** Why a row cannot be used, or null when it was stated. */
export type RowProblem = { readonly code: string; readonly message: string } | null;
export type RowReader = (row: RowAccess, sink: FactSink) => RowProblem;
