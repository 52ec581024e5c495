import type { Place } from '../../../../shared/model/citation';
import { list, member, text } from '../json/value';
import { addressIn } from '../span/address-book';
import { type Span, type SpanKind, spanKinds } from '../span/span';

/** Where in a file of traces the reading stands. */
export interface JaegerGroup {
  document: number;
  lastTrace: number;
  lastSpan: number;
  lastProcesses: number;
}

/** One span of the Jaeger model; `serviceKey` turns its process id into the key of a service. */
export function jaegerSpan(
  value: unknown,
  place: Place,
  serviceKey: (processId: string) => string,
): { readonly ok: true; readonly span: Span } | { readonly ok: false; readonly problem: string } {
  const traceId = text(value, 'traceID');
  const spanId = text(value, 'spanID');
  if (traceId === null || spanId === null)
    return { ok: false, problem: 'The span has no traceID or no spanID.' };
  const start = member(value, 'startTime');
  // Microseconds as a JSON number (safe until the year 2255) or, in exports of Elasticsearch, as text.
  const startTime = typeof start === 'string' && /^\d+$/.test(start) ? Number(start) : start;
  if (startTime !== undefined && !(typeof startTime === 'number' && Number.isSafeInteger(startTime))) {
    return { ok: false, problem: `startTime ${JSON.stringify(start)} is not a number of microseconds.` };
  }
  const tags = list(value, 'tags')
    .map((tag) => [text(tag, 'key'), text(tag, 'value')] as const)
    .filter((tag): tag is readonly [string, string] => tag[0] !== null && tag[1] !== null);
  const tagged = new Map(tags);
  const isError = tagged.get('error') === 'true' || tagged.get('otel.status_code') === 'ERROR';
  return {
    ok: true,
    span: {
      traceId,
      spanId,
      parentId: parentOf(value, traceId),
      kind: spanKinds.find((kind) => kind === tagged.get('span.kind')) ?? ('unspecified' satisfies SpanKind),
      name: text(value, 'operationName') ?? 'unnamed operation',
      serviceKey: serviceKey(text(value, 'processID') ?? ''),
      start: typeof startTime === 'number' ? startTime : null,
      error: isError ? (tagged.get('otel.status_description') ?? 'error') : null,
      peerService: tagged.get('peer.service') ?? null,
      address: addressIn(tagged),
      attributes: tags.filter(([key]) => key !== 'span.kind' && key !== 'error'),
      place,
    },
  };
}

/** The first CHILD_OF of the same trace, else the first FOLLOWS_FROM, else the older parentSpanID. */
function parentOf(value: unknown, traceId: string): string | null {
  const references = list(value, 'references').filter((reference) => text(reference, 'traceID') === traceId);
  const childOf = references.find((reference) => text(reference, 'refType') === 'CHILD_OF');
  return text(childOf ?? references[0], 'spanID') ?? text(value, 'parentSpanID');
}
