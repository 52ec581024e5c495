/*
 * Format: OTLP JSON, the OpenTelemetry protocol's trace export requests: one document, or one a line.
 * Version: OTLP 1.x (and 0.x with instrumentationLibrarySpans).
 * Spec: https://opentelemetry.io/docs/specs/otlp/ and opentelemetry-proto trace/v1.
 * Read: each span (the row) as an event of its service, with the calls between services; attributes.
 * Dropped: durations, span events and links, scopes, resource attributes other than the service's name.
 */
import type { Place } from '../../../../shared/model/citation';

import type { Importer, ImportInput } from '../importer';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { list, member, text } from '../json/value';
import { readSpans } from '../span/read-spans';
import type { SpanVisitor } from '../span/span';
import { otlpAttributes, otlpSpan } from './otlp-span';

/** Where requests stand: alone, in an array, or within the answer of a tracing store's interface. */
const roots = ['', '/*', '/trace', '/result'];
const resources = [...roots.map((root) => `${root}/resourceSpans/*`), '/batches/*', '/trace/batches/*'];
const select = [
  ...resources.map((resource) => `${resource}/resource`),
  ...resources.flatMap((resource) => [
    `${resource}/scopeSpans/*/spans/*`,
    `${resource}/instrumentationLibrarySpans/*/spans/*`,
  ]),
];
const isResource = (selected: number): boolean => selected < resources.length;

export const otlpImporter: Importer = {
  id: 'otlp',
  title: 'OpenTelemetry traces (OTLP JSON)',
  version: 1,
  detects: 'JSON with resourceSpans (or batches), as one document, an array or one a line.',
  fields: ['system', 'peer', 'event', 'time', 'message', 'record'],
  drops: ['durations', 'span events and links', 'scopes', 'resource attributes other than service.name'],

  detect(probe) {
    if (!/"(resourceSpans|batches)"/.test(probe.text)) return null;
    const values = peekJson(probe, select)?.values ?? [];
    const spans = values.filter((value) => text(value, 'spanId') !== null).length;
    if (values.length === 0 || (spans === 0 && !/"resourceSpans"/.test(probe.text))) return null;
    const count = probe.isWhole ? `${spans} spans` : `${spans} spans in the first part`;
    return { confidence: 0.97, summary: `OpenTelemetry traces, ${count}` };
  },

  async read(input, sink) {
    await readSpans((visitor, progress) => pass(input, visitor, progress), sink);
  },
};

async function pass(
  input: ImportInput,
  visitor: SpanVisitor,
  progress: (bytes: number) => void,
): Promise<void> {
  const layout = peekJson(input.probe)?.layout ?? 'document';
  const { encoding } = input.probe;
  if (layout === 'lines') {
    await readJson(input.open(), { layout, encoding, progress }, (line) => {
      if (line.ok) for (const request of requestsIn(line.value)) readRequest(request, line.place, visitor);
      else visitor.problem(line.place, line.code, line.message, line.raw);
    });
    return;
  }
  const numbers = new ResourceNumbers();
  await readJson(input.open(), { layout, select, encoding, progress }, (element) => {
    if (!element.ok) {
      visitor.problem(element.place, element.code, element.message, element.raw);
    } else if (isResource(element.selected)) {
      const name = serviceName(element.value);
      const key = numbers.keyOf(element.path, 'resource');
      if (name !== null) visitor.service(key, name);
    } else {
      readSpan(element.value, element.place, numbers.keyOf(element.path, 'span'), visitor);
    }
  });
}

/** The requests of one line: itself, those of an array, or what a store's answer wraps. */
function requestsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(requestsIn);
  if (member(value, 'resourceSpans') !== undefined) return [value];
  const batches = member(value, 'batches');
  if (batches !== undefined) return [{ resourceSpans: batches }];
  return ['trace', 'result'].flatMap((name) => {
    const inner = member(value, name);
    return inner === undefined ? [] : requestsIn(inner);
  });
}

/** One request in memory: a line names the services of its spans itself. */
function readRequest(request: unknown, place: Place, visitor: SpanVisitor): void {
  for (const [at, resource] of list(request, 'resourceSpans').entries()) {
    const name = serviceName(member(resource, 'resource'));
    const key = name === null ? '' : `=${name}`;
    if (name !== null) visitor.service(key, name);
    for (const kind of ['scopeSpans', 'instrumentationLibrarySpans']) {
      for (const [scope, part] of list(resource, kind).entries()) {
        for (const [index, span] of list(part, 'spans').entries()) {
          const pointer = `/resourceSpans/${at}/${kind}/${scope}/spans/${index}`;
          readSpan(span, { ...place, pointer }, key, visitor);
        }
      }
    }
  }
}

function serviceName(resource: unknown): string | null {
  return otlpAttributes(resource, 'attributes').find(([key]) => key === 'service.name')?.[1] ?? null;
}

function readSpan(value: unknown, place: Place, serviceKey: string, visitor: SpanVisitor): void {
  const read = otlpSpan(value, place, serviceKey);
  if (read.ok) visitor.span(read.span);
  else visitor.problem(place, 'bad-span', read.problem, JSON.stringify(value).slice(0, 2000));
}

/**
 * Numbers the resources of a file. Where several documents follow each other the numbers start again: a
 * part that does not come after the last one of its kind begins a new document.
 */
class ResourceNumbers {
  #document = 0;
  #request = '';
  #lastResource = -1;
  #lastSpan: readonly number[] = [];

  keyOf(path: readonly (string | number)[], kind: 'resource' | 'span'): string {
    const start = path.findIndex((step) => step === 'resourceSpans' || step === 'batches');
    const request = path.slice(0, start).join('/');
    const numbers = path.slice(start).filter((step) => typeof step === 'number');
    const isNew =
      request !== this.#request ||
      (kind === 'resource' ? (numbers[0] ?? 0) <= this.#lastResource : !isAfter(numbers, this.#lastSpan));
    this.#request = request;
    if (isNew) {
      this.#document += 1;
      this.#lastResource = -1;
      this.#lastSpan = [];
    }
    if (kind === 'resource') this.#lastResource = numbers[0] ?? 0;
    else this.#lastSpan = numbers;
    return `${this.#document}.${numbers[0] ?? 0}`;
  }
}

function isAfter(numbers: readonly number[], last: readonly number[]): boolean {
  if (last.length === 0) return true;
  for (let at = 0; at < numbers.length; at += 1) {
    const difference = (numbers[at] ?? 0) - (last[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
