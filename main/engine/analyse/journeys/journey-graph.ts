import type { JourneysAnswer } from '../../../../shared/contract/analysis-methods';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import { nameKey } from '../../store/names/name-key';

/** The steps of a log as the nodes of the map, each with how often it happens and to how many records. */
export function journeyGraph(journeys: JourneysAnswer): LineageGraph {
  // Steps that differ only in case or punctuation stay apart: the second takes its exact name into its id.
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of [...journeys.steps].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const short = `step:${nameKey(name)}`;
    const id = taken.has(short) ? `step:${name}` : short;
    taken.add(id);
    ids.set(name, id);
  }
  const idOf = (name: string): string => ids.get(name) ?? `step:${name}`;
  const number = (n: number): string => n.toLocaleString('en-GB');
  return {
    level: 'step',
    groups: [],
    nodes: journeys.steps
      .map((step) => ({
        id: idOf(step.name),
        kind: 'step' as const,
        name: step.name,
        group: null,
        lines: [
          { label: 'Events', text: number(step.events), state: 'known' as const },
          { label: 'Records', text: number(step.records), state: 'known' as const },
          ...boundary('Starts', 'start', journeys.starts[step.name]),
          ...boundary('Ends', 'end', journeys.ends[step.name]),
        ],
        isDeclared: true,
        status: 'live' as const,
        flags: [],
        subjectId: null,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    edges: journeys.follows
      .map((edge) => ({
        id: `${idOf(edge.from)}>${idOf(edge.to)}`,
        from: idOf(edge.from),
        to: idOf(edge.to),
        datasets: [],
        declared: false,
        observed: true,
        status: 'live' as const,
        sent: null,
        received: null,
        lost: null,
        count: edge.count,
        medianSeconds: edge.medianSeconds,
        flowIds: [],
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const boundary = (label: string, mark: 'start' | 'end', records: number | undefined) =>
  records === undefined
    ? []
    : [{ label, text: `${records.toLocaleString('en-GB')} records`, state: 'known' as const, mark }];
