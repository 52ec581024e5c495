import { History } from 'lucide-react';
import { useState } from 'react';
import type { MomentBasis } from '../../../shared/contract/analysis-methods';
import { JobState } from '../../analysis/job-state';
import { useCase } from '../../state/case-store';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { instantOf } from '../../strings/typed-instant';
import { EmptyState } from '../../widgets/empty-state';
import { Segments } from '../../widgets/segments';
import { TextField } from '../../widgets/text-field';
import { DifferencesTable } from './differences-table';

/** A year of four digits and no more typing to come: a half-typed date is no question yet. */
const isWhole = (typed: string): boolean => /^\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?\s*$/.test(typed);

/** The case as it was at one moment, against another. */
export function MomentsTab() {
  // To begin with: the first and the last day of the logs, what changed while they were written.
  const info = useCase((state) => state.info);
  const [from, setFrom] = useState(() => info?.from?.slice(0, 10) ?? '');
  const [to, setTo] = useState(() => info?.to?.slice(0, 10) ?? '');
  const [by, setBy] = useState<MomentBasis>('dates');
  const [turn, setTurn] = useState(0);
  const [before, after] = [from, to].map((typed) => (isWhole(typed) ? instantOf(typed) : null));
  const computed = useComputed(
    'compare.moments',
    before && after ? { from: before, to: after, by } : null,
    t('compare.job'),
    turn,
  );
  return (
    <>
      <div className="compare__choice">
        <TextField
          label={t('compare.momentBefore')}
          value={from}
          onChange={setFrom}
          placeholder="2023-03-01"
        />
        <TextField label={t('compare.momentAfter')} value={to} onChange={setTo} placeholder="2024-03-01" />
        <Segments
          label={t('compare.by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'dates', title: t('compare.by.dates') },
            { value: 'knowledge', title: t('compare.by.knowledge') },
          ]}
        />
      </div>
      {!before || !after ? (
        <EmptyState icon={History} title={t('compare.whichMoments')}>
          {t('compare.whichMomentsText')}
        </EmptyState>
      ) : computed.value === null ? (
        <JobState
          title={t('compare.job')}
          jobId={computed.jobId}
          failure={computed.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : (
        <DifferencesTable comparison={computed.value} sameText={t('compare.momentsSame')} />
      )}
    </>
  );
}
