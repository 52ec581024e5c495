import type { DetailFact, DetailSection, Details } from '../../../../shared/contract/map-methods';
import type { Claim } from '../../../../shared/model/citation';
import type { Estate, FieldEnd } from '../../../../shared/model/estate';
import type { LineageEdge } from '../../../../shared/model/lineage-graph';
import { nodeKey } from '../../store/names/name-key';
import { fieldNodeId, heldNodeId, type PlacedFieldEdge, placedFieldEdges } from './field-edges';

/** What is known about one field, by its id; null where no source names it. */
export function fieldDetails(estate: Estate, id: string): Details | null {
  const edges = placedFieldEdges(estate);
  const isIt = (end: FieldEnd): boolean => fieldNodeId(estate, end) === id;
  const own = id.slice('field:'.length);
  const field = estate.fields.find(({ dataset, name }) => {
    const start = `${nodeKey(name)}@${nodeKey(estate.datasets.get(dataset)?.name ?? '')}`;
    return own === start || own.startsWith(`${start}@`);
  });
  if (field === undefined) return null;
  return {
    kind: 'field',
    name: field.name,
    sections: filled([
      ['', [known('Dataset', estate.datasets.get(field.dataset)?.name ?? '')]],
      ['Made from', edges.filter(({ to }) => isIt(to)).map((edge) => hop(estate, edge, edge.from))],
      ['Goes into', edges.filter(({ from }) => isIt(from)).map((edge) => hop(estate, edge, edge.to))],
      ['As recorded', [...field.attributes].map(([label, claims]) => stated(label, claims))],
      ['Named in', [known('Sources', String(field.citations.length), field.citations)]],
    ]),
  };
}

/** For an edge between two datasets or their fields: what makes one from the other, each with its lines. */
export function derivationSections(estate: Estate, edge: LineageEdge): readonly DetailSection[] {
  const made = estate.derivations.filter(
    ({ from, to }) =>
      from !== null &&
      to !== null &&
      heldNodeId(estate, from) === edge.from &&
      heldNodeId(estate, to) === edge.to,
  );
  const columns = placedFieldEdges(estate).filter(
    ({ from, to }) =>
      heldNodeId(estate, from) === edge.from &&
      heldNodeId(estate, to) === edge.to &&
      (edge.fromField === undefined || edge.fromField === fieldNodeId(estate, from)) &&
      (edge.toField === undefined || edge.toField === fieldNodeId(estate, to)),
  );
  return filled([
    ['Made by', made.map(({ job, citations }) => known('Job', job ?? 'not recorded', citations))],
    [
      'Fields',
      columns.map((column) => ({
        ...hop(estate, column, column.to),
        label: `${column.from.field} > ${column.to.field}`,
      })),
    ],
  ]);
}

const known = (label: string, value: string, citations: DetailFact['citations'] = []): DetailFact => ({
  label,
  value,
  state: 'known',
  citations,
});

const stated = (label: string, claims: readonly Claim[]): DetailFact => {
  const values = [...new Set(claims.map((claim) => claim.value))];
  return {
    label: `${label[0]?.toUpperCase()}${label.slice(1)}`,
    value: values.join(' | '),
    state: values.length > 1 ? 'conflicting' : 'known',
    citations: claims.map((claim) => claim.citation),
  };
};

function hop(estate: Estate, edge: PlacedFieldEdge, other: FieldEnd): DetailFact {
  const system = other.system === null ? undefined : estate.systems.get(other.system)?.name;
  const dataset = estate.datasets.get(other.dataset)?.name ?? '';
  const words = [...new Set(edge.transformations.map((claim) => claim.value))].join(' | ');
  return known(
    `${dataset}.${other.field}${system === undefined ? '' : ` @ ${system}`}`,
    words === '' ? 'how: not recorded' : words,
    edge.citations,
  );
}

const filled = (all: readonly (readonly [string, readonly DetailFact[]])[]): readonly DetailSection[] =>
  all.filter(([, facts]) => facts.length > 0).map(([title, facts]) => ({ title, facts }));
