import type { WhyAnswer } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import type { FlowReckoning } from '../reconcile/flow-reckoning';
import { type Reconciliation, reconciliation } from '../reconcile/reconciliation';
import { sendingsOfFlow, sendingsOfFlows } from '../reconcile/sendings-of-flow';
import { type PatternMessages, whyWithMessages } from './why';

interface Kept {
  readonly from: number;
  readonly to: number;
  readonly patterns: readonly PatternMessages[];
}

/** Of the flow that was asked about last: who opens a pattern has just been shown it. */
const kept = new WeakMap<Reconciliation, Kept>();

/** {@link why}, with the lost messages of its patterns kept for {@link messagesOfPattern}. */
export function whyToOpen(db: Database, estate: Estate, flow: string, onRead: () => void): WhyAnswer {
  const sendings = sendingsOfFlow(db, estate, flow);
  onRead();
  const { answer, patterns } = whyWithMessages(db, flow, sendings);
  kept.set(reconciliation(db, estate), { from: sendings.from, to: sendings.to, patterns });
  return answer;
}

/** The lost messages that a pattern of a flow counts, as numbers of their events, in order of time. */
export function messagesOfPattern(
  db: Database,
  estate: Estate,
  { fromId: from, toId: to }: FlowReckoning,
  attributes: Readonly<Record<string, string>>,
): Uint32Array {
  const found = reconciliation(db, estate);
  let known = kept.get(found);
  if (known?.from !== from || known.to !== to) {
    const sendings = sendingsOfFlows(db, estate, [{ from, to }])(from, to);
    known = { from, to, patterns: whyWithMessages(db, '', sendings).patterns };
    kept.set(found, known);
  }
  const wanted = written(attributes);
  const pattern = known.patterns.find((one) => written(one.attributes) === wanted);
  if (pattern !== undefined) return pattern.lost;
  const names = Object.entries(attributes).map(([name, value]) => `${name} = ${value}`);
  throw new ExpectedFailure(
    'not-found',
    `The lost messages of this flow no longer share ${names.join(', ')}. Show all lost messages, or ask again what they share.`,
  );
}

const written = (attributes: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
