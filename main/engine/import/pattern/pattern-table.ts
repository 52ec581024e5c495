import type { Mapping } from '../../../../shared/model/mapping';
import { assignFields } from '../table/plan/detect-table';
import { planTable, type TablePlan } from '../table/plan/plan-table';
import type { SampleRow } from '../table/plan/sample-row';
import type { CompiledPattern } from './compile-pattern';
import type { LineMatch } from './match-lines';

/**
 * A pattern makes a table of a text log: its names are the header, each matching line is a row. Everything
 * else (which name is which field, the times' format) is decided as for any table.
 */
export function planPattern(
  pattern: CompiledPattern,
  sample: readonly { readonly line: number; readonly match: LineMatch }[],
  mapping: Mapping,
  fileName: string,
): TablePlan | null {
  const rows: SampleRow[] = [{ line: 1, cells: pattern.names }];
  for (const { line, match } of sample) {
    if (match !== null && match !== 'slow') rows.push({ line: line + 1, cells: cellsOf(match) });
  }
  const kind = mapping.kind ?? 'log';
  const columns: Record<string, string | number> = {};
  for (const [index, field] of assignFields(pattern.names, kind).entries()) {
    if (field !== null) columns[field] = index + 1;
  }
  // One or two names are no header to recognise, so their meaning is said outright.
  const full = { ...mapping, kind, headerRow: 1, columns: { ...columns, ...mapping.columns } };
  return planTable(rows, full, fileName);
}

export function cellsOf(match: Exclude<LineMatch, null | 'slow'>): string[] {
  return match.map((found) => found?.value.trim() ?? '');
}
