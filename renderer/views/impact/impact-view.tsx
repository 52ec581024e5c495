import { ArrowLeft, Map as MapIcon, Radar } from 'lucide-react';
import { useState } from 'react';
import type { ImpactAnswer } from '../../../shared/contract/analysis-methods';
import { NeedsFiles } from '../../analysis/needs-files';
import { useMap } from '../../state/map-store';
import { goTo } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { FailureState } from '../../widgets/failure-state';
import { SearchList } from '../../widgets/search-list';
import { Tabs } from '../../widgets/tabs';
import { countedByKind } from './impact-summary';
import { BacklogTable, NodesTable, SharedTable } from './impact-tables';
import { RankingTable } from './ranking-table';
import './impact-view.css';

/** A system, site or network fails: what is unavailable, by which path, and what is shared. Never "lost". */
export default function ImpactView() {
  const [text, setText] = useState('');
  const [name, setName] = useState<string | null>(null);
  const hits = useAnswer('search', text.trim() === '' ? null : { text: text.trim(), limit: 40 });
  const candidates = (hits.value ?? []).filter((hit) => hit.kind === 'system' || hit.kind === 'site');
  const answer = useAnswer('impact.of', name === null ? null : { name, fail: true });
  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.impact')}</h1>
        <div className="impact__search">
          <SearchList
            label={t('impact.search')}
            placeholder={t('impact.search')}
            text={text}
            onText={setText}
            shape="popup"
            emptyText={hits.isLoading ? null : t('impact.noHit')}
            onDone={() => setText('')}
            items={candidates.map((hit) => ({
              key: `${hit.kind} ${hit.name}`,
              onChoose: () => setName(hit.name),
              content: (
                <>
                  <span className="truncate">{hit.name}</span>
                  <span className="impact__kind">{t(`search.kind.${hit.kind}`)}</span>
                </>
              ),
            }))}
          />
        </div>
      </header>
      {name === null ? (
        <NeedsFiles icon={Radar} needs="assertions">
          <RankingTable onChoose={setName} />
        </NeedsFiles>
      ) : answer.failure !== null ? (
        <FailureState title={t('impact.failed', { name })} message={answer.failure.message} />
      ) : answer.value === null || answer.isLoading ? (
        <div className="view" aria-busy="true" />
      ) : (
        <Impact key={name} answer={answer.value} onBack={() => setName(null)} />
      )}
    </div>
  );
}

type Tab = 'unreachable' | 'degraded' | 'shared' | 'backlog';

function Impact({ answer, onBack }: { readonly answer: ImpactAnswer; readonly onBack: () => void }) {
  const [tab, setTab] = useState<Tab>('unreachable');
  const showOnMap = () => {
    const names = new Set([answer.of, ...answer.unreachable.map((node) => node.name)]);
    useMap.setState({
      level: 'system',
      mode: { kind: 'failure', of: answer.of },
      marked: { title: t('impact.marked', { name: answer.of }), names: [...names], isNew: true },
      reach: null,
      path: null,
      only: null,
      grownFrom: null,
      selected: null,
    });
    goTo('map');
  };
  return (
    <>
      <section className="impact__summary" aria-label={t('impact.summary')}>
        <p className="impact__sentence">
          {t('impact.sentence', { name: answer.of, what: countedByKind(answer.unreachable) })}
        </p>
        <Button icon={MapIcon} onClick={showOnMap}>
          {t('impact.onMap')}
        </Button>
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('impact.back')}
        </Button>
        {answer.degraded.length > 0 && (
          <p className="impact__note">
            {t('impact.degradedSentence', { what: countedByKind(answer.degraded) })}
          </p>
        )}
        {answer.notes.map((note) => (
          <p key={note} className="impact__note">
            {note}
          </p>
        ))}
      </section>
      <Tabs
        label={t('nav.impact')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'unreachable',
            title: t('impact.unavailable'),
            count: formatCount(answer.unreachable.length),
          },
          { value: 'degraded', title: t('impact.degraded'), count: formatCount(answer.degraded.length) },
          {
            value: 'shared',
            title: t('impact.shared'),
            count: formatCount(answer.sharedDependencies.length),
          },
          { value: 'backlog', title: t('impact.backlog'), count: formatCount(answer.backlog.length) },
        ]}
      >
        {tab === 'unreachable' && <NodesTable label={t('impact.unavailable')} nodes={answer.unreachable} />}
        {tab === 'degraded' && <NodesTable label={t('impact.degraded')} nodes={answer.degraded} />}
        {tab === 'shared' && <SharedTable shared={answer.sharedDependencies} />}
        {tab === 'backlog' && <BacklogTable backlog={answer.backlog} />}
      </Tabs>
    </>
  );
}
