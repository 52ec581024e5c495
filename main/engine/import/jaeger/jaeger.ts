/*
 * Format: Jaeger JSON, traces as the query service and the interface give them, or one span a line.
 * Version: Jaeger 1 and 2 (the internal JSON model).
 * Spec: https://www.jaegertracing.io/docs/ and jaeger-idl model.proto.
 * Read: each span (the row) as an event of its service, with the calls between services; tags.
 * Dropped: durations, logs inside spans, tags of processes, warnings of the collector.
 */
import type { Place } from '../../../../shared/model/citation';

import type { Importer, ImportInput } from '../importer';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { entries, list, text } from '../json/value';
import { readSpans } from '../span/read-spans';
import type { SpanVisitor } from '../span/span';
import { type JaegerGroup, jaegerSpan } from './jaeger-span';

const inTraces = ['/data/*/spans/*', '/data/*/processes'];
const inTrace = ['/spans/*', '/processes'];
const inList = ['/*/spans/*', '/*/processes'];

export const jaegerImporter: Importer = {
  id: 'jaeger',
  title: 'Jaeger traces',
  version: 1,
  detects: 'JSON with spans that have a traceID and a spanID, under data[] or alone.',
  fields: ['system', 'peer', 'event', 'time', 'message', 'record'],
  drops: ['durations', 'logs inside spans', 'process tags'],

  detect(probe) {
    const layout = shapeOf(probe);
    if (layout === null) return null;
    const peek = peekJson(probe, layout);
    const spans = peek?.values.filter(isSpan) ?? [];
    if (spans.length === 0) return null;
    const count = probe.isWhole ? `${spans.length} spans` : `${spans.length} spans in the first part`;
    return { confidence: 0.95, summary: `Jaeger trace, ${count}` };
  },

  async read(input, sink) {
    await readSpans((visitor, progress) => pass(input, visitor, progress), sink);
  },
};

function isSpan(value: unknown): boolean {
  return text(value, 'traceID') !== null && text(value, 'spanID') !== null;
}

/** Which of the ways to write it the file uses, as selection; null where it is none of them. */
function shapeOf(probe: ImportInput['probe']): readonly string[] | null {
  if (!/"spanID"/.test(probe.text)) return null;
  for (const select of [inTraces, inTrace, inList]) {
    if (peekJson(probe, select)?.values.some(isSpan)) return select;
  }
  const layout = peekJson(probe)?.layout;
  const single = layout === 'array' ? ['/*'] : [''];
  return peekJson(probe, single)?.values.some(isSpan) ? single : null;
}

async function pass(
  input: ImportInput,
  visitor: SpanVisitor,
  progress: (bytes: number) => void,
): Promise<void> {
  const layout = peekJson(input.probe)?.layout ?? 'document';
  const { encoding } = input.probe;
  if (layout === 'lines') {
    await readJson(input.open(), { layout, encoding, progress }, (line) => {
      if (line.ok) readLine(line.value, line.place, visitor);
      else visitor.problem(line.place, line.code, line.message, line.raw);
    });
    return;
  }
  const select = shapeOf(input.probe) ?? inTraces;
  const group: JaegerGroup = { document: 0, lastTrace: -1, lastSpan: -1, lastProcesses: -1 };
  await readJson(input.open(), { layout, select, encoding, progress }, (element) => {
    if (!element.ok) {
      visitor.problem(element.place, element.code, element.message, element.raw);
    } else if (element.selected === 1) {
      const key = follow(group, element.path, 'lastProcesses');
      for (const [id, process] of entries(element.value)) {
        const name = text(process, 'serviceName');
        if (name !== null) visitor.service(`${key}:${id}`, name);
      }
    } else {
      const key = follow(group, element.path, 'lastSpan');
      readSpan(element.value, element.place, visitor, (id) => `${key}:${id}`);
    }
  });
}

/** A line in memory: one span, one trace or several, whose processes are at hand. */
function readLine(line: unknown, place: Place, visitor: SpanVisitor): void {
  if (isSpan(line) && list(line, 'spans').length === 0) {
    readSpan(line, place, visitor, () => '');
    return;
  }
  const traces = Array.isArray(line) ? line : list(line, 'data').length > 0 ? list(line, 'data') : [line];
  for (const trace of traces) {
    const keyOf = (id: string): string => {
      const name = text(trace, 'processes', id, 'serviceName');
      if (name !== null) visitor.service(`=${name}`, name);
      return name === null ? '' : `=${name}`;
    };
    for (const span of list(trace, 'spans')) readSpan(span, place, visitor, keyOf);
  }
}

/** `keyOf` is asked for the service of a process id, unless the span describes its process itself. */
function readSpan(
  value: unknown,
  place: Place,
  visitor: SpanVisitor,
  keyOf: (processId: string) => string,
): void {
  const own = text(value, 'process', 'serviceName');
  if (own !== null) visitor.service(`=${own}`, own);
  const read = jaegerSpan(value, place, (id) => (own === null ? keyOf(id) : `=${own}`));
  if (read.ok) visitor.span(read.span);
  else visitor.problem(place, 'bad-span', read.problem, JSON.stringify(value).slice(0, 2000));
}

/**
 * Names the trace that a part belongs to. In a file of several documents the numbers start again: a part
 * that does not come after the last one of its kind begins a new document.
 */
function follow(group: JaegerGroup, path: readonly (string | number)[], kind: 'lastSpan' | 'lastProcesses') {
  const numbers = path.filter((step) => typeof step === 'number');
  const isInTrace = kind === 'lastSpan' ? numbers.length > 1 : numbers.length > 0;
  const trace = isInTrace ? (numbers[0] ?? 0) : 0;
  const position = kind === 'lastSpan' ? (numbers.at(-1) ?? 0) : 0;
  if (trace < group.lastTrace || (trace === group.lastTrace && position <= group[kind])) {
    group.document += 1;
    group.lastTrace = -1;
  }
  if (trace !== group.lastTrace) {
    group.lastTrace = trace;
    group.lastSpan = -1;
    group.lastProcesses = -1;
  }
  group[kind] = position;
  return `${group.document}.${trace}`;
}
