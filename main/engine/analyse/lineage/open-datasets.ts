import type { Estate } from '../../../../shared/model/estate';
import type {
  LineageEdge,
  LineageField,
  LineageGraph,
  LineageNode,
} from '../../../../shared/model/lineage-graph';
import { nodeKey } from '../../store/names/name-key';
import { derivationEdge } from './derivation-graph';
import { fieldNodeId, heldNodeId, type PlacedFieldEdge, placedFieldEdges } from './field-edges';

/**
 * The dataset level with some datasets open: an open card lists its fields, and what is made column by
 * column runs from field to field where both cards are open, from the card to the field where one is. Such
 * edges stand in for the "made from" edge of the two cards; flows that carry records stay beside them.
 */
export function openDatasets(graph: LineageGraph, estate: Estate, open: readonly string[]): LineageGraph {
  const edges = placedFieldEdges(estate);
  const fields = fieldsByNode(estate, edges);
  const wanted = new Set(open);
  const nodes = graph.nodes.map((node): LineageNode => {
    const known = fields.get(node.id);
    if (known === undefined) return node;
    const fieldCount = known.size;
    if (!wanted.has(node.id)) return { ...node, fieldCount };
    return { ...node, fieldCount, fields: inOrder([...known.values()]) };
  });
  if (wanted.size === 0) return { ...graph, nodes };

  const isOpen = (id: string): boolean => wanted.has(id) && fields.has(id);
  const byField = new Map<string, LineageEdge>();
  const pairs = new Set<string>();
  const ofCards = new Map(graph.edges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
  for (const { from, to } of edges) {
    const ends = [heldNodeId(estate, from), heldNodeId(estate, to)] as const;
    if (!ends.some(isOpen)) continue;
    const fromField = isOpen(ends[0]) ? fieldNodeId(estate, from) : undefined;
    const toField = isOpen(ends[1]) ? fieldNodeId(estate, to) : undefined;
    const id = `${fromField ?? ends[0]}>${toField ?? ends[1]}`;
    pairs.add(`${ends[0]}>${ends[1]}`);
    byField.set(id, {
      ...derivationEdge(ends[0], ends[1]),
      declared: ofCards.get(`${ends[0]}>${ends[1]}`)?.declared ?? true,
      observed: ofCards.get(`${ends[0]}>${ends[1]}`)?.observed ?? false,
      id,
      ...(fromField === undefined ? {} : { fromField }),
      ...(toField === undefined ? {} : { toField }),
    });
  }
  const kept = graph.edges.filter((edge) => !(edge.isDerivation && pairs.has(`${edge.from}>${edge.to}`)));
  const shown = new Set(nodes.map((node) => node.id));
  const added = [...byField.values()].filter((edge) => shown.has(edge.from) && shown.has(edge.to));
  return { ...graph, nodes, edges: [...kept, ...added].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Fields of every card: those of its dataset, whatever column lineage names included. */
function fieldsByNode(
  estate: Estate,
  edges: readonly PlacedFieldEdge[],
): ReadonlyMap<string, ReadonlyMap<string, LineageField>> {
  const byNode = new Map<string, Map<string, LineageField>>();
  const put = (nodeId: string, field: LineageField): void => {
    const known = byNode.get(nodeId) ?? new Map<string, LineageField>();
    byNode.set(nodeId, known);
    if (!known.has(field.id)) known.set(field.id, field);
  };
  const places = new Map<number, string[]>();
  for (const { dataset, system } of estate.holdings.values()) {
    places.set(dataset, [...(places.get(dataset) ?? []), heldNodeId(estate, { dataset, system })]);
  }
  const typeOf = new Map<string, string | null>();
  for (const { dataset, name, attributes, isDeclared } of estate.fields) {
    const types = new Set((attributes.get('type') ?? []).map((claim) => claim.value));
    const type = types.size === 0 ? null : [...types].join(' | ');
    typeOf.set(`${dataset} ${nodeKey(name)}`, type);
    // What only an edge names is listed where the edge ends, not in every system that holds the dataset.
    if (!isDeclared) continue;
    for (const nodeId of [...(places.get(dataset) ?? []), heldNodeId(estate, { dataset, system: null })]) {
      put(nodeId, { id: `field:${nodeKey(name)}@${nodeId.slice('dataset:'.length)}`, name, type });
    }
  }
  for (const { from, to } of edges) {
    for (const end of [from, to]) {
      const type = typeOf.get(`${end.dataset} ${nodeKey(end.field)}`) ?? null;
      put(heldNodeId(estate, end), { id: fieldNodeId(estate, end), name: end.field, type });
    }
  }
  return byNode;
}

const inOrder = (fields: LineageField[]): readonly LineageField[] =>
  fields.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
