import type { Place } from '../../../../shared/model/citation';
import { list, text } from '../json/value';
import { isPlaceholder } from '../lineage/placeholder';

export interface Entity {
  /** Lower case: "component". */
  readonly kind: string;
  /** `name`, or `namespace/name` outside the default namespace. */
  readonly name: string;
  /** `kind:namespace/name`, lower case, by which others refer to it. */
  readonly reference: string;
  readonly place: Place;
  readonly value: unknown;
}

export interface EntityRefusal {
  readonly code: 'not-an-entity' | 'template';
  readonly message: string;
}

export function readEntity(value: unknown, place: Place): Entity | EntityRefusal {
  const kind = text(value, 'kind');
  const name = text(value, 'metadata', 'name');
  if (kind === null || name === null) {
    const missing = kind === null ? 'kind' : 'metadata.name';
    return { code: 'not-an-entity', message: `The document has no ${missing}, so it is no catalog entity.` };
  }
  if (isPlaceholder(name)) {
    return {
      code: 'template',
      message: `metadata.name is the placeholder ${name}: this is the skeleton of a template. Import the catalog file that it makes.`,
    };
  }
  const namespace = text(value, 'metadata', 'namespace');
  const shown = namespace === null || namespace === 'default' ? name : `${namespace}/${name}`;
  return {
    kind: kind.toLowerCase(),
    name: shown,
    reference: `${kind}:${namespace ?? 'default'}/${name}`.toLowerCase(),
    place,
    value,
  };
}

export interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly reference: string;
}

/** `[kind:][namespace/]name` (Backstage, "References"); null where nothing is written. */
export function readReference(written: string | null, defaultKind: string, from: Entity): Reference | null {
  const match = /^(?:([^:/]+):)?(?:([^/]+)\/)?([^/]+)$/.exec(written ?? '');
  const name = match?.[3];
  if (match === null || name === undefined) return null;
  const kind = (match[1] ?? defaultKind).toLowerCase();
  // Without a namespace the reference means that of the entity it stands in.
  const own = from.name.includes('/') ? from.name.slice(0, from.name.indexOf('/')) : 'default';
  const namespace = match[2] ?? own;
  return {
    kind,
    name: namespace === 'default' ? name : `${namespace}/${name}`,
    reference: `${kind}:${namespace}/${name}`.toLowerCase(),
  };
}

export function references(from: Entity, field: string, defaultKind: string): readonly Reference[] {
  return list(from.value, 'spec', field).flatMap((written) => {
    const found = typeof written === 'string' ? readReference(written.trim(), defaultKind, from) : null;
    return found === null ? [] : [found];
  });
}
