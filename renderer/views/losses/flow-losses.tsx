import { useState } from 'react';
import type { WhyAnswer } from '../../../shared/contract/analysis-methods';
import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { isNearlyAllLost } from '../../../shared/text/nearly-all-lost';
import { JobState } from '../../analysis/job-state';
import { logsOfFlow } from '../../analysis/logs-of-flow';
import { PatternsTable } from '../../analysis/patterns-table';
import { useAnswer } from '../../state/use-answer';
import { useComputed } from '../../state/use-computed';
import { formatCount, formatPercent, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { Tabs } from '../../widgets/tabs';
import { LossChart } from './loss-chart';
import { BesideOnset, WhoAnswers } from './loss-surroundings';
import { type ChosenLost, LostMessages } from './lost-messages';
import { OnsetText } from './onset-text';
import { wouldChange } from './would-change';

export function FlowLosses({ row }: { readonly row: ReconcileRow }) {
  const flow = `${row.from} > ${row.to}`;
  const [tab, setTab] = useState<'why' | 'messages'>('why');
  const [chosen, setChosen] = useState<ChosenLost | null>(null);
  const [turn, setTurn] = useState(0);
  const title = t('losses.job', { flow });
  const why = useComputed('losses.why', { flow }, title, turn);
  const show = (lost: ChosenLost) => {
    setChosen(lost);
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
        {tab === 'messages' && <LostMessages flow={flow} chosen={chosen} onAll={() => setChosen(null)} />}
        {tab === 'why' && (
          <div className="losses__why">
            <LossChart flow={flow} why={why.value} onOpen={(period) => show({ kind: 'period', period })} />
            {why.value === null ? (
              <JobState
                title={title}
                jobId={why.jobId}
                failure={why.failure}
                onRetry={() => setTurn(turn + 1)}
              />
            ) : (
              <Reasons row={row} why={why.value} onOpen={show} />
            )}
          </div>
        )}
      </Tabs>
    </section>
  );
}

interface ReasonsProps {
  readonly row: ReconcileRow;
  readonly why: WhyAnswer;
  readonly onOpen: (lost: ChosenLost) => void;
}

function Reasons({ row, why, onOpen }: ReasonsProps) {
  const open = wouldChange(row);
  const around = useComputed('losses.beside', { flow: why.flow }, t('losses.answers')).value;
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
        <Patterns row={row} why={why} onOpen={onOpen} />
      </section>
      {around !== null && <BesideOnset around={around} why={why} />}
      {around !== null && <WhoAnswers around={around} />}
      <section className="losses__part" aria-labelledby="open-title">
        <h3 id="open-title" className="losses__heading">
          {t('losses.wouldChange')}
        </h3>
        {open.length === 0 && <p>{t('losses.nothingOpen')}</p>}
        <Lines lines={open} />
      </section>
      <section className="losses__part" aria-labelledby="worked-out-title">
        <h3 id="worked-out-title" className="losses__heading">
          {t('losses.workedOut')}
        </h3>
        <Lines lines={[...why.notes, ...row.notes]} />
      </section>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="losses__list">
      {lines.map((line) => (
        <li key={line}>{withReadableTimes(line)}</li>
      ))}
    </ul>
  );
}

function Patterns({ row, why, onOpen }: ReasonsProps) {
  const coverage = useAnswer('coverage.list', {}).value ?? [];
  if (why.patterns.length === 0 && isNearlyAllLost(why))
    return (
      <p>
        {why.consideredLost === why.considered
          ? t('losses.allLost', { total: why.considered })
          : t('losses.nearlyAllLost', {
              arrived: why.considered - why.consideredLost,
              total: why.considered,
            })}
      </p>
    );
  if (why.tested === 0) return <p>{t('losses.noAttribute')}</p>;
  if (why.patterns.length === 0) return <p>{t('losses.noPattern', { tested: why.tested })}</p>;
  return (
    <>
      <PatternsTable
        name={`${t('losses.patterns')} ${why.flow}`}
        patterns={why.patterns}
        citation={logsOfFlow(row, coverage)}
        onOpen={(pattern) => onOpen({ kind: 'pattern', pattern, hasSpells: why.spells.length > 0 })}
      />
      <p className="field__hint">
        {t('losses.notCause', { tested: why.tested, considered: why.considered })}
      </p>
    </>
  );
}
