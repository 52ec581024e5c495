import type { CoverageRow } from '../../shared/contract/reconcile-methods';

/** The logs of both ends of a flow, in whose lines every one of its numbers is counted: their citation. */
export function logsOfFlow(
  { from, to }: { readonly from: string; readonly to: string },
  coverage: readonly CoverageRow[],
): string {
  const logs = coverage.filter(({ system }) => system === from || system === to);
  return [...new Set(logs.flatMap(({ files }) => files))].join(', ');
}
