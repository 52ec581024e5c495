import type { Place } from '../../../../shared/model/citation';
import { list, member, text } from '../json/value';
import { addressIn } from '../span/address-book';
import { type Span, type SpanKind, spanKinds } from '../span/span';

/** SpanKind of trace.proto: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
function kindOf(value: unknown): SpanKind {
  if (typeof value === 'number') return spanKinds[value] ?? 'unspecified';
  const word = typeof value === 'string' ? value.replace(/^SPAN_KIND_/, '').toLowerCase() : '';
  return spanKinds.find((kind) => kind === word) ?? 'unspecified';
}

/**
 * Nanoseconds, which the JSON encoding writes as text because they exceed what a JSON number holds exactly.
 * Microseconds come out exact through BigInt; from a bare number they are right to the nearest.
 */
function microsecondsOf(value: unknown): number | null | 'bad' {
  if (value === undefined || value === null || value === '0' || value === 0 || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? Math.round(value / 1000) : 'bad';
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) return 'bad';
  const micros = Number(BigInt(value) / 1000n);
  return Number.isSafeInteger(micros) ? micros : 'bad';
}

/** AnyValue of common.proto as text; nested ones as JSON. */
function anyValue(value: unknown): string | null {
  for (const kind of ['stringValue', 'intValue', 'boolValue', 'doubleValue', 'bytesValue']) {
    const found = text(value, kind);
    if (found !== null) return found;
  }
  const nested = member(value, 'arrayValue') ?? member(value, 'kvlistValue');
  return nested === undefined ? null : JSON.stringify(nested);
}

/** A list of KeyValue as pairs. */
export function otlpAttributes(value: unknown, name: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const item of list(value, name)) {
    const key = text(item, 'key');
    const found = anyValue(member(item, 'value'));
    if (key !== null && found !== null) pairs.push([key, found]);
  }
  return pairs;
}

/** One Span of trace.proto. */
export function otlpSpan(
  value: unknown,
  place: Place,
  serviceKey: string,
): { readonly ok: true; readonly span: Span } | { readonly ok: false; readonly problem: string } {
  const traceId = text(value, 'traceId');
  const spanId = text(value, 'spanId');
  if (traceId === null || spanId === null)
    return { ok: false, problem: 'The span has no traceId or no spanId.' };
  const start = microsecondsOf(member(value, 'startTimeUnixNano'));
  if (start === 'bad') {
    const written = JSON.stringify(member(value, 'startTimeUnixNano'));
    return { ok: false, problem: `startTimeUnixNano ${written} is not a number of nanoseconds.` };
  }
  const attributes = otlpAttributes(value, 'attributes');
  const code = member(value, 'status', 'code');
  const isError = code === 2 || code === 'STATUS_CODE_ERROR';
  return {
    ok: true,
    span: {
      traceId,
      spanId,
      parentId: text(value, 'parentSpanId'),
      kind: kindOf(member(value, 'kind')),
      name: text(value, 'name') ?? 'unnamed operation',
      serviceKey,
      start,
      error: isError ? (text(value, 'status', 'message') ?? 'error') : null,
      peerService: attributes.find(([key]) => key === 'peer.service')?.[1] ?? null,
      address: addressIn(new Map(attributes)),
      attributes,
      place,
    },
  };
}
