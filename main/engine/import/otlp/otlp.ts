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

const select = [
  '/resourceSpans/*/scopeSpans/*/spans/*',
  '/resourceSpans/*/resource',
  '/resourceSpans/*/instrumentationLibrarySpans/*/spans/*',
] as const;
const resourceSelection = 1;

export const otlpImporter: Importer = {
  id: 'otlp',
  title: 'OpenTelemetry traces (OTLP JSON)',
  version: 1,
  detects: 'JSON with resourceSpans, as one document or one a line.',
  fields: ['system', 'peer', 'event', 'time', 'message', 'record'],
  drops: ['durations', 'span events and links', 'scopes', 'resource attributes other than service.name'],

  detect(probe) {
    if (!/"resourceSpans"/.test(probe.text)) return null;
    const values = peekJson(probe, select)?.values ?? [];
    const spans = values.filter((value) => text(value, 'spanId') !== null).length;
    if (values.length === 0) return null;
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
      if (line.ok) readRequest(line.value, line.place, visitor);
      else visitor.problem(line.place, line.code, line.message, line.raw);
    });
    return;
  }
  const resources = new ResourceNumbers();
  await readJson(input.open(), { layout, select, encoding, progress }, (element) => {
    if (!element.ok) {
      visitor.problem(element.place, element.code, element.message, element.raw);
    } else if (element.selected === resourceSelection) {
      const name = serviceName(element.value);
      const key = resources.keyOf(element.path, 'resource');
      if (name !== null) visitor.service(key, name);
    } else {
      readSpan(element.value, element.place, resources.keyOf(element.path, 'span'), visitor);
    }
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
  #lastResource = -1;
  #lastSpan: readonly number[] = [];

  keyOf(path: readonly (string | number)[], kind: 'resource' | 'span'): string {
    const numbers = path.filter((step) => typeof step === 'number');
    const isNew =
      kind === 'resource' ? (numbers[0] ?? 0) <= this.#lastResource : !isAfter(numbers, this.#lastSpan);
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
