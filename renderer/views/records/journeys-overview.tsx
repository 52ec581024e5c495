import { Footprints, Map as MapIcon } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { JourneysAnswer } from '../../../shared/contract/analysis-methods';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { JobState } from '../../analysis/job-state';
import { useCase } from '../../state/case-store';
import { useMap } from '../../state/map-store';
import { goTo } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { useComputed } from '../../state/use-computed';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { Choice } from '../../widgets/choice';
import { EmptyState } from '../../widgets/empty-state';
import { Tabs } from '../../widgets/tabs';
import { FollowsTable, StepsTable, VariantsTable } from './journey-tables';
import type { WayOptions } from './way-records';

type Tab = 'variants' | 'steps' | 'follows';

/** More variants than this are listed by the command line. */
const listedVariants = 10_000;

/** All records at once: the ways they take, from which step to which, how often and how long it takes. */
export function JourneysOverview({
  actions,
  onOpen,
}: {
  readonly actions: ReactNode;
  /** Shows the journey of a record. */
  readonly onOpen: (record: string) => void;
}) {
  const [tab, setTab] = useState<Tab>('variants');
  const [turn, setTurn] = useState(0);
  const [source, setSource] = useState('');
  const [lifecycle, setLifecycle] = useState('');
  const [bySystem, setBySystem] = useState<boolean | null>(null);
  const sources = useAnswer('sources.list', {}).value;
  const coverage = useAnswer('coverage.list', {}).value;
  const logs = useMemo(() => (sources ?? []).filter((one) => one.kind === 'log'), [sources]);
  // Where messages flow, "sent" of one system and "sent" of another are two steps; a process has one of each.
  const hasFlows = useCase((state) => (state.info?.counts.flows ?? 0) > 0);
  const isBySystem = bySystem ?? hasFlows;
  const options: WayOptions = {
    ...(source === '' ? {} : { source }),
    ...(lifecycle === '' ? {} : { lifecycle }),
    bySystem: isBySystem,
  };
  const graph = useComputed(
    'journeys.graph',
    { ...options, variants: listedVariants },
    t('journeys.job'),
    turn,
  );
  const answer = graph.value;
  const showOnMap = () => {
    useMap.setState({ level: 'step', selected: null, only: null, grownFrom: null, reach: null, path: null });
    goTo('map');
  };
  return (
    <>
      <section className="journeys" aria-label={t('journeys.title')}>
        <div className="journeys__line">
          <h2 className="journeys__sentence">{sentenceOf(answer)}</h2>
          {actions}
        </div>
        <p className="journeys__hint">{t('records.noneText')}</p>
        <div className="journeys__line">
          {logs.length > 1 && (
            <Choice
              label={t('journeys.source')}
              value={source}
              options={[
                { value: '', title: t('journeys.everySource') },
                ...logs.map(({ name }) => ({ value: name, title: name })),
              ]}
              onChange={setSource}
            />
          )}
          {(lifecycle !== '' || Object.keys(answer?.transitions ?? {}).length > 0) && (
            <Choice
              label={t('journeys.lifecycle')}
              value={lifecycle}
              options={[
                { value: '', title: t('journeys.everyRow') },
                ...Object.keys(answer?.transitions ?? { [lifecycle]: 0 }).map((value) => ({
                  value,
                  title: value,
                })),
              ]}
              onChange={setLifecycle}
            />
          )}
          {(coverage ?? []).length > 0 && (
            <Check isChecked={isBySystem} onChange={setBySystem}>
              {t('journeys.bySystem')}
            </Check>
          )}
          <Button icon={MapIcon} onClick={showOnMap}>
            {t('journeys.onMap')}
          </Button>
        </div>
      </section>
      {answer === null ? (
        <JobState
          title={t('journeys.job')}
          jobId={graph.jobId}
          failure={graph.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : answer.events === 0 ? (
        <EmptyState icon={Footprints} title={t('journeys.none')}>
          {t('journeys.noneText')}
        </EmptyState>
      ) : (
        <Tabs
          label={t('journeys.title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'variants', title: t('journeys.variants'), count: formatCount(answer.variants) },
            { value: 'steps', title: t('journeys.steps'), count: formatCount(answer.steps.length) },
            { value: 'follows', title: t('journeys.follows'), count: formatCount(answer.follows.length) },
          ]}
        >
          {tab === 'variants' && (
            <VariantsTable
              answer={answer}
              citation={citationOf(source, logs)}
              options={options}
              onOpen={onOpen}
            />
          )}
          {tab === 'steps' && <StepsTable answer={answer} citation={citationOf(source, logs)} />}
          {tab === 'follows' && <FollowsTable answer={answer} citation={citationOf(source, logs)} />}
        </Tabs>
      )}
    </>
  );
}

const citationOf = (source: string, logs: readonly SourceRow[]) =>
  source === '' ? logs.map(({ name }) => name).join(', ') : source;

function sentenceOf(answer: JourneysAnswer | null): string {
  if (answer === null) return t('journeys.title');
  const { records, variants, steps, events } = answer;
  return t('journeys.sentence', { records, variants, steps: steps.length, events });
}
