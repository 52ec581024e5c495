import { type MapLevel, mapLevels } from '../../../shared/model/vocabulary';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

export function levelOf(text: string | undefined): MapLevel {
  const level = mapLevels.find((l) => l === (text ?? 'system'));
  if (!level) throw new WrongArguments(`There is no level "${text}". There are: ${mapLevels.join(', ')}.`);
  return level;
}

export const mapCommand: Command = {
  name: 'map',
  usage: 'CASE [--level organisation|system|dataset|field|job|step] [--group organisation|site|none]',
  summary: 'The lineage graph: what is connected to what, declared and observed, with counts.',
  options: { level: 1, group: 1 },
  async run({ args, call, openCase }) {
    const level = levelOf(optionOf(args, 'level'));
    const groupBy = optionOf(args, 'group') ?? 'organisation';
    if (groupBy !== 'organisation' && groupBy !== 'site' && groupBy !== 'none') {
      throw new WrongArguments(`There is no grouping "${groupBy}". There are: organisation, site, none.`);
    }
    await openCase(args.positional[0]);
    const graph = await call('map.graph', { level, groupBy, losses: 'judged' });
    const groups = new Map(graph.groups.map((g) => [g.id, g.name]));
    const names = new Map(
      graph.nodes.map((n) => [
        n.id,
        (level === 'dataset' || level === 'field') && n.group
          ? level === 'field'
            ? `${groups.get(n.group)}.${n.name}`
            : `${n.name} @ ${groups.get(n.group)}`
          : n.name,
      ]),
    );
    const edges = graph.edges.map((e) => ({
      from: names.get(e.from) ?? e.from,
      to: names.get(e.to) ?? e.to,
      datasets: e.datasets,
      declared: e.declared,
      observed: e.observed,
      status: e.status,
      sent: e.sent,
      received: e.received,
      lost: e.lost,
      ...(level === 'step' ? { count: e.count, medianSeconds: e.medianSeconds } : {}),
    }));
    return {
      json: {
        nodes: graph.nodes.map((n) => ({
          id: n.id,
          name: names.get(n.id),
          kind: n.kind,
          group: n.group ? (groups.get(n.group) ?? null) : null,
        })),
        edges,
      },
      text: table(
        ['From', 'To', 'Datasets', 'Status', 'Declared', 'Observed', 'Sent', 'Received', 'Lost'],
        edges.map((e) => [
          e.from,
          e.to,
          e.datasets.join(', '),
          e.status,
          e.declared ? 'yes' : 'no',
          e.observed ? 'yes' : 'no',
          e.sent,
          e.received,
          e.lost,
        ]),
      ),
    };
  },
};
