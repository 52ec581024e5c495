import type { Place } from '../../../../shared/model/citation';

export const spanKinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
export type SpanKind = (typeof spanKinds)[number];

/** One span of a distributed trace, whichever format it was written in. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly kind: SpanKind;
  readonly name: string;
  /** Names the service through `SpanVisitor.service`, which may be told only after the span. */
  readonly serviceKey: string;
  /** Microseconds since 1970 UTC, by the clock of the span's own service. */
  readonly start: number | null;
  readonly error: string | null;
  /** The other service as the span itself names it (peer.service). */
  readonly peerService: string | null;
  /** Where a call goes to, where the span does not name the service: comparable within the file. */
  readonly address: string | null;
  readonly attributes: readonly (readonly [string, string])[];
  readonly place: Place;
}

export interface SpanVisitor {
  service(key: string, name: string): void;
  span(span: Span): void;
  problem(place: Place, code: string, message: string, raw: string): void;
}

/** Reads the file from its start and shows every span to the visitor, in the file's order. */
export type SpanPass = (visitor: SpanVisitor, progress: (bytes: number) => void) => Promise<void>;

/** A span that calls another service rather than being called or working inside. */
export function isCalling(kind: SpanKind): boolean {
  return kind === 'client' || kind === 'producer';
}
