import { Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import { edgeStyle } from '../../../shared/diagram/edge-style';
import type { LineageEdge, LineageNode } from '../../../shared/model/lineage-graph';
import { copyText } from '../../state/clipboard';
import { select, useMap } from '../../state/map-store';
import { formatCount, formatDuration } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Tabs } from '../../widgets/tabs';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

/** The map as two tables: everything that the picture shows, in rows. */
export function MapTables({ map }: { readonly map: MapAnswer }) {
  const [tab, setTab] = useState<'nodes' | 'edges'>('nodes');
  const selected = useMap((state) => state.selected);
  const { graph, scene } = map;
  const nodeColumns = useMemo(() => columnsOfNodes(graph.groups), [graph]);
  const edgeColumns = useMemo(() => columnsOfEdges(map), [map]);
  const drawnAs = useMemo(
    () =>
      new Map(
        [...scene.edges, ...scene.leftOut].flatMap((edge) =>
          edge.edges.map((flow) => [flow.id, edge.id] as const),
        ),
      ),
    [scene],
  );
  const openFlow =
    selected?.kind === 'edge'
      ? (graph.edges.find((edge) => drawnAs.get(edge.id) === selected.id)?.id ?? null)
      : null;
  return (
    <Tabs
      label={t('map.asTables')}
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'nodes', title: t(`map.level.${graph.level}`), count: formatCount(graph.nodes.length) },
        {
          value: 'edges',
          title: graph.level === 'step' ? t('map.follows') : t('map.flows'),
          count: formatCount(graph.edges.length),
        },
      ]}
    >
      {tab === 'nodes' ? (
        <VirtualTable
          label={t(`map.level.${graph.level}`)}
          rows={graph.nodes}
          columns={nodeColumns}
          rowKey={(node) => node.id}
          openKey={selected?.kind === 'box' ? selected.id : null}
          onOpen={(node) => select({ kind: 'box', id: node.id })}
          onCopy={copyText}
          empty={<EmptyState icon={Table2} title={t('map.noNodes')} />}
        />
      ) : (
        <VirtualTable
          label={t('map.flows')}
          rows={graph.edges}
          columns={edgeColumns}
          rowKey={(edge) => edge.id}
          openKey={openFlow}
          onOpen={(edge) => {
            const id = drawnAs.get(edge.id);
            if (id !== undefined) select({ kind: 'edge', id });
          }}
          onCopy={copyText}
          empty={<EmptyState icon={Table2} title={t('map.noEdges')} />}
        />
      )}
    </Tabs>
  );
}

function columnsOfNodes(groups: MapAnswer['graph']['groups']): readonly Column<LineageNode>[] {
  const names = new Map(groups.map((group) => [group.id, group.name]));
  return [
    { id: 'name', title: t('map.name'), width: 220, grows: true, value: (node) => node.name },
    {
      id: 'owner',
      title: t('map.owner'),
      width: 220,
      grows: true,
      value: (node) => lineText(node, /owner/i),
    },
    {
      id: 'group',
      title: t('map.group'),
      width: 180,
      value: (node) => (node.group === null ? null : (names.get(node.group) ?? null)),
    },
    { id: 'status', title: t('map.status'), width: 90, value: (node) => node.status },
    {
      id: 'declared',
      title: t('map.declared'),
      width: 100,
      value: (node) => (node.isDeclared ? t('map.yes') : t(`map.namedBy.${node.namedBy ?? 'log'}`)),
    },
    {
      id: 'flags',
      title: t('map.flags'),
      width: 260,
      grows: true,
      value: (node) => node.flags.map((flag) => flag.text).join(' · '),
    },
    {
      id: 'more',
      title: t('map.more'),
      width: 260,
      grows: true,
      value: (node) =>
        node.lines
          .filter((line) => !/owner/i.test(line.label))
          .map((line) => `${line.label}: ${line.text}`)
          .join(' · '),
    },
  ];
}

function lineText(node: LineageNode, label: RegExp): string | null {
  const line = node.lines.find((candidate) => label.test(candidate.label));
  if (line === undefined) return null;
  return line.state === 'known'
    ? line.text
    : line.text === '' || line.text === line.state
      ? line.state
      : `${line.state}: ${line.text}`;
}

function columnsOfEdges({ graph }: MapAnswer): readonly Column<LineageEdge>[] {
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  const count = (id: 'sent' | 'received' | 'lost' | 'count', title: string): Column<LineageEdge> => ({
    id,
    title,
    width: 100,
    align: 'end',
    value: (edge) => edge[id],
    render: (edge) => (edge[id] === null ? t('map.notKnown') : formatCount(edge[id] ?? 0)),
  });
  const ends: readonly Column<LineageEdge>[] = [
    {
      id: 'from',
      title: t('map.from'),
      width: 200,
      grows: true,
      value: (edge) => names.get(edge.from) ?? edge.from,
    },
    { id: 'to', title: t('map.to'), width: 200, grows: true, value: (edge) => names.get(edge.to) ?? edge.to },
  ];
  if (graph.level === 'step') {
    return [
      ...ends,
      count('count', t('map.times')),
      {
        id: 'median',
        title: t('map.median'),
        width: 130,
        align: 'end',
        value: (edge) => edge.medianSeconds,
        render: (edge) =>
          edge.medianSeconds === null ? t('map.notKnown') : formatDuration(edge.medianSeconds),
      },
    ];
  }
  return [
    ...ends,
    {
      id: 'datasets',
      title: t('map.datasets'),
      width: 220,
      grows: true,
      value: (edge) => edge.datasets.join(', '),
    },
    {
      id: 'style',
      title: t('map.seen'),
      width: 130,
      value: (edge) => t(`map.style.${edgeStyle(edge, graph.level)}`),
    },
    { id: 'status', title: t('map.status'), width: 90, value: (edge) => edge.status },
    count('sent', t('map.sent')),
    count('received', t('map.received')),
    count('lost', t('map.lost')),
  ];
}
