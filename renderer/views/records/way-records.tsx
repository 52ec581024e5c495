import { useState } from 'react';
import type { ArgsOf } from '../../../shared/contract/contract';
import { JobState } from '../../analysis/job-state';
import { useComputed } from '../../state/use-computed';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';

/** What the ways were counted in: one log or all, one transition or all, steps by system or not. */
export type WayOptions = Pick<ArgsOf<'journeys.records'>, 'source' | 'lifecycle' | 'bySystem'>;

interface WayRecordsProps {
  readonly options: WayOptions;
  readonly steps: readonly string[];
  readonly onOpen: (record: string) => void;
}

/** The first records that take a way; each opens its journey. */
export function WayRecords({ options, steps, onOpen }: WayRecordsProps) {
  const [turn, setTurn] = useState(0);
  const computed = useComputed(
    'journeys.records',
    { ...options, steps: [...steps] },
    t('journeys.wayJob'),
    turn,
  );
  if (computed.value === null)
    return (
      <JobState
        title={t('journeys.wayJob')}
        jobId={computed.jobId}
        failure={computed.failure}
        onRetry={() => setTurn(turn + 1)}
      />
    );
  const { total, records } = computed.value;
  return (
    <section className="variant__records" aria-label={t('journeys.wayRecords')}>
      <h3>{t('journeys.wayRecords')}</h3>
      {records.length < total && (
        <p className="variant__share">{t('reconcile.firstOnly', { count: formatCount(records.length) })}</p>
      )}
      <ul>
        {records.map((record) => (
          <li key={record}>
            <button type="button" className="variant__record mono" onClick={() => onOpen(record)}>
              {record}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
