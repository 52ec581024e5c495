import type { ExportSubject, ExportView } from '../../../shared/contract/estate-methods';
import type { EngineContext } from '../context';
import { ExpectedFailure } from '../expected-failure';
import type { ExportTable } from '../export/exporter';

/** The rows of one view, of what it was asked about; the same answer that the command of that name prints. */
export type TablesOf = (
  context: EngineContext,
  subject: ExportSubject,
) => readonly ExportTable[] | Promise<readonly ExportTable[]>;

/** A view that answers a question about something cannot be written before it is told about what. */
export function needed<T>(value: T | undefined, view: ExportView, option: string): T {
  if (value === undefined)
    throw new ExpectedFailure('arguments', `The view "${view}" needs ${option} to be exported.`);
  return value;
}

/** "file:line" of each, as every table cites. */
export const cited = (evidence: readonly { readonly file: string; readonly line: number }[]): string =>
  evidence.map(({ file, line }) => `${file}:${line}`).join('; ');
