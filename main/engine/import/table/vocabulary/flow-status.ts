import type { FlowStatus } from '../../../../../shared/model/vocabulary';
import { foreignWords } from './languages/foreign-words';
import { wordTable } from './word-table';

const exactStatusOf = wordTable<FlowStatus>(
  [
    [
      'live',
      [
        'live',
        'active',
        'in use',
        'production',
        'in production',
        'operational',
        'current',
        'running',
        'yes',
        'as is',
        'existing',
        'deployed',
        'in service',
        'enabled',
        'open',
        'y',
        'true',
        'on',
      ],
    ],
    [
      'planned',
      [
        'planned',
        'proposed',
        'future',
        'to be',
        'design',
        'in design',
        'in development',
        'development',
        'approved',
        'pipeline',
        'not yet live',
        'not live',
        'in build',
        'test',
        'in test',
        'pilot',
        'draft',
        'target',
        'plan',
        'on order',
      ],
    ],
    [
      'retired',
      [
        'retired',
        'decommissioned',
        'closed',
        'inactive',
        'ended',
        'withdrawn',
        'switched off',
        'off',
        'obsolete',
        'stopped',
        'discontinued',
        'phase out',
        'end of life',
        'disabled',
        'archived',
      ],
    ],
  ],
  foreignWords('status'),
);

/** Words of a status in order of weight: an end outweighs a plan, and a plan what is there. */
const statusWords: readonly (readonly [RegExp, FlowStatus])[] = [
  [
    /\b(retired?|decommission\w*|withdrawn|obsolete|discontinued|ceased|terminated|closed|switched off|turned off|archived|no longer|not in use|end of life|sunset)\b/,
    'retired',
  ],
  [
    /\b(planned|plan|proposed|future|to be|pipeline|in (design|development|build|test|testing|progress|procurement|discovery)|under (development|construction)|not yet|not live|go live|go-live|due|pending|draft|pilot|target|awaiting|approved)\b/,
    'planned',
  ],
  [/\b(live|active|in use|in production|in service|operational|current|running|deployed|existing)\b/, 'live'],
];

/** The status that a cell names, also among other words: "Decommissioned 2022", "Proposed (phase 2)". */
export function flowStatusOf(text: string): FlowStatus | null {
  const exact = exactStatusOf(text);
  if (exact !== null) return exact;
  const words = text.toLowerCase();
  if (words.length > 80) return null;
  return statusWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
