import { basename } from 'node:path';
import type { Comparison } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import { type OpenCase, openCase } from '../../store/case-file';
import { readEstate } from '../../store/facts/estate-reader';
import { asIsAndPlanned } from './as-planned';
import { compareEstates } from './compare-estates';

/** This case against another case file: what the other says otherwise. */
export function compareCases(own: OpenCase, estate: Estate, otherPath: string): Comparison {
  const other = openCase(otherPath);
  try {
    return {
      before: basename(own.path),
      after: basename(other.path),
      differences: compareEstates(estate, readEstate(other.db)),
      notes: [],
    };
  } finally {
    other.db.close();
  }
}

/** What is there against what is planned, in one case. */
export function comparePlanned(estate: Estate): Comparison {
  const { asIs, planned } = asIsAndPlanned(estate);
  return { before: 'as is', after: 'planned', differences: compareEstates(asIs, planned), notes: [] };
}
