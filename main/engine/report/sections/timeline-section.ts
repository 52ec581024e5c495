import type { TimelineEntry } from '../../../../shared/contract/analysis-methods';
import { linesCell, strongCell, textCell } from '../document/cells';
import { prose, strong } from '../document/prose';
import { day, number, sentence } from '../document/words';
import type { SectionMaker } from './section-input';

const mostRows = 80;
/** When a log begins says little to a board; it stands in the section on coverage. */
const leftOut: ReadonlySet<TimelineEntry['kind']> = new Set(['log begins', 'log ends']);

/** Warnings, onsets, gaps and changes on one line of time: who was told when, beside what was lost since when. */
export const timelineSection: SectionMaker<'timeline'> = ({ facts }) => {
  const entries = facts.timeline().filter(({ kind }) => !leftOut.has(kind));
  if (entries.length === 0) return null;
  const shown = entries.slice(0, mostRows);
  const caption =
    shown.length < entries.length
      ? `In order of time: the first ${mostRows} of ${number(entries.length)}`
      : 'In order of time';
  return {
    kind: 'timeline',
    title: 'Time line',
    isLandscape: false,
    isOnePage: false,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'body',
        text: prose(
          'Moments are in UTC. That one thing stands after another does not say that it follows from it.',
        ),
      },
      {
        kind: 'table',
        caption,
        columns: [
          { title: 'When', points: 92 },
          { title: 'What', share: 1 },
          { title: 'About', points: 122 },
          { title: 'Where it stands', points: 112 },
        ],
        rows: shown.map((entry) => [
          strongCell(when(entry)),
          { text: prose(strong(`${sentence(entry.kind).replace(/\.$/, '')}. `), sentence(entry.text)) },
          textCell(entry.subject),
          linesCell(entry.evidence, 3),
        ]),
      },
    ],
  };
};

const when = ({ at, until }: TimelineEntry): string =>
  until === null || until.slice(0, 10) === at.slice(0, 10) ? day(at) : `${day(at)} to ${day(until)}`;
