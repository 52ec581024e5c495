import type { Place } from '../../../../shared/model/citation';
import type { Held, Job, Predicate } from '../fact';
import { list, member, text } from '../json/value';
import type { StatedOnce } from '../lineage/stated-once';
import { facetOf, stateOwners } from './dataset-facets';

/**
 * Facets of this program's own exports. They tell apart what plain OpenLineage writes alike: a flow from a
 * derivation, an edge without a job, a dataset whose system is not recorded.
 */
export type OwnMark =
  | { readonly kind: 'flow'; readonly facet: unknown }
  | { readonly kind: 'derivation'; readonly facet: unknown };

export function ownMark(event: unknown): OwnMark | null {
  const facet = facetOf(member(event, 'job'), 'whereabouts_edge');
  const kind = text(facet, 'kind');
  return kind === 'flow' || kind === 'derivation' ? { kind, facet } : null;
}

/** True where a dataset was exported without a system: its namespace is filler. */
export const isWithoutSystem = (dataset: unknown): boolean =>
  facetOf(dataset, 'whereabouts_dataset') !== undefined;

/** True where only edges of its columns named the exported dataset: that it is held there is not stated. */
export const hasColumnsOnly = (dataset: unknown): boolean =>
  facetOf(dataset, 'whereabouts_columnsOnly') !== undefined;

const flowPredicates: readonly Predicate[] = [
  'status',
  'method',
  'schedule',
  'expectation',
  'maximumDelaySeconds',
];

/** A flow as it was exported; its ends are systems, so its datasets are not stated as held by them. */
export function stateOwnFlow(
  event: unknown,
  facet: unknown,
  as: 'observed' | 'declared',
  facts: StatedOnce,
  place: Place,
): void {
  const [input] = list(event, 'inputs');
  const [output] = list(event, 'outputs');
  const from = text(input, 'namespace');
  const to = text(output, 'namespace');
  if (from === null || to === null) return;
  const dataset = member(facet, 'hasDataset') === false ? null : text(input, 'name');
  const flow = { kind: 'flow', from, to, dataset } as const;
  facts.exists({ kind: 'system', name: from }, as, place);
  facts.exists({ kind: 'system', name: to }, as, place);
  if (dataset !== null) facts.exists({ kind: 'dataset', name: dataset }, as, place);
  facts.exists(flow, as, place);
  for (const predicate of flowPredicates) {
    const value = text(facet, predicate);
    if (value !== null) facts.state({ fact: 'property', subject: flow, predicate, value }, place);
  }
  stateOwners(facetOf(member(event, 'job'), 'ownership'), flow, facts, place);
}

/** The pairs of one event as they were exported, without the flows that a reader would add. */
export function stateOwnDerivation(
  facet: unknown,
  job: Job,
  inputs: readonly Held[],
  outputs: readonly Held[],
  facts: StatedOnce,
  place: Place,
): void {
  const by =
    member(facet, 'hasJob') === false
      ? null
      : { ...job, namespace: member(facet, 'hasNamespace') === false ? null : job.namespace };
  if (by !== null) facts.exists({ kind: 'job', ...by }, 'declared', place);
  for (const from of inputs.length > 0 ? inputs : [null]) {
    for (const to of outputs.length > 0 ? outputs : [null]) {
      if (from !== null || to !== null) facts.state({ fact: 'derivation', from, to, by }, place);
    }
  }
}
