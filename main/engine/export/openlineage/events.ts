import { createHash } from 'node:crypto';
import type { RoleCell } from '../../../../shared/model/estate';
import { agreed, type NamedEstate, type NamedHeld } from '../named-estate';

const producer = 'urn:whereabouts:export';
const schema = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/';
const facetSchema = 'https://openlineage.io/spec/facets/';
const ownFacetSchema = 'urn:whereabouts:facets:edge:1';

/** Names that a reader takes for "not recorded"; own facets repeat it. */
const noDataset = 'not recorded';
const noSystem = 'not recorded';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** The model as events, in the order of the model. */
export function eventsOf(estate: NamedEstate, time: string): readonly JsonObject[] {
  const columns = columnsByHeld(estate);
  const events: JsonObject[] = [];
  const common = (kind: string) => ({ eventTime: time, producer, schemaURL: `${schema}${kind}` });
  const held = new Set<string>();
  const written = new Set<string>();
  for (const { dataset, system, holding } of estate.holdings) {
    events.push({
      ...common('DatasetEvent'),
      dataset: {
        namespace: system,
        name: dataset,
        facets: {
          ...ownership(holding.responsibilities, '1-0-1/OwnershipDatasetFacet.json'),
          ...own('whereabouts_holding', { role: agreed(holding.role) }),
          ...columns.get(heldKey({ dataset, system })),
        },
      },
    });
    held.add(dataset);
    written.add(heldKey({ dataset, system }));
  }
  for (const { name, responsibilities } of estate.datasets) {
    const facets = {
      ...ownership(responsibilities, '1-0-1/OwnershipDatasetFacet.json'),
      ...columns.get(heldKey({ dataset: name, system: null })),
    };
    written.add(heldKey({ dataset: name, system: null }));
    if (held.has(name) && Object.keys(facets).length === 0) continue;
    events.push({
      ...common('DatasetEvent'),
      dataset: {
        ...datasetOf({ dataset: name, system: null }),
        facets: { ...facets, ...own('whereabouts_dataset', {}) },
      },
    });
  }
  // A column's edge may lead to where no source states that the dataset is held.
  for (const { to } of estate.fieldFlows) {
    const key = heldKey(to);
    if (written.has(key)) continue;
    written.add(key);
    events.push({
      ...common('DatasetEvent'),
      dataset: {
        namespace: to.system ?? noSystem,
        name: to.dataset,
        facets: {
          ...(to.system === null ? own('whereabouts_dataset', {}) : {}),
          ...columns.get(key),
          ...own('whereabouts_columnsOnly', {}),
        },
      },
    });
  }
  for (const { from, to, dataset, flow } of estate.flows) {
    const mark = {
      kind: 'flow',
      hasDataset: dataset !== null,
      status: agreed(flow.status),
      method: agreed(flow.method),
      schedule: agreed(flow.schedule),
      expectation: agreed(flow.expectation),
      maximumDelaySeconds: agreed(flow.maximumDelaySeconds),
    };
    const name = `${from} > ${to}${dataset === null ? '' : `: ${dataset}`}`;
    events.push({
      ...(flow.isDeclared
        ? common('JobEvent')
        : { ...common('RunEvent'), eventType: 'OTHER', run: { runId: runId(name) } }),
      job: {
        namespace: 'whereabouts',
        name,
        facets: {
          ...own('whereabouts_edge', mark),
          ...ownership(flow.responsibilities, '1-0-1/OwnershipJobFacet.json'),
        },
      },
      inputs: [{ namespace: from, name: dataset ?? noDataset }],
      outputs: [{ namespace: to, name: dataset ?? noDataset }],
    });
  }
  estate.derivations.forEach(({ from, to, job }) => {
    const mark = { kind: 'derivation', hasJob: job !== null, hasNamespace: job?.namespace != null };
    events.push({
      ...common('JobEvent'),
      job: {
        namespace: job?.namespace ?? 'whereabouts',
        name: job?.name ?? `${from?.dataset ?? ''} > ${to?.dataset ?? ''}`,
        facets: own('whereabouts_edge', mark),
      },
      inputs: from === null ? [] : [datasetOf(from)],
      outputs: to === null ? [] : [datasetOf(to)],
    });
  });
  return events;
}

const datasetOf = ({ dataset, system }: NamedHeld): JsonObject => ({
  namespace: system ?? noSystem,
  name: dataset,
  ...(system === null ? { facets: own('whereabouts_dataset', {}) } : {}),
});

/** Every facet names its producer and schema (spec, BaseFacet). */
const facet = (schemaURL: string, members: JsonObject): JsonObject => ({
  _producer: producer,
  _schemaURL: schemaURL,
  ...members,
});

const own = (name: string, members: JsonObject): JsonObject => ({ [name]: facet(ownFacetSchema, members) });

function ownership(cells: readonly RoleCell[], schemaFile: string): JsonObject {
  const owners = cells.flatMap(({ role, parties }) =>
    parties.map(({ partyName }) => ({ name: partyName, type: role })),
  );
  return owners.length === 0 ? {} : { ownership: facet(facetSchema + schemaFile, { owners }) };
}

const heldKey = ({ dataset, system }: NamedHeld): string => JSON.stringify([dataset, system]);

/** Column lineage of each dataset in its place, where there is any. */
function columnsByHeld(estate: NamedEstate): ReadonlyMap<string, JsonObject> {
  const inputs = new Map<string, Map<string, JsonObject[]>>();
  for (const { from, to } of estate.fieldFlows) {
    const fields = inputs.get(heldKey(to)) ?? new Map<string, JsonObject[]>();
    inputs.set(heldKey(to), fields);
    const named = { name: from.dataset, field: from.field };
    const input: JsonObject =
      from.system === null
        ? { namespace: noSystem, ...named, whereabouts_noSystem: true }
        : { namespace: from.system, ...named };
    fields.set(to.field, [...(fields.get(to.field) ?? []), input]);
  }
  return new Map(
    [...inputs].map(([held, fields]) => {
      const members = [...fields].map(([name, inputFields]) => [name, { inputFields }] as const);
      const lineage = facet(`${facetSchema}1-2-0/ColumnLineageDatasetFacet.json`, {
        fields: Object.fromEntries(members),
      });
      return [held, { columnLineage: lineage }];
    }),
  );
}

/** The same flow always gets the same run id, in the shape of a UUID. */
function runId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
