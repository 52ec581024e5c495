import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { type MapLevel, mapLevels } from '../../../shared/model/vocabulary';
import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

export function levelOf(text: string | undefined): MapLevel {
  const level = mapLevels.find((l) => l === (text ?? 'system'));
  if (!level) throw new WrongArguments(`There is no level "${text}". There are: ${mapLevels.join(', ')}.`);
  return level;
}

/** A card's name as it is printed: unique, and with where it stands. */
function namesOf(graph: LineageGraph): ReadonlyMap<string, string> {
  const groups = new Map(graph.groups.map((g) => [g.id, g.name]));
  return new Map(
    graph.nodes.map((n) => {
      const group = n.group === null ? undefined : groups.get(n.group);
      if (group === undefined) return [n.id, n.name];
      if (graph.level === 'dataset') return [n.id, `${n.name} @ ${group}`];
      if (graph.level !== 'field') return [n.id, n.name];
      const system = n.lines.find((line) => line.label === 'System')?.text;
      const place = system === undefined ? '' : ` @ ${system}`;
      return [n.id, `${group.slice(0, group.length - place.length)}.${n.name}${place}`];
    }),
  );
}

/** Ids of the cards that `--open` names: a dataset, a dataset in a system ("D @ S"), or all. */
function openedCards(graph: LineageGraph, wanted: readonly string[]): string[] {
  const names = namesOf(graph);
  const fold = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();
  return wanted.flatMap((word) => {
    const named = graph.nodes.filter(
      (n) => word === 'all' || [n.name, names.get(n.id) ?? ''].some((name) => fold(name) === fold(word)),
    );
    const found = named.filter((n) => (n.fieldCount ?? 0) > 0);
    if (named.length === 0) throw new WrongArguments(`There is no dataset "${word}" on the map.`);
    if (found.length === 0) throw new WrongArguments(`No source names fields of "${word}".`);
    return found.map((n) => n.id);
  });
}

export const mapCommand: Command = {
  name: 'map',
  usage:
    'CASE [--level organisation|system|dataset|field|job|step] [--group organisation|site|none] [--open DATASET|all]',
  summary: 'The lineage graph: what is connected to what, declared and observed, with counts.',
  options: { level: 1, group: 1, open: 1 },
  async run({ args, call, openCase }) {
    const level = levelOf(optionOf(args, 'level'));
    const groupBy = optionOf(args, 'group') ?? 'organisation';
    if (groupBy !== 'organisation' && groupBy !== 'site' && groupBy !== 'none') {
      throw new WrongArguments(`There is no grouping "${groupBy}". There are: organisation, site, none.`);
    }
    if (args.values.has('open') && level !== 'dataset') {
      throw new WrongArguments('--open lists the fields of datasets; it needs --level dataset.');
    }
    await openCase(args.positional[0]);
    const asked = { level, groupBy, losses: 'judged' } as const;
    const closed = await call('map.graph', asked);
    const open = openedCards(closed, args.values.get('open') ?? []);
    const graph = open.length === 0 ? closed : await call('map.graph', { ...asked, open });
    const groups = new Map(graph.groups.map((g) => [g.id, g.name]));
    const names = namesOf(graph);
    const fields = new Map(graph.nodes.flatMap((n) => (n.fields ?? []).map((f) => [f.id, f.name])));
    const fieldName = (id: string | undefined): string | null =>
      id === undefined ? null : (fields.get(id) ?? null);
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
      ...(open.length === 0 ? {} : { fromField: fieldName(e.fromField), toField: fieldName(e.toField) }),
      ...(level === 'step' ? { count: e.count, medianSeconds: e.medianSeconds } : {}),
    }));
    return {
      json: {
        nodes: graph.nodes.map((n) => ({
          id: n.id,
          name: names.get(n.id),
          kind: n.kind,
          group: n.group ? (groups.get(n.group) ?? null) : null,
          ...(n.fields === undefined ? {} : { fields: n.fields.map(({ name, type }) => ({ name, type })) }),
        })),
        edges,
      },
      text: table(
        ['From', 'To', 'Datasets', 'Status', 'Declared', 'Observed', 'Sent', 'Received', 'Lost'],
        edges.map((e) => [
          e.fromField ? `${e.from} . ${e.fromField}` : e.from,
          e.toField ? `${e.to} . ${e.toField}` : e.to,
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
