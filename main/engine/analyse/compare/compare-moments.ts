import type { Comparison, MomentBasis } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { readEstate } from '../../store/facts/estate-reader';
import { compareEstates } from './compare-estates';
import { estateAt } from './estate-at';
import { firstSeen } from './first-seen';

/** One case as of two moments (ISO 8601), the first one on the left. */
export function compareMoments(
  db: Database,
  estate: Estate,
  from: string,
  to: string,
  by: MomentBasis,
): Comparison {
  const moments = [from, to].map((text) => new Date(text).toISOString()) as [string, string];
  const [before, after] = moments;
  if (by === 'knowledge') {
    return {
      before: `known at ${before}`,
      after: `known at ${after}`,
      differences: compareEstates(readEstate(db, before), readEstate(db, after)),
      notes: [
        'By when files were imported and statements made in this case. A source that was removed since is not seen.',
      ],
    };
  }
  const seen = firstSeen(db);
  const [left, right] = moments.map((moment) => estateAt(estate, moment, seen)) as [
    ReturnType<typeof estateAt>,
    ReturnType<typeof estateAt>,
  ];
  return {
    before: `as of ${before}`,
    after: `as of ${after}`,
    differences: compareEstates(left.estate, right.estate),
    notes: [
      'By the dates that sources give, and for systems that no inventory lists by their first line in a log. What has no date is taken to be the same at both moments, as are controls and other fields; owners change where a source dates them; flows that only logs show are not compared.',
      ...left.notes,
    ],
  };
}
