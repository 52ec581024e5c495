import { entries, isJsonObject, list, member, text } from '../json/value';

/** One aspect of one entity, from either of the two file forms. */
export interface Aspect {
  readonly urn: string;
  /** As in a proposal: "upstreamLineage". */
  readonly name: string;
  readonly value: unknown;
  readonly isDelete: boolean;
}

export interface ChangeRefusal {
  readonly code: 'not-a-change' | 'no-urn' | 'bad-aspect';
  readonly message: string;
}

/** A request to the server wraps a proposal: {"proposal": {"entityUrn": …}}. */
export const proposalIn = (written: unknown): unknown => {
  const wrapped = member(written, 'proposal');
  return isJsonObject(wrapped) ? wrapped : written;
};

/** The aspects of a MetadataChangeEvent (`proposedSnapshot`) or a MetadataChangeProposal (`entityUrn`). */
export function readChange(written: unknown): readonly Aspect[] | ChangeRefusal {
  const change = proposalIn(written);
  const snapshot = entries(change, 'proposedSnapshot')[0]?.[1];
  if (snapshot !== undefined) {
    const urn = text(snapshot, 'urn');
    if (urn === null)
      return { code: 'no-urn', message: 'The snapshot has no urn, so it says nothing of any entity.' };
    return list(snapshot, 'aspects').flatMap((aspect) =>
      entries({ aspect }, 'aspect').map(([type, value]) => ({
        urn,
        name: aspectName(type),
        value: plain(value),
        isDelete: false,
      })),
    );
  }
  const name = text(change, 'aspectName');
  const urn = text(change, 'entityUrn');
  if (name === null) {
    return urn === null
      ? {
          code: 'not-a-change',
          message: 'Neither a proposedSnapshot nor an entityUrn with an aspectName: no DataHub metadata.',
        }
      : { code: 'not-a-change', message: `The proposal for ${urn} names no aspect.` };
  }
  if (urn === null)
    return { code: 'no-urn', message: `The proposal of the aspect ${name} has no entityUrn.` };
  const isDelete = text(change, 'changeType') === 'DELETE';
  if (isDelete) return [{ urn, name, value: null, isDelete }];
  const structured = member(change, 'aspect', 'json') ?? bareAspect(member(change, 'aspect'));
  if (structured !== undefined) return [{ urn, name, value: plain(structured), isDelete }];
  const json = text(change, 'aspect', 'value');
  try {
    return [{ urn, name, value: JSON.parse(json ?? ''), isDelete }];
  } catch {
    return { code: 'bad-aspect', message: `The aspect ${name} of ${urn} is no JSON text.` };
  }
}

/** Some programs write the aspect itself where DataHub's own put it in an envelope of `json` or `value`. */
function bareAspect(aspect: unknown): unknown {
  if (!isJsonObject(aspect)) return undefined;
  return member(aspect, 'value') === undefined && Object.keys(aspect).length > 0 ? aspect : undefined;
}

/** `com.linkedin.pegasus2avro.dataset.UpstreamLineage` -> `upstreamLineage`. */
function aspectName(type: string): string {
  const last = type.slice(type.lastIndexOf('.') + 1);
  return last.slice(0, 1).toLowerCase() + last.slice(1);
}

const unions = new Set(['string', 'int', 'long', 'float', 'double', 'boolean', 'array', 'map']);

/** Avro's JSON wraps a member of a union in its type: {"string": "x"}. Values are unwrapped, however deep. */
function plain(value: unknown, depth = 0): unknown {
  if (depth > 60) return undefined;
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value);
  const only = members.length === 1 ? members[0] : undefined;
  if (only !== undefined && (unions.has(only[0]) || only[0].startsWith('com.linkedin.')))
    return plain(only[1], depth + 1);
  return Object.fromEntries(members.map(([key, one]) => [key, plain(one, depth + 1)]));
}
