import type { Place } from '../../../../shared/model/citation';
import type { Held } from '../fact';
import { list, member, text } from '../json/value';

/** What of a node, source or exposure is kept until the whole manifest is known. */
export interface ManifestNode {
  readonly id: string;
  readonly type: string;
  readonly package: string;
  /** The relation, and the database that holds it (or, for an ephemeral model, in which the query runs). */
  readonly held: Held;
  readonly dependsOn: readonly string[];
  readonly group: string | null;
  readonly place: Place;
  readonly value: unknown;
}

/** Types whose result is a table, view or file of its own. */
const datasetTypes = new Set(['model', 'seed', 'snapshot', 'source']);

export const isDataset = (node: ManifestNode): boolean => datasetTypes.has(node.type);

export const dependenciesOf = (value: unknown): readonly string[] =>
  list(value, 'depends_on', 'nodes').filter((one): one is string => typeof one === 'string');

/** Null where the element is no node of a manifest. */
export function readNode(value: unknown, place: Place): ManifestNode | null {
  const id = text(value, 'unique_id');
  const type = text(value, 'resource_type') ?? id?.split('.')[0] ?? null;
  const name = text(value, 'alias') ?? text(value, 'identifier') ?? text(value, 'name');
  if (id === null || type === null || name === null) return null;
  const database = text(value, 'database');
  return {
    id,
    type,
    package: text(value, 'package_name') ?? id.split('.')[1] ?? id,
    // The name that the adapter and OpenLineage use for the same relation: database.schema.relation.
    held: {
      dataset: [database, text(value, 'schema'), name].filter((part) => part !== null).join('.'),
      system: database,
    },
    dependsOn: dependenciesOf(value),
    group: text(value, 'group') ?? text(value, 'config', 'group'),
    place,
    value: kept(value),
  };
}

/** Only the members that are stated later: compiled SQL is most of a manifest. */
function kept(value: unknown): unknown {
  const members = [
    'description',
    'columns',
    'meta',
    'tags',
    'owner',
    'label',
    'name',
    'url',
    'maturity',
    'loader',
    'source_name',
    'type',
    'original_file_path',
    'freshness',
  ];
  return {
    ...Object.fromEntries(members.map((name) => [name, member(value, name)])),
    materialized: member(value, 'config', 'materialized'),
    configMeta: member(value, 'config', 'meta'),
  };
}
