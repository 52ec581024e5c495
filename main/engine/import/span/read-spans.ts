import type { Place } from '../../../../shared/model/citation';
import { type EventFact, type FactSink, FileRefused } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import { AddressBook } from './address-book';
import { isCalling, type Span, type SpanPass } from './span';
import { SpanIndex } from './span-index';

/** A longer attribute is content, not a property: it is left out and counted. */
const maximumAttributeLength = 256;

/**
 * Turns the spans of one file into events, the same for every trace format. Each span (the row) is one
 * event of its service: `received` from its parent's service where the parent is in the file; else `sent`
 * or `received` where the span itself names the other service; else a `step`. A parent that is in the file
 * proves that its service sent: one `sent` event more for each child, with the same message id. A parent
 * that is missing is not made up.
 */
export async function readSpans(pass: SpanPass, sink: FactSink): Promise<void> {
  const names = new Map<string, string>();
  const services: string[] = [];
  const serviceNumbers = new Map<string, number>();
  const keyNumbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    let number = keyNumbers.get(key);
    if (number === undefined) {
      number = keyNumbers.size;
      keyNumbers.set(key, number);
    }
    return number;
  };
  const index = new SpanIndex();
  const addresses = new AddressBook();
  let bytes = 0;
  let spans = 0;
  await pass(
    {
      service: (key, name) => void names.set(key, name),
      span(span) {
        spans += 1;
        const { traceId, spanId, parentId, kind, start } = span;
        index.add(traceId, spanId, parentId, numberOf(span.serviceKey), kind, start);
        if (span.address !== null && isCalling(kind))
          addresses.note(index.find(traceId, spanId), span.address);
      },
      problem() {},
    },
    (read) => {
      bytes = read;
      sink.progress(read / 2);
    },
  );
  index.linkParents();
  for (const [key, number] of keyNumbers) {
    services[number] = names.get(key) ?? '';
    serviceNumbers.set(key, number);
  }
  addresses.learn(index, (at) => services[index.serviceOf(at)] || null);
  const writer = new SpanEvents(
    index,
    sink,
    (key) => services[serviceNumbers.get(key) ?? -1] || null,
    services,
    addresses,
  );
  let problems = 0;
  let firstProblem: { place: Place; message: string } | null = null;
  await pass(
    {
      service() {},
      span: (span) => writer.span(span),
      problem(place, code, message, raw) {
        problems += 1;
        firstProblem ??= { place, message };
        if (spans > 0) sink.reject(place, code, message, raw);
      },
    },
    (read) => sink.progress((bytes + read) / 2),
  );
  if (spans === 0) {
    const { place, message } = firstProblem ?? { place: { line: 1 }, message: 'The file holds no span.' };
    throw new FileRefused(problems > 0 ? 'unreadable-json' : 'no-span', message, place.line);
  }
  writer.finish();
}

class SpanEvents {
  #missingParents = 0;
  #duplicates = 0;
  #longAttributes = 0;
  #unnamed = 0;
  #byAddress = 0;

  constructor(
    private readonly index: SpanIndex,
    private readonly sink: FactSink,
    private readonly serviceOf: (key: string) => string | null,
    private readonly services: readonly string[],
    private readonly addresses: AddressBook,
  ) {}

  span(span: Span): void {
    const { index, sink } = this;
    const own = index.find(span.traceId, span.spanId);
    const service = this.serviceOf(span.serviceKey);
    if (service === null) this.#unnamed += 1;
    if (!index.isFirstSight(own)) {
      const isOtherHalf = this.#nameOf(own) !== service || index.kindOf(own) !== span.kind;
      if (!isOtherHalf) {
        this.#duplicates += 1;
        sink.warn(span.place, 'duplicate-span', `Span ${span.spanId} stands in the file already.`);
        sink.accept();
        return;
      }
    }
    this.#state(span, service, own);
    sink.accept();
  }

  #state(span: Span, service: string | null, own: number): void {
    const { index, sink } = this;
    const parent = this.#parentOf(span, service, own);
    const unanswered = this.#unansweredBy(span, service, own);
    if (parent === -1 && span.parentId !== null) this.#missingParents += 1;
    const base: EventFact = {
      time: span.start,
      system: service,
      activity: span.name,
      record: span.traceId,
      attributes: this.#attributes(span),
      line: span.place.line,
    };
    if (parent !== -1) {
      const caller = this.#nameOf(parent);
      // The caller's own id marks the call, so that it also matches a file of the callee's spans alone.
      const isOwnCall = isCalling(index.kindOf(parent)) && index.isFirstChild(parent);
      const message = callId(span, isOwnCall && parent !== own ? span.parentId : span.spanId);
      const sentAt = isOwnCall ? index.startOf(parent) : span.start;
      sink.event({ ...base, kind: 'received', peer: caller, message });
      if (caller !== null && service !== null) {
        const { activity, line } = base;
        sink.event({ time: sentAt, system: caller, activity, kind: 'sent', peer: service, message, line });
      }
    } else if (span.peerService !== null && (span.kind === 'server' || span.kind === 'consumer')) {
      sink.event({
        ...base,
        kind: 'received',
        peer: span.peerService,
        message: callId(span, span.parentId ?? span.spanId),
      });
    } else if (unanswered === null) {
      sink.event({ ...base, kind: 'step', message: callId(span, span.spanId) });
    }
    if (unanswered !== null) {
      const call = { ...base, peer: unanswered, message: callId(span, span.spanId) };
      sink.event({ ...call, kind: 'sent' });
      if (span.error !== null)
        sink.event({ ...call, activity: `${span.name}: ${span.error}`, kind: 'rejected' });
    }
  }

  /** The other side of a call of which the file shows no span: as it names it, or as other calls found it. */
  #unansweredBy(span: Span, service: string | null, own: number): string | null {
    if (!isCalling(span.kind) || this.index.isParent(own)) return null;
    if (span.peerService !== null) return span.peerService;
    if (span.address === null) return null;
    const answering = this.addresses.serviceAt(span.address);
    if (answering === null || answering === service) return null;
    this.#byAddress += 1;
    return answering;
  }

  /** The parent's number. Some tracers give both halves of a call one id: the calling half is the parent. */
  #parentOf(span: Span, service: string | null, own: number): number {
    if (!isCalling(span.kind) && isCalling(this.index.kindOf(own)) && this.#nameOf(own) !== service)
      return own;
    if (span.parentId === null || span.parentId === span.spanId) return -1;
    return this.index.find(span.traceId, span.parentId);
  }

  #nameOf(at: number): string | null {
    return this.services[this.index.serviceOf(at)] || null;
  }

  #attributes(span: Span): Readonly<Record<string, string>> | null {
    const bag = new AttributeBag().add('span kind', span.kind).add('error', span.error);
    for (const [name, value] of span.attributes) {
      if (value.length > maximumAttributeLength) this.#longAttributes += 1;
      else bag.add(name, value);
    }
    return bag.toRecord();
  }

  finish(): void {
    const { sink } = this;
    if (this.#missingParents > 0) {
      sink.note(
        `Spans whose parent is not in this file: ${this.#missingParents}. No parent was made up for them.`,
      );
    }
    if (this.#byAddress > 0) {
      sink.note(
        `Calls without an answering span, taken as sent to the service that answers other calls to the same address: ${this.#byAddress}.`,
      );
    }
    if (this.#duplicates > 0) sink.note(`Spans that stand in the file more than once: ${this.#duplicates}.`);
    if (this.#unnamed > 0) sink.note(`Spans whose service is not named: ${this.#unnamed}.`);
    if (this.#longAttributes > 0) {
      sink.note(
        `Attributes longer than ${maximumAttributeLength} characters, left out: ${this.#longAttributes}.`,
      );
    }
    sink.note('Traces are often sampled: a call without a span is not proved to be absent.');
  }
}

/** Span ids are unique within their trace only. */
function callId(span: Span, spanId: string | null): string {
  return `${span.traceId}-${spanId ?? span.spanId}`;
}
