import { Map as MapIcon, Radar } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ImpactAnswer, ImpactNode, SharedDependency } from '../../../shared/contract/analysis-methods';
import { NeedsFiles } from '../../analysis/needs-files';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { useMap } from '../../state/map-store';
import { goTo } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { SearchList } from '../../widgets/search-list';
import { Tabs } from '../../widgets/tabs';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
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
          <EmptyState icon={Radar} title={t('impact.none')}>
            {t('impact.noneText')}
          </EmptyState>
        </NeedsFiles>
      ) : answer.failure !== null ? (
        <FailureState title={t('impact.failed', { name })} message={answer.failure.message} />
      ) : answer.value === null || answer.isLoading ? (
        <div className="view" aria-busy="true" />
      ) : (
        <Impact answer={answer.value} />
      )}
    </div>
  );
}

type Tab = 'unreachable' | 'degraded' | 'shared' | 'backlog';

function Impact({ answer }: { readonly answer: ImpactAnswer }) {
  const [tab, setTab] = useState<Tab>('unreachable');
  const showOnMap = () => {
    const names = new Set([answer.of, ...answer.unreachable.map((node) => node.name)]);
    useMap.setState({
      level: 'system',
      marked: { title: t('impact.marked', { name: answer.of }), names: [...names] },
      reach: null,
      path: null,
      only: null,
      selected: null,
    });
    goTo('map');
  };
  return (
    <>
      <section className="impact__summary" aria-label={t('impact.summary')}>
        <p className="impact__sentence">
          {t('impact.sentence', {
            name: answer.of,
            count: answer.unreachable.length,
            degraded: answer.degraded.length,
          })}
        </p>
        <Button icon={MapIcon} onClick={showOnMap}>
          {t('impact.onMap')}
        </Button>
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

function NodesTable({ label, nodes }: { readonly label: string; readonly nodes: readonly ImpactNode[] }) {
  const toCitations = useLineCitations();
  const columns = useMemo<readonly Column<ImpactNode>[]>(
    () => [
      { id: 'kind', title: t('impact.kind'), width: 90, value: (node) => t(`impact.kind.${node.kind}`) },
      { id: 'name', title: t('map.name'), width: 150, grows: true, value: (node) => node.name },
      {
        id: 'owner',
        title: t('map.owner'),
        width: 200,
        value: (node) => node.owner ?? t('state.not recorded'),
      },
      { id: 'because', title: t('impact.because'), width: 200, grows: true, value: (node) => node.because },
      { id: 'hops', title: t('impact.hops'), width: 60, align: 'end', value: (node) => node.path.length - 1 },
      {
        id: 'evidence',
        title: t('evidence.title'),
        width: 240,
        value: (node) => node.evidence.map(({ file, line }) => `${file}:${line}`).join(', '),
        render: (node) => (
          <CitationLinks subject={node.name} citations={toCitations(node.evidence)} atMost={1} />
        ),
      },
    ],
    [toCitations],
  );
  return (
    <VirtualTable
      label={label}
      rows={nodes}
      columns={columns}
      rowKey={(node) => `${node.kind} ${node.name}`}
      onCopy={copyText}
      empty={<EmptyState icon={Radar} title={t('impact.nothing')} />}
    />
  );
}

const sharedColumns: readonly Column<SharedDependency>[] = [
  { id: 'name', title: t('map.name'), width: 220, grows: true, value: (row) => row.name },
  { id: 'kind', title: t('impact.kind'), width: 90, value: (row) => t(`impact.kind.${row.kind}`) },
  {
    id: 'single',
    title: t('impact.single'),
    width: 190,
    value: (row) => (row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.hasWayRound')),
    render: (row) => (
      <Tag tone={row.isSinglePointOfFailure ? 'bad' : 'good'} isBare>
        {row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.hasWayRound')}
      </Tag>
    ),
  },
  { id: 'sites', title: t('impact.sites'), width: 220, value: (row) => row.sites.join(', ') },
  { id: 'systems', title: t('impact.systems'), width: 90, align: 'end', value: (row) => row.systems.length },
  { id: 'because', title: t('impact.because'), width: 360, grows: true, value: (row) => row.because },
];

function SharedTable({ shared }: { readonly shared: readonly SharedDependency[] }) {
  return (
    <VirtualTable
      label={t('impact.shared')}
      rows={shared}
      columns={sharedColumns}
      rowKey={(row) => `${row.kind} ${row.name}`}
      onCopy={copyText}
      citation={(row) => row.evidence.map(({ file, line }) => `${file}:${line}`).join(', ')}
      empty={<EmptyState icon={Radar} title={t('impact.nothingShared')} />}
    />
  );
}

type Backlog = ImpactAnswer['backlog'][number];

const backlogColumns: readonly Column<Backlog>[] = [
  { id: 'flow', title: t('reconcile.flow'), width: 320, grows: true, value: (row) => row.flow },
  {
    id: 'perDay',
    title: t('impact.perDay'),
    width: 150,
    align: 'end',
    value: (row) => row.sentPerDay,
    render: (row) => (row.sentPerDay === null ? t('map.notKnown') : formatCount(Math.round(row.sentPerDay))),
  },
  { id: 'basis', title: t('impact.basis'), width: 360, grows: true, value: (row) => row.basis },
];

function BacklogTable({ backlog }: { readonly backlog: readonly Backlog[] }) {
  return (
    <VirtualTable
      label={t('impact.backlog')}
      rows={backlog}
      columns={backlogColumns}
      rowKey={(row) => row.flow}
      onCopy={copyText}
      empty={<EmptyState icon={Radar} title={t('impact.noBacklog')} />}
    />
  );
}
