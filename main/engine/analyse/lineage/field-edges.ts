import type { Citation, Claim } from '../../../../shared/model/citation';
import type { Estate, FieldEnd } from '../../../../shared/model/estate';
import type { DatasetId, SystemId } from '../../../../shared/model/ids';
import { nodeKey } from '../../store/names/name-key';

/** A dataset where it is held; `system` null where no source says. */
export interface HeldPlace {
  readonly dataset: DatasetId;
  readonly system: SystemId | null;
}

/** A column's edge between two places. */
export interface PlacedFieldEdge {
  readonly from: FieldEnd;
  readonly to: FieldEnd;
  readonly transformations: readonly Claim[];
  readonly citations: readonly Citation[];
}

/** Id of the card that stands for a dataset in a system. */
export function heldNodeId(estate: Estate, { dataset, system }: HeldPlace): string {
  const name = system === null ? undefined : estate.systems.get(system)?.name;
  const suffix = name === undefined ? '' : `@${nodeKey(name)}`;
  return `dataset:${nodeKey(estate.datasets.get(dataset)?.name ?? '')}${suffix}`;
}

/** The same id on every level that shows the field. */
export const fieldNodeId = (estate: Estate, end: FieldEnd): string =>
  `field:${nodeKey(end.field)}@${heldNodeId(estate, end).slice('dataset:'.length)}`;

/**
 * Every column edge between places. Where a source does not say which system holds an end's dataset, it is
 * each that does; of several pairs those count between which the datasets themselves have an edge, where any.
 */
export function placedFieldEdges(estate: Estate): readonly PlacedFieldEdge[] {
  if (estate.fieldFlows.length === 0) return [];
  const places = placesOfDatasets(estate);
  const pairs = derivedPairs(estate);
  return estate.fieldFlows.flatMap((flow) => {
    const ends = (end: FieldEnd): readonly FieldEnd[] =>
      end.system === null ? (places.get(end.dataset) ?? [null]).map((system) => ({ ...end, system })) : [end];
    const all = ends(flow.from).flatMap((from) => ends(flow.to).map((to) => ({ ...flow, from, to })));
    const derived = all.filter(({ from, to }) => pairs.has(pairKey(from, to)));
    return derived.length > 0 ? derived : all;
  });
}

/** The systems that hold each dataset; null where only an edge without a system names it. */
function placesOfDatasets(estate: Estate): ReadonlyMap<DatasetId, readonly (SystemId | null)[]> {
  const places = new Map<DatasetId, (SystemId | null)[]>();
  for (const { dataset, system, citations } of estate.holdings.values()) {
    if (citations.length > 0) places.set(dataset, [...(places.get(dataset) ?? []), system]);
  }
  return places;
}

const pairKey = (from: HeldPlace, to: HeldPlace): string =>
  `${from.dataset} ${from.system} ${to.dataset} ${to.system}`;

function derivedPairs(estate: Estate): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { from, to } of estate.derivations) if (from && to) pairs.add(pairKey(from, to));
  for (const { dataset, from, to } of estate.flows.values()) {
    if (dataset !== null) pairs.add(pairKey({ dataset, system: from }, { dataset, system: to }));
  }
  return pairs;
}
