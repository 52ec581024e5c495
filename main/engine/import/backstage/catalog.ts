import type { Subject } from '../fact';
import type { FactSink } from '../importer';
import { entries, list, member, text } from '../json/value';
import { StatedOnce } from '../lineage/stated-once';
import { flowStatusOf } from '../table/vocabulary/flow-status';
import { type Entity, type Reference, readReference, references } from './entity';

/** Types of Resource that are data rather than what holds them. */
const dataType = /^(data-?set|table|view|topic|stream|file|data-?product|document|feed)s?$/i;

/** Every entity of a file; stated at the end, because references point forwards. */
export class Catalog {
  readonly #facts: StatedOnce;
  readonly #entities = new Map<string, Entity>();
  /** Providers by the reference of the API. */
  readonly #providers = new Map<string, Reference[]>();
  readonly #unplaced = new Map<string, number>();

  constructor(private readonly sink: FactSink) {
    this.#facts = new StatedOnce(sink);
  }

  get isEmpty(): boolean {
    return this.#entities.size === 0;
  }

  /** An entity that stands in the file twice is the last one, as the catalog itself reads it. */
  add(entity: Entity): void {
    if (this.#entities.has(entity.reference)) {
      this.sink.warn(
        entity.place,
        'repeated-entity',
        `${entity.reference} stands in the file twice; the last one is used.`,
      );
    }
    this.#entities.set(entity.reference, entity);
  }

  state(): void {
    for (const entity of this.#entities.values()) {
      for (const api of references(entity, 'providesApis', 'api')) {
        const providers = this.#providers.get(api.reference) ?? [];
        providers.push(entity);
        this.#providers.set(api.reference, providers);
      }
    }
    for (const entity of this.#entities.values()) this.#entity(entity);
    this.#facts.sayFigures();
    if (this.#unplaced.size === 0) return;
    const counts = [...this.#unplaced].map(([kind, count]) => `${kind} ${count}`).join(', ');
    this.sink.note(`Entities that have no place in lineage and were not kept: ${counts}.`);
  }

  #entity(entity: Entity): void {
    const { kind, place, value } = entity;
    if (kind === 'api' && this.#providers.has(entity.reference)) {
      this.#providedApi(entity);
      return;
    }
    const subject = this.#subjectOf(entity);
    if (subject === null) {
      this.#unplaced.set(kind, (this.#unplaced.get(kind) ?? 0) + 1);
      return;
    }
    this.#facts.exists(subject, 'declared', place);
    this.#facts.description(subject, text(value, 'metadata', 'description'), place);
    this.#facts.attribute(
      subject,
      'title',
      text(value, 'metadata', 'title') ?? text(value, 'spec', 'profile', 'displayName'),
      place,
    );
    this.#facts.attribute(subject, 'Backstage kind', kind, place);
    for (const name of ['type', 'lifecycle', 'domain', 'system', 'subcomponentOf'] as const) {
      const label = {
        type: 'type',
        lifecycle: 'lifecycle',
        domain: 'domain',
        system: 'part of',
        subcomponentOf: 'part of',
      }[name];
      const written = text(value, 'spec', name);
      const isReference = name === 'system' || name === 'subcomponentOf' || name === 'domain';
      const shown = isReference ? (readReference(written, name, entity)?.name ?? null) : written;
      this.#facts.attribute(subject, label, shown, place);
    }
    for (const tag of list(value, 'metadata', 'tags'))
      if (typeof tag === 'string') this.#facts.attribute(subject, 'tag', tag, place);
    for (const [key, label] of entries(value, 'metadata', 'labels'))
      this.#facts.attribute(subject, key, text({ label }, 'label'), place);
    const source = text(value, 'metadata', 'annotations', 'backstage.io/source-location');
    this.#facts.attribute(subject, 'source code', source?.replace(/^url:/, '') ?? null, place);
    if (subject.kind === 'party') {
      this.#facts.attribute(subject, 'parent', text(value, 'spec', 'parent'), place);
      for (const group of references(entity, 'memberOf', 'group'))
        this.#facts.attribute(subject, 'member of', group.name, place);
      return;
    }
    this.#owner(entity, subject);
    this.#relations(entity, subject);
  }

  /** The owner is required of everything but data: where it is not written it is missing, not "not recorded". */
  #owner(entity: Entity, subject: Subject): void {
    const owner = readReference(text(entity.value, 'spec', 'owner'), 'group', entity);
    this.#facts.state(
      { fact: 'responsibility', subject, role: 'owner', party: owner?.name ?? null },
      entity.place,
    );
  }

  #relations(entity: Entity, subject: Subject): void {
    const { place } = entity;
    const status = flowStatusOf(text(entity.value, 'spec', 'lifecycle') ?? '');
    if (subject.kind === 'system' && status !== null) {
      this.#facts.state({ fact: 'property', subject, predicate: 'status', value: status }, place);
    }
    for (const needed of references(entity, 'dependsOn', 'component'))
      this.#needs(subject, this.#subjectOf(needed), entity);
    for (const needing of references(entity, 'dependencyOf', 'component')) {
      const other = this.#subjectOf(needing);
      if (other !== null) this.#needs(other, subject, entity);
    }
    if (subject.kind !== 'system') return;
    for (const api of references(entity, 'consumesApis', 'api')) this.#consumes(subject.name, api, entity);
  }

  /** A component that needs data holds or reads them; everything else is a dependency. */
  #needs(needing: Subject, needed: Subject | null, { place }: Entity): void {
    if (needed === null) return;
    if (needing.kind === 'system' && needed.kind === 'dataset') {
      const holding = { kind: 'holding', dataset: needed.name, system: needing.name } as const;
      this.#facts.exists(holding, 'declared', place);
      this.#facts.attribute(holding, 'access', 'depends on', place);
    } else if (needing.kind === 'dataset' && needed.kind === 'system') {
      this.#facts.exists({ kind: 'holding', dataset: needing.name, system: needed.name }, 'declared', place);
    } else if (needing.kind === 'dataset' && needed.kind === 'dataset') {
      const from = { dataset: needed.name, system: null };
      this.#facts.state(
        { fact: 'derivation', from, to: { dataset: needing.name, system: null }, by: null },
        place,
      );
    } else if (needing.kind === 'system' && needed.kind === 'system') {
      this.#facts.state({ fact: 'dependency', from: needing, to: needed }, place);
    }
  }

  #consumes(consumer: string, api: Reference, { place }: Entity): void {
    const providers = this.#providers.get(api.reference) ?? [api];
    const type = text(this.#entities.get(api.reference)?.value, 'spec', 'type');
    for (const provider of providers) {
      if (provider.name === consumer) continue;
      const from = { kind: 'system', name: consumer } as const;
      this.#facts.state({ fact: 'dependency', from, to: { kind: 'system', name: provider.name } }, place);
      const flow = { kind: 'flow', from: provider.name, to: consumer, dataset: null } as const;
      this.#facts.exists(flow, 'declared', place);
      this.#facts.attribute(flow, 'API', api.name, place);
      if (type !== null)
        this.#facts.state({ fact: 'property', subject: flow, predicate: 'method', value: type }, place);
    }
  }

  #providedApi(api: Entity): void {
    for (const provider of this.#providers.get(api.reference) ?? []) {
      const subject = { kind: 'system', name: provider.name } as const;
      this.#facts.attribute(subject, 'provides API', api.name, api.place);
    }
  }

  #subjectOf(entity: Reference): Exclude<Subject, { kind: 'holding' | 'flow' | 'field' }> | null {
    switch (entity.kind) {
      case 'component':
      case 'system':
      case 'api':
        return { kind: 'system', name: entity.name };
      case 'resource': {
        const known = this.#entities.get(entity.reference);
        const type = text(member(known?.value, 'spec'), 'type') ?? '';
        return { kind: dataType.test(type) ? 'dataset' : 'system', name: entity.name };
      }
      case 'group':
      case 'user':
        return { kind: 'party', name: entity.name };
      default:
        return null;
    }
  }
}
