import type { FieldLineage, FollowedField } from '../../../../shared/contract/field-methods';
import { reach } from '../../../../shared/graph/reach';
import type { Estate, FieldEnd } from '../../../../shared/model/estate';
import { ExpectedFailure } from '../../expected-failure';
import { identityKey, nameKey } from '../../store/names/name-key';
import { fieldNodeId, heldNodeId, placedFieldEdges } from './field-edges';

/** What a field is made from and what is made from it, hop by hop, with the evidence of each hop. */
export function followField(
  estate: Estate,
  wanted: string,
  direction: 'upstream' | 'downstream' | 'both',
  hops = Number.POSITIVE_INFINITY,
): FieldLineage {
  const ends = new Map<string, FieldEnd>();
  const links = placedFieldEdges(estate).map((edge) => {
    const from = fieldNodeId(estate, edge.from);
    const to = fieldNodeId(estate, edge.to);
    ends.set(from, edge.from);
    ends.set(to, edge.to);
    return { ...edge, from, to };
  });
  addDeclared(estate, ends);
  const starts = findFields(estate, ends, wanted);
  const directions = direction === 'both' ? (['upstream', 'downstream'] as const) : [direction];
  const fields: FollowedField[] = [];
  const kept = new Set<(typeof links)[number]>();
  for (const way of directions) {
    const found = reach(links, starts, way, hops);
    for (const [id, distance] of found) {
      const end = ends.get(id);
      if (end !== undefined && (distance > 0 || way === directions[0])) {
        fields.push({
          ...describe(estate, id, end),
          hops: way === 'upstream' && distance > 0 ? -distance : distance,
        });
      }
    }
    for (const link of links) {
      const [near, far] = way === 'upstream' ? [link.to, link.from] : [link.from, link.to];
      const distance = found.get(near);
      if (distance !== undefined && distance < hops && found.has(far)) kept.add(link);
    }
  }
  return {
    starts,
    fields,
    edges: [...kept].map(({ from, to, transformations, citations }) => ({
      from,
      to,
      transformation: [...new Set(transformations.map((claim) => claim.value))].join(' | ') || null,
      citations,
    })),
  };
}

/** Fields without any edge can be asked for too: the answer is then the field alone. */
function addDeclared(estate: Estate, ends: Map<string, FieldEnd>): void {
  const places = new Map<number, FieldEnd['system'][]>();
  for (const { dataset, system } of estate.holdings.values()) {
    places.set(dataset, [...(places.get(dataset) ?? []), system]);
  }
  for (const { dataset, name, isDeclared } of estate.fields) {
    if (!isDeclared) continue;
    for (const system of places.get(dataset) ?? [null]) {
      const end = { dataset, system, field: name };
      const id = fieldNodeId(estate, end);
      if (!ends.has(id)) ends.set(id, end);
    }
  }
}

function describe(estate: Estate, id: string, end: FieldEnd): Omit<FollowedField, 'hops'> {
  return {
    id,
    nodeId: heldNodeId(estate, end),
    field: end.field,
    dataset: estate.datasets.get(end.dataset)?.name ?? '',
    system: end.system === null ? null : (estate.systems.get(end.system)?.name ?? null),
  };
}

/** By its id, or as "dataset.field", "dataset.field @ system", or a field's name alone where only one has it. */
function findFields(estate: Estate, ends: ReadonlyMap<string, FieldEnd>, wanted: string): readonly string[] {
  if (ends.has(wanted)) return [wanted];
  const alone: string[] = [];
  // As it is written before as it may be meant: `a_b.c` and `a.b_c` are two.
  for (const keyOf of [identityKey, nameKey]) {
    const key = keyOf(wanted);
    const named: string[] = [];
    alone.length = 0;
    for (const [id, end] of ends) {
      const { dataset, system, field } = describe(estate, id, end);
      if ([`${dataset}.${field}`, `${dataset}.${field} @ ${system ?? ''}`].map(keyOf).includes(key)) {
        named.push(id);
      } else if (keyOf(field) === key) alone.push(id);
    }
    if (named.length > 0) return named;
    if (alone.length > 0) break;
  }
  if (alone.length === 1) return alone;
  if (alone.length === 0) {
    throw new ExpectedFailure(
      'not-found',
      `No source names a field ${wanted}. Write it as "dataset.field"; \`map --level field\` lists those with lineage.`,
    );
  }
  const some = alone.slice(0, 5).map((id) => {
    const end = ends.get(id);
    return end === undefined ? id : `${estate.datasets.get(end.dataset)?.name}.${end.field}`;
  });
  throw new ExpectedFailure(
    'not-found',
    `${alone.length} datasets have a field ${wanted}. Name the dataset too, for example ${[...new Set(some)].join(', ')}.`,
  );
}
