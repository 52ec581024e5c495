/*
 * Format: OpenLineage events, run logs of data jobs: one, an array, NDJSON, or the "events" of a Marquez answer.
 * Version: 1-0-0 to 2-0-2 of RunEvent, JobEvent and DatasetEvent, with the facets of those versions.
 * Spec: https://openlineage.io/spec/2-0-2/OpenLineage.json, facets under https://openlineage.io/spec/facets/
 * Read: each event (the row): a namespace is a system, a name a dataset; jobs make a run's outputs from its inputs; columns, owners, counts; failures are warnings.
 * Dropped: run facets but parent and errorMessage, nominal times, tags, columnLineage.dataset, vendor and deleted facets, passwords in addresses.
 */

import type { Place } from '../../../../shared/model/citation';
import type { Held, Job } from '../fact';
import { type Detection, type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { detectJsonLayout } from '../json/layout';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { list, member, text } from '../json/value';
import { JobEdges } from '../lineage/job-edges';
import { isPlaceholder } from '../lineage/placeholder';
import { redactAddress } from '../lineage/redact-address';
import { holdingOf, StatedOnce } from '../lineage/stated-once';
import { ColumnLineage } from './column-lineage';
import {
  columnEdges,
  facetOf,
  failedAssertions,
  fieldNames,
  stateDatasetFacets,
  stateOwners,
  statisticsOf,
} from './dataset-facets';
import { type LineageEvent, readEvent } from './event';
import { JobRuns } from './job-runs';
import { hasColumnsOnly, isWithoutSystem, ownMark, stateOwnDerivation, stateOwnFlow } from './own-marks';

export const openlineageImporter: Importer = {
  id: 'openlineage',
  title: 'OpenLineage events',
  version: 1,
  detects: 'JSON events with job.namespace, job.name and run.runId, or a schemaURL of openlineage.io.',
  fields: ['system', 'dataset', 'field', 'job', 'source', 'destination', 'owner', 'description', 'warning'],
  drops: [
    'run facets other than parent and errorMessage',
    'nominal times and tags',
    'whole-table column dependencies (columnLineage.dataset)',
    'vendor facets and facets marked as deleted',
    'user names and passwords inside addresses',
  ],
  detect(probe): Detection | null {
    const peek = peekJson(probe, selectionIn(probe.text, probe.isWhole));
    if (peek === null) return null;
    const events = peek.values.filter(isEvent);
    const named = /"https?:\/\/openlineage\.io\/spec\//.test(probe.text);
    if (events.length === 0) {
      // A first event larger than the part that was looked at.
      const isLikely = named && /"eventTime"\s*:/.test(probe.text) && /"job"\s*:\s*\{/.test(probe.text);
      return isLikely ? { confidence: 0.9, summary: 'OpenLineage events' } : null;
    }
    if (events.length * 2 < peek.values.length) return null;
    const count = `${events.length}${probe.isWhole ? '' : ' or more'}`;
    return { confidence: named ? 0.97 : 0.92, summary: `OpenLineage, ${count} events` };
  },
  read: (input, sink) => new Reading(sink).read(input),
};

function isEvent(value: unknown): boolean {
  const isRun = text(value, 'run', 'runId') !== null || /openlineage/i.test(text(value, 'schemaURL') ?? '');
  const names = text(value, 'job', 'name') ?? text(value, 'dataset', 'name');
  const namespace = text(value, 'job', 'namespace') ?? text(value, 'dataset', 'namespace');
  if (names === null) return false;
  return isRun ? namespace !== null || text(value, 'eventTime') !== null : isTemplate(value);
}

/** An event without a run, still recognised so that it can be refused with a reason. */
function isTemplate(value: unknown): boolean {
  return (
    text(value, 'job', 'namespace') !== null &&
    text(value, 'eventType') !== null &&
    (Array.isArray(member(value, 'inputs')) || Array.isArray(member(value, 'outputs')))
  );
}

/** Marquez answers with {"events": [...]}; everything else has the events at the top. */
function selectionIn(head: string, isWhole: boolean): readonly string[] | undefined {
  return detectJsonLayout(head, isWhole) === 'document' && /^\s*\{\s*"events"\s*:\s*\[/.test(head)
    ? ['/events/*']
    : undefined;
}

class Reading {
  readonly #facts: StatedOnce;
  readonly #edges: JobEdges;
  readonly #columns: ColumnLineage;
  readonly #runs: JobRuns;
  readonly #without = { producer: 0, schema: 0, run: 0 };
  #firstRefusal: { readonly message: string; readonly line: number } | null = null;
  #accepted = 0;
  #rejected = 0;

  constructor(private readonly sink: FactSink) {
    this.#facts = new StatedOnce(sink);
    this.#edges = new JobEdges(this.#facts);
    this.#columns = new ColumnLineage(this.#facts, sink);
    this.#runs = new JobRuns(this.#facts);
  }

  async read(input: ImportInput): Promise<void> {
    const { text: head, isWhole, encoding } = input.probe;
    const layout = detectJsonLayout(head, isWhole);
    if (layout === null) {
      throw new FileRefused(
        'not-json',
        'The file holds no JSON. Export the OpenLineage events again, as JSON or one event a line.',
      );
    }
    const select = selectionIn(head, isWhole);
    const progress = (bytes: number): void => this.sink.progress(bytes);
    await readJson(input.open(), { layout, encoding, progress, ...(select ? { select } : {}) }, (element) => {
      if (!element.ok) this.#reject(element.place, element.code, element.message, element.raw);
      else this.#event(element.value, element.place);
    });
    if (this.#accepted === 0) {
      const first = this.#firstRefusal;
      throw first === null
        ? new FileRefused('empty', 'The file holds no events.')
        : new FileRefused(
            'no-events',
            `None of the ${this.#rejected} events can be used. The first: ${first.message}`,
            first.line,
          );
    }
    this.#edges.end();
    this.#columns.end();
    this.#runs.end();
    this.#facts.sayFigures();
    this.#sayWhatIsMissing();
  }

  #event(value: unknown, place: Place): void {
    const event = readEvent(value);
    if ('code' in event) {
      this.#reject(place, event.code, event.message, JSON.stringify(value));
      return;
    }
    if (text(value, 'producer') === null) this.#without.producer++;
    if (text(value, 'schemaURL') === null) this.#without.schema++;
    if (event.runId !== null && isPlaceholder(event.runId)) this.#without.run++;
    const as = event.kind === 'run' ? 'observed' : 'declared';
    const mark = ownMark(value);
    if (mark?.kind === 'flow') {
      stateOwnFlow(value, mark.facet, as, this.#facts, place);
      this.#accept();
      return;
    }
    const inputs = this.#datasets(list(value, 'inputs'), as, event, place);
    const outputs = this.#datasets(list(value, 'outputs'), as, event, place);
    if (event.kind === 'dataset') this.#datasets([member(value, 'dataset')], as, event, place);
    if (event.job !== null) {
      const job: Job = { namespace: redactAddress(event.job.namespace), name: event.job.name };
      if (mark !== null) {
        stateOwnDerivation(mark.facet, job, inputs, outputs, this.#facts, place);
        this.#accept();
        return;
      }
      this.#job(member(value, 'job'), job, as, value, place);
      this.#edges.add(job, event.runId, inputs, outputs, as, place);
      if (event.kind === 'run') this.#runs.add(job, event, value, place);
    }
    this.#accept();
  }

  #accept(): void {
    this.#accepted++;
    this.sink.accept();
  }

  #datasets(
    datasets: readonly unknown[],
    as: 'observed' | 'declared',
    event: LineageEvent,
    place: Place,
  ): readonly Held[] {
    const found: Held[] = [];
    for (const dataset of datasets) {
      const name = text(dataset, 'name');
      const namespace = text(dataset, 'namespace');
      if (name === null) {
        this.sink.warn(place, 'unnamed-dataset', 'An input or output has no name and was left out.');
        continue;
      }
      const system = namespace === null || isWithoutSystem(dataset) ? null : redactAddress(namespace);
      const held = { dataset: name, system };
      found.push(held);
      if (!hasColumnsOnly(dataset)) this.#facts.held(held.dataset, held.system, as, place);
      stateDatasetFacets(dataset, held, this.#facts, place);
      this.#columns.define(held, fieldNames(dataset));
      for (const edge of columnEdges(dataset)) this.#columns.add(edge, held, place);
      this.#runs.statistics(holdingOf(held.dataset, held.system), statisticsOf(dataset), event.time, place);
      for (const failure of failedAssertions(dataset)) {
        const warning = { text: failure, subject: name, from: null, to: null };
        this.#facts.state({ fact: 'warning', at: event.time, ...warning }, place);
      }
    }
    return found;
  }

  #job(written: unknown, job: Job, as: 'observed' | 'declared', event: unknown, place: Place): void {
    const subject = { kind: 'job', ...job } as const;
    this.#facts.exists(subject, as, place);
    this.#facts.description(
      subject,
      text(facetOf(written, 'documentation'), 'description') ?? text(written, 'description'),
      place,
    );
    const type = facetOf(written, 'jobType');
    const words = [text(type, 'integration'), text(type, 'jobType'), text(type, 'processingType')];
    this.#facts.attribute(subject, 'type', words.filter(Boolean).join(' ') || null, place);
    this.#facts.attribute(
      subject,
      'SQL',
      text(facetOf(written, 'sql'), 'query')?.slice(0, 4000) ?? null,
      place,
    );
    const code = text(facetOf(written, 'sourceCodeLocation'), 'url');
    this.#facts.attribute(subject, 'source code', code === null ? null : redactAddress(code), place);
    const parent = text(member(event, 'run', 'facets', 'parent'), 'job', 'name');
    this.#facts.attribute(subject, 'parent job', parent, place);
    stateOwners(facetOf(written, 'ownership'), subject, this.#facts, place);
  }

  #reject(place: Place, code: string, message: string, raw: string): void {
    this.#rejected++;
    this.#firstRefusal ??= { message, line: place.line };
    this.sink.reject(place, code, message, raw.slice(0, 2000));
  }

  #sayWhatIsMissing(): void {
    const { producer, schema, run } = this.#without;
    if (producer > 0) this.sink.note(`Events without a producer, which the format requires: ${producer}.`);
    if (schema > 0) this.sink.note(`Events without a schemaURL, which the format requires: ${schema}.`);
    if (run > 0) {
      this.sink.note(
        `Events with a placeholder for a run id, so that a job's runs cannot be told apart: ${run}.`,
      );
    }
  }
}
