import { Radar } from 'lucide-react';
import { useMemo } from 'react';
import type { ImpactAnswer, ImpactNode, SharedDependency } from '../../../shared/contract/analysis-methods';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { useAnswer } from '../../state/use-answer';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

export function NodesTable({
  label,
  nodes,
}: {
  readonly label: string;
  readonly nodes: readonly ImpactNode[];
}) {
  const toCitations = useLineCitations();
  const columns = useMemo<readonly Column<ImpactNode>[]>(
    () => [
      { id: 'kind', title: t('impact.kind'), width: 90, value: (node) => t(`impact.kind.${node.kind}`) },
      { id: 'name', title: t('map.name'), width: 150, grows: true, value: (node) => node.name },
      {
        id: 'owner',
        title: t('map.owner'),
        width: 200,
        value: (node) =>
          node.owner ?? t(node.ownerState === 'missing' ? 'state.missing' : 'state.not recorded'),
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
      onOpen={(node) => showEvidence(node.because, toCitations(node.evidence))}
      onCopy={copyText}
      empty={<EmptyState icon={Radar} title={t('impact.nothing')} />}
    />
  );
}

const sharedColumns: readonly Column<SharedDependency>[] = [
  { id: 'name', title: t('map.name'), width: 170, value: (row) => row.name },
  { id: 'kind', title: t('impact.kind'), width: 90, value: (row) => t(`impact.kind.${row.kind}`) },
  {
    id: 'single',
    title: t('impact.single'),
    width: 158,
    value: (row) => (row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.hasWayRound')),
    render: (row) => (
      <Tag tone={row.isSinglePointOfFailure ? 'bad' : 'good'} isBare>
        {row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.hasWayRound')}
      </Tag>
    ),
  },
  { id: 'sites', title: t('impact.sites'), width: 160, value: (row) => row.sites.join(', ') },
  { id: 'systems', title: t('impact.systems'), width: 90, align: 'end', value: (row) => row.systems.length },
  { id: 'because', title: t('impact.because'), width: 220, grows: true, value: (row) => row.because },
];

export function SharedTable({ shared }: { readonly shared: readonly SharedDependency[] }) {
  const toCitations = useLineCitations();
  return (
    <VirtualTable
      label={t('impact.shared')}
      rows={shared}
      columns={sharedColumns}
      rowKey={(row) => `${row.kind} ${row.name}`}
      onOpen={(row) => showEvidence(row.because, toCitations(row.evidence))}
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

export function BacklogTable({ backlog }: { readonly backlog: readonly Backlog[] }) {
  const coverage = useAnswer('coverage.list', {}).value ?? [];
  const filesOf = ({ flow }: Backlog) =>
    coverage
      .filter(({ system }) => flow.startsWith(`${system} > `) || flow.endsWith(` > ${system}`))
      .flatMap(({ files }) => files);
  return (
    <VirtualTable
      label={t('impact.backlog')}
      rows={backlog}
      columns={backlogColumns}
      rowKey={(row) => row.flow}
      onCopy={copyText}
      citation={(row) => [...new Set(filesOf(row))].join(', ')}
      empty={<EmptyState icon={Radar} title={t('impact.noBacklog')} />}
    />
  );
}
