import type { JourneysAnswer } from '../../../../shared/contract/analysis-methods';
import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import { nameKey } from '../../store/names/name-key';

/**
 * The steps of a log as the nodes of the map, each with how often it happens and to how many records. Steps that
 * are named "System: word" stand in the frame of their system.
 */
export function journeyGraph(journeys: JourneysAnswer, systems: readonly string[] = []): LineageGraph {
  const systemOf = (step: string): string | null =>
    systems.reduce<string | null>(
      (best, name) => (step.startsWith(`${name}: `) && name.length > (best?.length ?? -1) ? name : best),
      null,
    );
  const groupOf = (system: string): string => `steps of ${nameKey(system)}`;
  // Steps that differ only in case or punctuation stay apart: the second takes its exact name into its id.
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of [...journeys.steps].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // In frames they have other places than without.
    const kind = systemOf(name) === null ? 'step' : 'step-in-system';
    const short = `${kind}:${nameKey(name)}`;
    const id = taken.has(short) ? `${kind}:${name}` : short;
    taken.add(id);
    ids.set(name, id);
  }
  const idOf = (name: string): string => ids.get(name) ?? `step:${name}`;
  const number = (n: number): string => n.toLocaleString('en-GB');
  return {
    level: 'step',
    groups: [...new Set(journeys.steps.flatMap(({ name }) => systemOf(name) ?? []))]
      .sort()
      .map((name) => ({ id: groupOf(name), name, kind: 'system' as const })),
    nodes: journeys.steps
      .map((step) => ({ step, system: systemOf(step.name) }))
      .map(({ step, system }) => ({
        id: idOf(step.name),
        kind: 'step' as const,
        name: step.name,
        ...(system === null ? {} : { shortName: step.name.slice(system.length + 2) }),
        group: system === null ? null : groupOf(system),
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
        events: step.events,
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
