import type { Disposition } from '../../shared/model/vocabulary';
import { t } from '../strings/text';
import { Tag, type Tone } from '../widgets/tag';

/** Every disposition, and what is counted beside them. */
export type Reckoned = Disposition | 'extra' | 'stuck' | 'queued';

export const dispositionTones: Readonly<Record<Reckoned, Tone>> = {
  delivered: 'good',
  late: 'warn',
  duplicate: 'quiet',
  rejected: 'warn',
  filtered: 'quiet',
  pending: 'accent',
  lost: 'bad',
  unobservable: 'conflict',
  extra: 'warn',
  stuck: 'warn',
  queued: 'warn',
};

export function DispositionTag({ disposition }: { readonly disposition: Reckoned }) {
  return <Tag tone={dispositionTones[disposition]}>{t(`disposition.${disposition}`)}</Tag>;
}
