import type { Held, Job } from '../fact';

/** What a DataHub URN names, as far as lineage needs it. */
export type UrnSubject =
  | { readonly kind: 'dataset'; readonly held: Held }
  | { readonly kind: 'job'; readonly job: Job }
  /** A chart or dashboard: the tool that shows it, and its own id. */
  | { readonly kind: 'report'; readonly tool: string; readonly id: string }
  | { readonly kind: 'party'; readonly name: string }
  | { readonly kind: 'field'; readonly held: Held; readonly name: string }
  | { readonly kind: 'other'; readonly type: string };

/** Reads `urn:li:<type>:<key>`, where a key of several parts is `(a,b,c)` and parts may be URNs. Null for no URN. */
export function readUrn(urn: string): UrnSubject | null {
  const match = /^urn:li:(\w+):(.*)$/s.exec(urn.trim());
  const type = match?.[1];
  const key = match?.[2];
  if (type === undefined || key === undefined || key === '') return null;
  const parts = key.startsWith('(') && key.endsWith(')') ? splitKey(key.slice(1, -1)) : [key];
  switch (type) {
    case 'dataset': {
      const [platform = '', ...rest] = parts;
      const environment = rest.pop() ?? 'PROD';
      const name = rest.join(',');
      if (name === '') return null;
      const system = lastPart(platform);
      const isUsual = environment === 'PROD' || environment === '';
      return {
        kind: 'dataset',
        held: { dataset: decode(name), system: isUsual ? system : `${system} (${environment})` },
      };
    }
    case 'dataJob': {
      const flow = splitKey((parts[0] ?? '').replace(/^urn:li:dataFlow:\(|\)$/g, ''));
      const task = parts.slice(1).join(',');
      return {
        kind: 'job',
        job: { namespace: flow[0] || null, name: [flow[1], task].filter(Boolean).join('.') },
      };
    }
    case 'dataFlow':
      return { kind: 'other', type };
    case 'chart':
    case 'dashboard':
      return { kind: 'report', tool: parts[0] ?? type, id: decode(parts.slice(1).join(',')) };
    case 'corpuser':
    case 'corpUser':
    case 'corpGroup':
      return { kind: 'party', name: decode(key) };
    case 'schemaField': {
      const path = parts.at(-1) ?? '';
      const parent = readUrn(parts.slice(0, -1).join(','));
      return parent?.kind === 'dataset' && path !== ''
        ? { kind: 'field', held: parent.held, name: fieldName(decode(path)) }
        : null;
    }
    default:
      return { kind: 'other', type };
  }
}

/** A v2 field path carries types in brackets: `[version=2.0].[type=struct].a.[type=int].b` is `a.b`. */
export const fieldName = (path: string): string =>
  path
    .split(/\.(?![^[]*\])/)
    .filter((part) => !/^\[.*\]$/.test(part))
    .join('.') || path;

/** Splits at the commas outside brackets. */
function splitKey(key: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < key.length; at++) {
    const character = key[at];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(key.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(key.slice(start));
  return parts;
}

const lastPart = (urn: string): string => urn.slice(urn.lastIndexOf(':') + 1);

/** Commas and brackets of a name are percent-encoded inside a URN. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
