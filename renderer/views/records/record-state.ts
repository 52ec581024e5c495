import type { TracedRecord } from '../../../shared/contract/reconcile-methods';
import type { Reckoned } from '../../analysis/dispositions';
import { t } from '../../strings/text';
import type { Tone } from '../../widgets/tag';

/** What a list says of a record in a word. A hop that nobody can judge is never an all-clear. */
export const recordStates = ['lost', 'open', 'arrived', 'no hops', 'in no log'] as const;
export type RecordState = (typeof recordStates)[number];

export const recordStateTones: Readonly<Record<RecordState, Tone>> = {
  lost: 'bad',
  open: 'conflict',
  arrived: 'good',
  'no hops': 'quiet',
  'in no log': 'quiet',
};

type Hops = TracedRecord['hops'];
type Hop = Exclude<Reckoned, 'stuck'>;

/** Hops of which it is not told whether the record arrived, or whose record was withheld or refused. */
const openHops = ['unobservable', 'rejected', 'queued', 'pending', 'filtered'] as const;
/** Receipts beside the sends, and sends that repeat another, are no hops of their own. */
const arrivedHops = ['delivered', 'late'] as const;

const inOrder: readonly Hop[] = ['lost', ...openHops, ...arrivedHops, 'duplicate', 'extra'];

const sum = (hops: Hops, of: readonly Hop[]) => of.reduce((total, hop) => total + (hops[hop] ?? 0), 0);

export function recordState({ record, hops }: Pick<TracedRecord, 'record' | 'hops'>): RecordState {
  if (record === null) return 'in no log';
  if ((hops.lost ?? 0) > 0) return 'lost';
  if (sum(hops, openHops) > 0) return 'open';
  return sum(hops, arrivedHops) > 0 ? 'arrived' : 'no hops';
}

/** "1 lost, 2 unobservable, 12 delivered": what matters most first. */
export function hopsText(hops: Hops): string {
  return inOrder
    .flatMap((hop) => {
      const count = hops[hop] ?? 0;
      return count === 0
        ? []
        : [t('records.hopCount', { count, hop: t(`disposition.${hop}`).toLowerCase() })];
    })
    .join(', ');
}
