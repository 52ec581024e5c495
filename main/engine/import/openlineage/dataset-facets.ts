import type { Place } from '../../../../shared/model/citation';
import type { Held } from '../fact';
import { entries, list, member, text } from '../json/value';
import { roleOfOwnerWord } from '../lineage/owner-role';
import { redactAddress } from '../lineage/redact-address';
import { holdingOf, type StatedOnce } from '../lineage/stated-once';

/** A facet; undefined where there is none or it is marked as deleted (spec 2-0-2: `_deleted`). */
export function facetOf(holder: unknown, name: string, under = 'facets'): unknown {
  const facet = member(holder, under, name);
  return member(facet, '_deleted') === true ? undefined : facet;
}

/** States what the facets of an input or output say of the dataset and its holding. */
export function stateDatasetFacets(dataset: unknown, held: Held, facts: StatedOnce, place: Place): void {
  const holding = holdingOf(held.dataset, held.system);
  const subject = { kind: 'dataset', name: held.dataset } as const;
  facts.description(subject, text(facetOf(dataset, 'documentation'), 'description'), place);
  const source = facetOf(dataset, 'dataSource');
  const address = text(source, 'uri');
  if (held.system !== null) {
    const system = { kind: 'system', name: held.system } as const;
    facts.attribute(system, 'data source', text(source, 'name'), place);
    facts.attribute(system, 'address', address === null ? null : redactAddress(address), place);
  }
  facts.attribute(holding, 'storage layer', text(facetOf(dataset, 'storage'), 'storageLayer'), place);
  facts.attribute(holding, 'file format', text(facetOf(dataset, 'storage'), 'fileFormat'), place);
  facts.attribute(
    holding,
    'lifecycle change',
    text(facetOf(dataset, 'lifecycleStateChange'), 'lifecycleStateChange'),
    place,
  );
  for (const other of list(facetOf(dataset, 'symlinks'), 'identifiers')) {
    const name = text(other, 'name');
    const namespace = text(other, 'namespace');
    if (name !== null)
      facts.attribute(holding, 'also known as', [namespace, name].filter(Boolean).join('/'), place);
  }
  const role = text(facetOf(dataset, 'whereabouts_holding'), 'role');
  if (role !== null && holding.kind === 'holding') {
    facts.state({ fact: 'property', subject: holding, predicate: 'holdingRole', value: role }, place);
  }
  stateOwners(facetOf(dataset, 'ownership'), holding, facts, place);
  stateFields(dataset, held.dataset, facts, place);
}

export function stateOwners(
  ownership: unknown,
  subject: Parameters<StatedOnce['attribute']>[0],
  facts: StatedOnce,
  place: Place,
): void {
  for (const owner of list(ownership, 'owners')) {
    const party = text(owner, 'name');
    const word = text(owner, 'type');
    const role = roleOfOwnerWord(word);
    if (party === null) continue;
    if (role === null) facts.attribute(subject, (word ?? 'owner').toLowerCase(), party, place);
    else facts.state({ fact: 'responsibility', subject, role, party }, place);
  }
}

/** Columns of structs inside structs; no real table comes near it. */
const maximumStructDepth = 30;

/** Columns of the schema facet with their path ("address.city" inside a struct). */
function* columnsOf(dataset: unknown): Generator<readonly [string, unknown]> {
  const open = [{ prefix: '', depth: 0, fields: list(facetOf(dataset, 'schema'), 'fields') }];
  for (let level = open.shift(); level !== undefined; level = open.shift()) {
    for (const field of level.fields) {
      const name = text(field, 'name');
      if (name === null) continue;
      const path = level.prefix + name;
      yield [path, field];
      if (level.depth < maximumStructDepth) {
        open.push({ prefix: `${path}.`, depth: level.depth + 1, fields: list(field, 'fields') });
      }
    }
  }
}

function stateFields(dataset: unknown, name: string, facts: StatedOnce, place: Place): void {
  for (const [path, field] of columnsOf(dataset)) {
    const subject = { kind: 'field', dataset: name, name: path } as const;
    facts.exists(subject, 'declared', place);
    facts.attribute(subject, 'type', text(field, 'type'), place);
    facts.description(subject, text(field, 'description'), place);
  }
}

export function fieldNames(dataset: unknown): readonly string[] {
  return [...columnsOf(dataset)].map(([path]) => path);
}

/** Row and byte counts by name, of an input or output in one event. */
export function statisticsOf(dataset: unknown): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const put = (name: string, value: string | null): void => {
    if (value !== null) found.push([name, value]);
  };
  const written = facetOf(dataset, 'outputStatistics', 'outputFacets');
  put('rows written', text(written, 'rowCount'));
  put('bytes written', text(written, 'size'));
  const read = facetOf(dataset, 'inputStatistics', 'inputFacets');
  put('rows read', text(read, 'rowCount'));
  put('bytes read', text(read, 'size'));
  const quality =
    facetOf(dataset, 'dataQualityMetrics', 'inputFacets') ?? facetOf(dataset, 'dataQualityMetrics');
  put('rows', text(quality, 'rowCount'));
  return found;
}

/** Checks that failed, in words. */
export function failedAssertions(dataset: unknown): readonly string[] {
  const facet =
    facetOf(dataset, 'dataQualityAssertions', 'inputFacets') ?? facetOf(dataset, 'dataQualityAssertions');
  return list(facet, 'assertions')
    .filter((assertion) => member(assertion, 'success') === false)
    .map((assertion) => {
      const column = text(assertion, 'column');
      return `Data quality check ${text(assertion, 'assertion') ?? 'without a name'}${column === null ? '' : ` on ${column}`} failed`;
    });
}

export interface ColumnEdge {
  readonly from: Held;
  readonly fromField: string;
  readonly toField: string;
  readonly transformation: string | null;
}

/** By the column's name, as the facet has them; some producers write a list of columns with a name each. */
const columnsIn = (facet: unknown): readonly (readonly [string, unknown])[] => [
  ...entries(facet, 'fields'),
  ...list(facet, 'fields').flatMap((one) => {
    const name = text(one, 'name');
    return name === null ? [] : [[name, one] as const];
  }),
];

/** Column edges into a dataset (ColumnLineageDatasetFacet 1-0-0 to 1-2-0). */
export function columnEdges(dataset: unknown): readonly ColumnEdge[] {
  const edges: ColumnEdge[] = [];
  for (const [toField, lineage] of columnsIn(facetOf(dataset, 'columnLineage'))) {
    const older = text(lineage, 'transformationType') ?? text(lineage, 'transformationDescription');
    for (const input of list(lineage, 'inputFields')) {
      const name = text(input, 'name');
      const field = text(input, 'field');
      if (name === null || field === null) continue;
      const words = list(input, 'transformations')
        .map((one) => [text(one, 'type'), text(one, 'subtype')].filter(Boolean).join(' '))
        .filter((word) => word !== '');
      const transformation = words.length > 0 ? words.join(', ') : older;
      // Filler of this program's own exports is no system.
      const namespace = member(input, 'whereabouts_noSystem') === true ? null : text(input, 'namespace');
      edges.push({
        from: { dataset: name, system: namespace === null ? null : redactAddress(namespace) },
        fromField: field,
        toField,
        transformation,
      });
    }
  }
  return edges;
}
