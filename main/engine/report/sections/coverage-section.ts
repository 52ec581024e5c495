import type { CoverageRow } from '../../../../shared/contract/reconcile-methods';
import { numberCell, strongCell, textCell } from '../document/cells';
import { prose } from '../document/prose';
import type { Cell, Rating } from '../document/report-document';
import { counted, moment, sentence, span } from '../document/words';
import type { SectionMaker } from './section-input';

const confidence: Readonly<Record<CoverageRow['confidence'], readonly [Rating, string]>> = {
  high: ['green', 'High'],
  medium: ['amber', 'Medium'],
  low: ['red', 'Low'],
  none: ['unknown', 'None'],
};

/** In which times each log is known to have been written: what every verdict rests on. */
export const coverageSection: SectionMaker<'coverage'> = ({ facts }) => {
  const rows = facts.coverage();
  if (rows.length === 0) return null;
  const silent = facts.systems().length - rows.length;
  return {
    kind: 'coverage',
    title: 'What the logs cover',
    isLandscape: false,
    isOnePage: false,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'body',
        text: prose(
          'A message counts as lost only where the receiver’s log is known to have been written at the time. Outside that, nobody can say. ',
          silent > 0 ? `${counted(silent, 'system')} on record left no log in this case.` : '',
        ),
      },
      {
        kind: 'table',
        caption: 'Logs, system by system',
        columns: [
          { title: 'System', points: 112 },
          { title: 'Lines', points: 44, isNumber: true },
          { title: 'Written', points: 124 },
          { title: 'Confidence', points: 74 },
          { title: 'Gaps, and how they are noticed', share: 1 },
        ],
        rows: rows.map((row): readonly Cell[] => {
          const [rating, word] = confidence[row.confidence];
          return [
            strongCell(row.system),
            numberCell(row.lines),
            textCell(row.from === null || row.to === null ? 'no times' : span(row.from, row.to)),
            { text: [], rating, word },
            textCell(
              [
                ...row.gaps.map((gap) => `Gap from ${moment(gap.from)} to ${moment(gap.to)}: ${gap.because}`),
                row.because,
                ...row.notes,
                ...row.corrections.map(
                  (one) =>
                    `${one.author} states that it is ${one.isCovered ? 'covered' : 'not covered'} from ${moment(one.from)} to ${moment(one.to)}: “${one.reason}”`,
                ),
              ]
                .map(sentence)
                .join(' '),
            ),
          ];
        }),
      },
    ],
  };
};
