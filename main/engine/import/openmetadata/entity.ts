import type { Held, Job } from '../fact';
import { list, text } from '../json/value';

/** An entity of the catalogue as nodes and edges refer to it. */
export interface Entity {
  readonly id: string | null;
  /** Fully qualified name: service.database.schema.table, parts with dots in quotes. */
  readonly name: string;
  /** Lower case: "table", "pipeline". */
  readonly type: string;
  readonly value: unknown;
}

const jobTypes = new Set(['pipeline', 'storedprocedure', 'task', 'query']);
const reportTypes = new Set(['dashboard', 'chart', 'mlmodel', 'report', 'metric']);

/** Null where the value names nothing. A reference says fullyQualifiedName, fqn, or (as nodes do) name. */
export function readEntity(value: unknown): Entity | null {
  const name =
    text(value, 'fullyQualifiedName') ?? text(value, 'fqn') ?? text(value, 'FQN') ?? text(value, 'name');
  if (name === null) return null;
  const type = (text(value, 'entityType') ?? text(value, 'type') ?? 'table').toLowerCase();
  return { id: text(value, 'id'), name, type, value };
}

export const isJob = (entity: Entity): boolean => jobTypes.has(entity.type);
export const isReport = (entity: Entity): boolean => reportTypes.has(entity.type);

/** The service is the system, the rest of the name the dataset. */
export function heldOf(entity: Entity): Held {
  const parts = splitName(entity.name);
  const service = text(entity.value, 'service', 'name') ?? (parts.length > 1 ? (parts[0] ?? null) : null);
  const rest = parts.length > 1 && parts[0] === service ? parts.slice(1) : parts;
  return { dataset: rest.join('.'), system: service };
}

export function jobOf(entity: Entity): Job {
  const { dataset, system } = heldOf(entity);
  return { name: dataset, namespace: system };
}

/** Parts of a fully qualified name; quotes around a part that has dots are dropped. */
export function splitName(name: string): readonly string[] {
  const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [name];
  return parts.map((part) => part.replace(/^"|"$/g, '').replaceAll('""', '"'));
}

/** A column's name within its table, by its fully qualified name. */
export function columnOf(fqn: string, table: Entity): string {
  const name = fqn.startsWith(`${table.name}.`) ? fqn.slice(table.name.length + 1) : null;
  return splitName(name ?? fqn.slice(fqn.lastIndexOf('.') + 1)).join('.');
}

export function ownersOf(value: unknown): readonly string[] {
  return [
    ...list(value, 'owners'),
    ...(text(value, 'owner', 'name') === null ? [] : [ownerObject(value)]),
  ].flatMap(
    (owner) => text(owner, 'displayName') ?? text(owner, 'name') ?? text(owner, 'fullyQualifiedName') ?? [],
  );
}

const ownerObject = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'owner' in value ? value.owner : undefined;
