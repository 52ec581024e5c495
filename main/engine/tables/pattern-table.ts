import type { PatternAnswer } from '../../../shared/contract/analysis-methods';
import { attributesText } from '../analyse/wording';
import type { ExportTable } from '../export/exporter';

/** Attribute values that go with loss, best first; rates are shares from 0 to 1. */
export function patternTable(name: string, patterns: readonly PatternAnswer[]): ExportTable {
  return {
    name,
    header: ['Goes with loss', 'Lost', 'Of', 'Rate', 'Rate elsewhere', 'Lift', 'Share of all lost', 'q'],
    rows: patterns.map((pattern) => [
      attributesText(pattern.attributes),
      pattern.lost,
      pattern.total,
      pattern.rate,
      pattern.rateElsewhere,
      pattern.lift,
      pattern.support,
      pattern.q,
    ]),
  };
}
