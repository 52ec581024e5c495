import type { PatternAnswer } from '../../shared/contract/analysis-methods';
import { type Table, table } from './text-table';

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;

/** Loss patterns for people, best first. */
export function patternTable(patterns: readonly PatternAnswer[], title: string): Table {
  return table(
    [title, 'Lost', 'Of', 'Rate', 'Elsewhere', 'Lift', 'q'],
    patterns.map((p) => [
      Object.entries(p.attributes)
        .map(([name, value]) => `${name} = ${value}`)
        .join(' and '),
      p.lost,
      p.total,
      percent(p.rate),
      percent(p.rateElsewhere),
      p.lift.toFixed(1),
      p.q.toExponential(1),
    ]),
  );
}
