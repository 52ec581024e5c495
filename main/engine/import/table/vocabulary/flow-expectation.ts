import type { FlowExpectation } from '../../../../../shared/model/vocabulary';
import { foreignWords } from './languages/foreign-words';
import { wordTable } from './word-table';

/** What a flow is declared to pass on; null for a word that is not known. */
export const expectationOf = wordTable<FlowExpectation>(
  [
    [
      'all',
      [
        'all',
        'every',
        'all records',
        'complete',
        '100',
        'full',
        'everything',
        'every record',
        'total',
        'unfiltered',
        'yes',
      ],
    ],
    [
      'filtered',
      [
        'filtered',
        'subset',
        'some',
        'selected',
        'partial',
        'filter',
        'some records',
        'by rule',
        'consented only',
        'opt outs removed',
        'selection',
        'part',
      ],
    ],
    [
      'aggregated',
      ['aggregated', 'aggregate', 'summary', 'summarised', 'counts', 'counts only', 'totals', 'statistics'],
    ],
    ['unknown', ['unknown', 'not known', 'tbc', 'unclear']],
  ],
  foreignWords('expectation'),
);
