import { expect, test } from 'vitest';
import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { wouldChange } from './would-change';

const settled: ReconcileRow = {
  from: 'A',
  to: 'B',
  sent: 10,
  received: 9,
  delivered: 9,
  late: 0,
  duplicate: 0,
  rejected: 0,
  filtered: 0,
  pending: 0,
  lost: 1,
  unobservable: 0,
  extra: 0,
  stuck: 0,
  receivedAgain: 0,
  acknowledgedLost: 0,
  isDeclared: true,
  status: 'live',
  expectation: 'all',
  matchedBy: 'message',
  maximumDelaySeconds: 3600,
  maximumDelayFrom: 'declared',
  usualDelaySeconds: 4,
  cutOff: null,
  suspectedSkewSeconds: null,
  notes: [],
};

test('a flow with every question answered needs nothing', () => {
  expect(wouldChange(settled)).toEqual([]);
});

test('each open question names the evidence that would settle it', () => {
  const open: ReconcileRow = {
    ...settled,
    unobservable: 3,
    pending: 1,
    maximumDelayFrom: 'measured',
    expectation: 'unknown',
    matchedBy: 'record',
    acknowledgedLost: 2,
    extra: 4,
    suspectedSkewSeconds: -90,
  };
  expect(wouldChange(open)).toEqual([
    'A log of B for the time without one: 3 messages cannot be judged.',
    'A later log of B: 1 message may still arrive.',
    'A declared maximum delay: 1 h is measured.',
    'A statement of which records are meant to arrive.',
    'Logs with message ids: messages were matched by record, which can take one for another.',
    'B’s own store: 2 lost messages were acknowledged, and an acknowledgement is only a claim.',
    'What explains 4 receipts at B that nothing sent: some may be these messages under another id.',
    'A check of both clocks: they seem to differ by 1 min 30 s.',
  ]);
});
