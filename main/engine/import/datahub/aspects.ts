import type { Place } from '../../../../shared/model/citation';
import type { Held, Subject } from '../fact';
import type { FactSink } from '../importer';
import { list, member, text } from '../json/value';
import { stateDerivation } from '../lineage/derive';
import { JobEdges } from '../lineage/job-edges';
import { stateMeta } from '../lineage/meta-owners';
import { roleOfOwnerWord } from '../lineage/owner-role';
import { holdingOf, StatedOnce } from '../lineage/stated-once';
import type { Aspect } from './change';
import { fieldName, readUrn, type UrnSubject } from './urn';

/** States DataHub aspects one by one. */
export class Aspects {
  readonly #facts: StatedOnce;
  readonly #edges: JobEdges;
  readonly #unplaced = new Map<string, number>();

  constructor(private readonly sink: FactSink) {
    this.#facts = new StatedOnce(sink);
    this.#edges = new JobEdges(this.#facts);
  }

  state({ urn, name, value, isDelete }: Aspect, place: Place): void {
    const found = readUrn(urn);
    if (found === null) {
      this.sink.warn(place, 'bad-urn', `"${urn}" is no DataHub URN; what is said of it was left out.`);
      return;
    }
    if (isDelete) {
      this.#count(`deletion of ${name}`);
      return;
    }
    const subject = this.#exists(found, place);
    if (subject === null) {
      this.#count(found.kind === 'other' ? found.type : found.kind);
      return;
    }
    if (name === 'ownership') this.#owners(value, subject, place);
    else if (name === 'upstreamLineage' && found.kind === 'dataset')
      this.#upstreams(value, found.held, place);
    else if (name === 'dataJobInputOutput' && found.kind === 'job') this.#jobDatasets(value, found, place);
    else if (name === 'schemaMetadata' && found.kind === 'dataset') this.#fields(value, found.held, place);
    else if (name === 'chartInfo' || name === 'dashboardInfo') this.#report(value, found, place);
    else if (/(Properties|Info)$/.test(name)) this.#properties(value, subject, place);
    else if (name === 'status' && member(value, 'removed') === true) {
      this.#facts.attribute(subject, 'removed', 'true', place);
    } else if (name === 'deprecation' && member(value, 'deprecated') === true) {
      this.#facts.attribute(subject, 'deprecated', text(value, 'note') ?? 'true', place);
    } else if (name === 'dataPlatformInstance') {
      const instance = /,([^,)]+)\)$/.exec(text(value, 'instance') ?? '')?.[1] ?? null;
      this.#facts.attribute(subject, 'platform instance', instance, place);
    } else this.#count(name);
  }

  end(): void {
    this.#edges.end();
    this.#facts.sayFigures();
    if (this.#unplaced.size === 0) return;
    const counts = [...this.#unplaced].map(([name, count]) => `${name} ${count}`).join(', ');
    this.sink.note(`Aspects and entities that have no place in lineage and were not kept: ${counts}.`);
  }

  #count(name: string): void {
    this.#unplaced.set(name, (this.#unplaced.get(name) ?? 0) + 1);
  }

  #exists(found: UrnSubject, place: Place): Subject | null {
    switch (found.kind) {
      case 'dataset':
        this.#facts.held(found.held.dataset, found.held.system, 'declared', place);
        return holdingOf(found.held.dataset, found.held.system);
      case 'job': {
        const subject = { kind: 'job', ...found.job } as const;
        this.#facts.exists(subject, 'declared', place);
        return subject;
      }
      case 'report': {
        const subject = { kind: 'system', name: found.tool } as const;
        this.#facts.exists(subject, 'declared', place);
        return subject;
      }
      case 'party': {
        const subject = { kind: 'party', name: found.name } as const;
        this.#facts.exists(subject, 'declared', place);
        return subject;
      }
      case 'field':
      case 'other':
        return null;
    }
  }

  #owners(value: unknown, subject: Subject, place: Place): void {
    for (const owner of list(value, 'owners')) {
      const urn = text(owner, 'owner');
      const party = urn === null ? null : readUrn(urn);
      if (party?.kind !== 'party') continue;
      // A type of the site's own is a URN: urn:li:ownershipType:__system__business_owner.
      const own = text(owner, 'typeUrn')?.replace(/^urn:li:ownershipType:(__system__)?/, '') ?? null;
      const type = text(owner, 'type');
      const word = type === null || type === 'CUSTOM' ? own : type;
      const role = roleOfOwnerWord(word);
      if (role === null) this.#facts.attribute(subject, (word ?? 'owner').toLowerCase(), party.name, place);
      else this.#facts.state({ fact: 'responsibility', subject, role, party: party.name }, place);
    }
  }

  #upstreams(value: unknown, to: Held, place: Place): void {
    for (const upstream of list(value, 'upstreams')) {
      const from = this.#datasetOf(text(upstream, 'dataset'), place);
      if (from === null) continue;
      stateDerivation(from, to, null, 'declared', this.#facts, place);
    }
    this.#fieldFlows(value, place);
  }

  #jobDatasets(value: unknown, { job }: Extract<UrnSubject, { kind: 'job' }>, place: Place): void {
    const held = (plain: string, edges: string): readonly Held[] =>
      [...list(value, plain), ...list(value, edges).map((edge) => member(edge, 'destinationUrn'))].flatMap(
        (urn) => {
          const found = this.#datasetOf(typeof urn === 'string' ? urn : null, place);
          return found === null ? [] : [found];
        },
      );
    const inputs = held('inputDatasets', 'inputDatasetEdges');
    const outputs = held('outputDatasets', 'outputDatasetEdges');
    this.#edges.add(job, null, inputs, outputs, 'declared', place);
    this.#fieldFlows(value, place);
  }

  #datasetOf(urn: string | null, place: Place): Held | null {
    const found = urn === null ? null : readUrn(urn);
    if (found?.kind !== 'dataset') {
      this.sink.warn(place, 'bad-urn', `"${urn ?? ''}" is no dataset's URN; the edge was left out.`);
      return null;
    }
    this.#facts.held(found.held.dataset, found.held.system, 'declared', place);
    return found.held;
  }

  #fieldFlows(value: unknown, place: Place): void {
    for (const lineage of list(value, 'fineGrainedLineages')) {
      const operation = text(lineage, 'transformOperation');
      const ends = (side: string) =>
        list(lineage, side).flatMap((urn) => {
          const found = typeof urn === 'string' ? readUrn(urn) : null;
          return found?.kind === 'field' ? [{ ...found.held, field: found.name }] : [];
        });
      for (const from of ends('upstreams')) {
        for (const to of ends('downstreams')) {
          const transformation = operation === null ? {} : { transformation: operation };
          this.#facts.state({ fact: 'fieldFlow', from, to, ...transformation }, place);
        }
      }
    }
  }

  #fields(value: unknown, held: Held, place: Place): void {
    for (const field of list(value, 'fields')) {
      const path = text(field, 'fieldPath');
      if (path === null) continue;
      const subject = { kind: 'field', dataset: held.dataset, name: fieldName(path) } as const;
      this.#facts.exists(subject, 'declared', place);
      this.#facts.attribute(subject, 'type', text(field, 'nativeDataType'), place);
      this.#facts.description(subject, text(field, 'description'), place);
    }
  }

  /** What a chart shows flows into the tool that shows it. */
  #report(value: unknown, found: UrnSubject, place: Place): void {
    if (found.kind !== 'report') return;
    const tool = { kind: 'system', name: found.tool } as const;
    this.#facts.attribute(tool, 'shows', text(value, 'title') ?? found.id, place);
    const edges = [...list(value, 'inputEdges'), ...list(value, 'datasetEdges')].map((edge) =>
      member(edge, 'destinationUrn'),
    );
    for (const urn of [...list(value, 'inputs'), ...list(value, 'datasets'), ...edges]) {
      const from = this.#datasetOf(typeof urn === 'string' ? urn : null, place);
      if (from === null || from.system === null || from.system === found.tool) continue;
      const flow = { kind: 'flow', from: from.system, to: found.tool, dataset: from.dataset } as const;
      this.#facts.exists(flow, 'declared', place);
    }
  }

  #properties(value: unknown, subject: Subject, place: Place): void {
    const about: Subject = subject.kind === 'holding' ? { kind: 'dataset', name: subject.dataset } : subject;
    this.#facts.description(about, text(value, 'description'), place);
    for (const name of ['displayName', 'qualifiedName', 'email', 'title', 'type'] as const) {
      this.#facts.attribute(about, name, text(value, name), place);
    }
    stateMeta(member(value, 'customProperties'), subject, this.#facts, place);
  }
}
