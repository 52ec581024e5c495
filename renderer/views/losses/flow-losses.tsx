import { useState } from 'react';
import type { WhyAnswer } from '../../../shared/contract/analysis-methods';
import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { JobState } from '../../analysis/job-state';
import type { DayPeriod } from '../../analysis/messages-table';
import { PatternsTable } from '../../analysis/patterns-table';
import { useComputed } from '../../state/use-computed';
import { formatCount, formatPercent, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { Tabs } from '../../widgets/tabs';
import { LossChart } from './loss-chart';
import { LostMessages } from './lost-messages';
import { OnsetText } from './onset-text';
import { wouldChange } from './would-change';

export function FlowLosses({ row }: { readonly row: ReconcileRow }) {
  const flow = `${row.from} > ${row.to}`;
  const [tab, setTab] = useState<'why' | 'messages'>('why');
  const [period, setPeriod] = useState<DayPeriod | null>(null);
  const [turn, setTurn] = useState(0);
  const title = t('losses.job', { flow });
  const why = useComputed('losses.why', { flow }, title, turn);
  const showDay = (chosen: DayPeriod) => {
    setPeriod(chosen);
    setTab('messages');
  };
  return (
    <section className="losses" aria-label={flow}>
      <header className="losses__header">
        <h2 className="losses__flow">{flow}</h2>
        <p className="losses__sentence">
          {t('losses.sentence', {
            lost: row.lost,
            sent: row.sent,
            share: formatPercent(row.lost / Math.max(1, row.sent)),
          })}
        </p>
      </header>
      <Tabs
        label={flow}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'why', title: t('losses.why') },
          { value: 'messages', title: t('losses.messages'), count: formatCount(row.lost) },
        ]}
      >
        {tab === 'messages' && <LostMessages flow={flow} period={period} onAllTime={() => setPeriod(null)} />}
        {tab === 'why' && (
          <div className="losses__why">
            <LossChart flow={flow} why={why.value} onOpen={showDay} />
            {why.value === null ? (
              <JobState
                title={title}
                jobId={why.jobId}
                failure={why.failure}
                onRetry={() => setTurn(turn + 1)}
              />
            ) : (
              <Reasons row={row} why={why.value} />
            )}
          </div>
        )}
      </Tabs>
    </section>
  );
}

function Reasons({ row, why }: { readonly row: ReconcileRow; readonly why: WhyAnswer }) {
  const open = wouldChange(row);
  return (
    <>
      <section className="losses__part" aria-labelledby="onset-title">
        <h3 id="onset-title" className="losses__heading">
          {t('losses.when')}
        </h3>
        <OnsetText why={why} />
      </section>
      <section className="losses__part losses__part--table" aria-labelledby="patterns-title">
        <h3 id="patterns-title" className="losses__heading">
          {t('losses.patterns')}
        </h3>
        <Patterns why={why} />
      </section>
      <section className="losses__part" aria-labelledby="open-title">
        <h3 id="open-title" className="losses__heading">
          {t('losses.wouldChange')}
        </h3>
        {open.length === 0 && <p>{t('losses.nothingOpen')}</p>}
        <ul className="losses__list">
          {[...open, ...why.notes, ...row.notes].map((line) => (
            <li key={line}>{withReadableTimes(line)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Patterns({ why }: { readonly why: WhyAnswer }) {
  if (why.tested === 0) return <p>{t('losses.noAttribute')}</p>;
  if (why.patterns.length === 0) return <p>{t('losses.noPattern', { tested: why.tested })}</p>;
  return (
    <>
      <PatternsTable patterns={why.patterns} />
      <p className="field__hint">
        {t('losses.notCause', { tested: why.tested, considered: why.considered })}
      </p>
    </>
  );
}
