import type { Place } from '../../../../shared/model/citation';
import type { Held, Job } from '../fact';
import type { StatedOnce } from './stated-once';

/**
 * States that `to` is made from `from`. Where it is the same dataset in another system, records of it flow
 * there, and that is stated as a flow too; a dataset under another name never was in the second system.
 */
export function stateDerivation(
  from: Held,
  to: Held,
  by: Job | null,
  as: 'declared' | 'observed',
  facts: StatedOnce,
  place: Place,
): void {
  facts.state({ fact: 'derivation', from, to, by, ...(as === 'observed' ? { as } : {}) }, place);
  if (from.system === null || to.system === null || from.system === to.system) return;
  if (from.dataset !== to.dataset) return;
  const flow = { kind: 'flow', from: from.system, to: to.system, dataset: from.dataset } as const;
  facts.exists(flow, as, place);
  facts.attribute(flow, 'job', by?.name ?? null, place);
}
