import type { TimelineEntry } from '../../../../shared/contract/analysis-methods';
import type { CoverageRow } from '../../../../shared/contract/reconcile-methods';

/** Where a log begins, is silent and ends. */
export function coverageEntries(row: CoverageRow): readonly TimelineEntry[] {
  const own = { subject: row.system, severity: 'information' as const, evidence: [] };
  return [
    ...(row.from === null
      ? []
      : [
          {
            ...own,
            kind: 'log begins' as const,
            at: row.from,
            until: null,
            text: `The log of ${row.system} begins.`,
          },
        ]),
    ...row.gaps.map((gap) => ({
      ...own,
      kind: 'gap' as const,
      at: gap.from,
      until: gap.to,
      severity: 'medium' as const,
      text: `The log of ${row.system} has a gap. ${gap.because}`,
    })),
    ...(row.to === null
      ? []
      : [
          {
            ...own,
            kind: 'log ends' as const,
            at: row.to,
            until: null,
            text: `The log of ${row.system} ends.`,
          },
        ]),
  ];
}
