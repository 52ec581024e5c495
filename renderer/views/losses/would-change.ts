import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { formatDuration } from '../../strings/format';
import { t } from '../../strings/text';

/** What is not known of a flow, as the next step that would settle it: evidence first, opinions never. */
export function wouldChange(row: ReconcileRow): readonly string[] {
  const steps: string[] = [];
  if (row.unobservable > 0) steps.push(t('losses.needLog', { system: row.to, count: row.unobservable }));
  if (row.pending > 0) steps.push(t('losses.needLater', { system: row.to, count: row.pending }));
  if (row.maximumDelayFrom !== 'declared') {
    steps.push(
      t('losses.needDelay', {
        time: formatDuration(row.maximumDelaySeconds),
        from: t(`reconcile.delay.${row.maximumDelayFrom}`),
      }),
    );
  }
  if (row.expectation === 'unknown') steps.push(t('losses.needExpectation'));
  if (row.expectation === 'filtered') steps.push(t('losses.needRules'));
  if (row.matchedBy === 'record') steps.push(t('losses.needIds'));
  if (row.acknowledgedLost > 0)
    steps.push(t('losses.needAcks', { system: row.to, count: row.acknowledgedLost }));
  if (row.extra > 0) steps.push(t('losses.needExtra', { system: row.to, count: row.extra }));
  if (row.suspectedSkewSeconds !== null) {
    steps.push(t('losses.needClock', { time: formatDuration(Math.abs(row.suspectedSkewSeconds)) }));
  }
  return steps;
}
