import type { Place } from '../../../../shared/model/citation';
import type { Held, Job, Subject } from '../fact';
import type { FactSink } from '../importer';
import { JobEdges } from '../lineage/job-edges';
import { stateNamedProperty } from '../lineage/named-property';
import { roleOfOwnerWord } from '../lineage/owner-role';
import { StatedOnce } from '../lineage/stated-once';
import { responsibilityRoleOf } from '../table/words';
import { type ElementKind, elementKind } from './element-kinds';
import type { ArchiElement, ArchiModel, ArchiRelation } from './model';
import { Structure } from './structure';

/** A label of a flow that says how the data travel rather than what they are. */
const methodWord =
  /\b(hl7|fhir|api|rest|soap|https?|s?ftp|mesh|dicom|itk|mllp|mq|kafka|jdbc|odbc|e-?mail|csv|xml|json|batch|real.?time|nightly|daily|weekly|sync|feed|interface|message|sends?)\b/i;

/** Systems that write or read one dataset; above this many pairs it is a term of the model, not a hand-over. */
const maximumSharedPairs = 400;

interface Access {
  readonly writers: Map<string, Place>;
  readonly readers: Map<string, Place>;
}

interface JobDatasets {
  readonly reads: Held[];
  readonly writes: Held[];
  readonly place: Place;
}

/** States an ArchiMate model as systems, datasets, flows, dependencies and responsibilities. */
export class Interpretation {
  readonly #facts: StatedOnce;
  readonly #structure: Structure;
  readonly #jobs = new Map<string, JobDatasets>();
  readonly #accessed = new Map<string, Access>();
  readonly #unplaced = new Map<string, number>();

  constructor(
    private readonly model: ArchiModel,
    private readonly sink: FactSink,
  ) {
    this.#facts = new StatedOnce(sink);
    this.#structure = new Structure(model);
  }

  state(): void {
    for (const element of this.model.elements.values()) this.#element(element);
    for (const relation of this.model.relations.values()) this.#relation(relation);
    const edges = new JobEdges(this.#facts);
    for (const [name, { reads, writes, place }] of this.#jobs) {
      edges.add({ name, namespace: null }, null, reads, writes, 'declared', place);
    }
    edges.end();
    this.#sharedData();
    const { elements, relations } = this.model;
    this.sink.note(`The model has elements ${elements.size}, relations ${relations.size}.`);
    this.#facts.sayFigures();
    if (this.#unplaced.size === 0) return;
    const counts = [...this.#unplaced].map(([type, count]) => `${type} ${count}`).join(', ');
    this.sink.note(`Parts of the model that have no place in lineage and were not kept: ${counts}.`);
  }

  #element(element: ArchiElement): void {
    const subject = this.#subject(element);
    const place = placeOf(element);
    if (subject === null) {
      const kind = elementKind(element.type);
      if (kind !== 'junction') this.#count(element.type);
      return;
    }
    if (elementKind(element.type) === 'interface' && !this.#structure.isSystem(element)) {
      this.#facts.attribute(subject, element.type, element.name, place);
      return;
    }
    this.#facts.exists(subject, 'declared', place);
    this.#facts.attribute(subject, 'ArchiMate type', element.type, place);
    this.#facts.description(subject, element.documentation, place);
    if (elementKind(element.type) === 'network') {
      this.#facts.state({ fact: 'property', subject, predicate: 'siteKind', value: 'network' }, place);
    }
    for (const [key, value] of element.properties)
      stateNamedProperty(subject, key, value, this.#facts, place);
  }

  #relation(relation: ArchiRelation): void {
    if (this.model.relations.has(relation.source) || this.model.relations.has(relation.target)) return;
    const source = this.model.elements.get(relation.source);
    const target = this.model.elements.get(relation.target);
    if (source === undefined || target === undefined) return;
    const isKept =
      this.#flow(relation, source) ||
      this.#access(relation, source, target) ||
      this.#responsibility(relation, source, target) ||
      this.#place(relation, source, target) ||
      this.#dependency(relation, source, target) ||
      this.#ownership(relation, source, target);
    if (!isKept) this.#keepAsAttribute(relation, source, target);
  }

  /** What flows is a data object associated with the flow, else its label unless that says how it travels. */
  #flow(relation: ArchiRelation, source: ArchiElement): boolean {
    if (relation.type !== 'Flow') return false;
    // Every flow into a junction is followed out of it; a flow that starts at one is part of such a path.
    if (elementKind(source.type) === 'junction') return true;
    const place = placeOf(relation);
    const from = this.#structure.systemsOf(source);
    const to = this.#structure.flowTargets(relation).flatMap((element) => this.#structure.systemsOf(element));
    if (from.length === 0 || to.length === 0) return false;
    const carried = this.#structure.carriedBy(relation);
    const label = relation.name;
    const isMethod =
      label !== null && !this.#structure.isDataset(label) && (carried.length > 0 || methodWord.test(label));
    const datasets = carried.length > 0 ? carried : [label === null || isMethod ? null : label];
    for (const [a, b, dataset] of combinations(from, to, datasets)) {
      const flow = { kind: 'flow', from: a.name, to: b.name, dataset } as const;
      this.#facts.exists(flow, 'declared', place);
      if (label !== null && isMethod) {
        this.#facts.state({ fact: 'property', subject: flow, predicate: 'method', value: label }, place);
      }
      this.#facts.description(flow, relation.documentation, place);
      for (const [key, value] of relation.properties)
        stateNamedProperty(flow, key, value, this.#facts, place);
    }
    return true;
  }

  /** A system that accesses data holds them; a process reads or writes them as a job (Read reverses the arrow). */
  #access(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    if (elementKind(target.type) !== 'dataset') return false;
    const isHolding =
      relation.type === 'Access' ||
      (isStructural(relation.type) &&
        this.#structure.isSystem(source) &&
        elementKind(source.type) !== 'behaviour');
    if (!isHolding) return false;
    const place = placeOf(relation);
    const systems = this.#structure.systemsOf(source);
    const accessed = this.#accessed.get(target.name) ?? { writers: new Map(), readers: new Map() };
    this.#accessed.set(target.name, accessed);
    for (const { name } of systems) {
      if (relation.access.includes('writes')) accessed.writers.set(name, place);
      if (relation.access.includes('reads')) accessed.readers.set(name, place);
      this.#facts.held(target.name, name, 'declared', place);
      const holding = { kind: 'holding', dataset: target.name, system: name } as const;
      if (relation.type === 'Access') this.#facts.attribute(holding, 'access', relation.access, place);
      for (const [key, value] of relation.properties)
        stateNamedProperty(holding, key, value, this.#facts, place);
    }
    if (relation.type !== 'Access') return systems.length > 0;
    if (elementKind(source.type) !== 'behaviour') return systems.length > 0;
    const job = this.#jobs.get(source.name) ?? { reads: [], writes: [], place };
    const held = { dataset: target.name, system: systems.length === 1 ? (systems[0]?.name ?? null) : null };
    if (relation.access === 'reads' || relation.access === 'reads and writes') job.reads.push(held);
    if (relation.access !== 'reads') job.writes.push(held);
    this.#jobs.set(source.name, job);
    return true;
  }

  /**
   * A relation between a party and a system or dataset is a responsibility where its label names one, or where
   * the party is a role such as "Information asset owner"; the actors assigned to that role then hold it.
   */
  #responsibility(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    const [party, other] = elementKind(source.type) === 'party' ? [source, target] : [target, source];
    const subject = this.#subject(other);
    if (elementKind(party.type) !== 'party' || subject === null || subject.kind === 'party') return false;
    const place = placeOf(relation);
    const labelled =
      relation.name === null ? null : responsibilityRoleOf(relation.name.replace(/^(is|has)\s+/i, ''));
    const stated =
      labelled ??
      (relation.name !== null && /\bown/i.test(relation.name) ? roleOfOwnerWord(relation.name) : null);
    if (stated !== null) {
      this.#facts.state({ fact: 'responsibility', subject, role: stated, party: party.name }, place);
      return true;
    }
    const role = responsibilityRoleOf(party.name);
    if (role === null) return false;
    const actors = this.#structure.actorsOf(party);
    for (const actor of actors.length > 0 ? actors : [null]) {
      this.#facts.state({ fact: 'responsibility', subject, role, party: actor?.name ?? null }, place);
    }
    return true;
  }

  /** A location that contains, or is associated with, a system is its site. */
  #place(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    const [site, system] = elementKind(source.type) === 'site' ? [source, target] : [target, source];
    if (elementKind(site.type) !== 'site' || !this.#structure.isSystem(system)) return false;
    const subject = { kind: 'system', name: system.name } as const;
    this.#facts.state({ fact: 'property', subject, predicate: 'site', value: site.name }, placeOf(relation));
    return true;
  }

  /** Serving is no flow: the served needs the server. So does what runs on a node needs the node. */
  #dependency(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    const isServing = relation.type === 'Serving';
    const isHosting =
      (relation.type === 'Assignment' || relation.type === 'Realization') &&
      this.#structure.isSystem(source) &&
      elementKind(target.type) === 'system';
    const isNetwork = [source, target].some(({ type }) => elementKind(type) === 'network');
    if (!isServing && !isHosting && !isNetwork) return false;
    const reversed =
      isNetwork && elementKind(target.type) === 'network' && elementKind(source.type) !== 'network';
    const [needed, needing] = reversed ? [target, source] : [source, target];
    const servers = this.#placesOf(needed);
    const clients = this.#placesOf(needing);
    if (servers.length === 0 || clients.length === 0) return false;
    for (const from of clients) {
      for (const to of servers) {
        if (from.name !== to.name) this.#facts.state({ fact: 'dependency', from, to }, placeOf(relation));
      }
    }
    return true;
  }

  #ownership(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    if (!this.#structure.isOwnership(relation)) return false;
    if (elementKind(target.type) === 'behaviour' && this.#structure.isSystem(source)) {
      const job = { kind: 'job', ...jobOf(target) } as const;
      this.#facts.attribute(job, 'performed by', source.name, placeOf(relation));
    }
    return true;
  }

  /** A system that reads what another writes receives it: the arrow of an Access that reads is turned round. */
  #sharedData(): void {
    let count = 0;
    for (const [dataset, { writers, readers }] of this.#accessed) {
      if (writers.size * readers.size > maximumSharedPairs) continue;
      for (const from of writers.keys()) {
        for (const [to, place] of readers) {
          if (from === to) continue;
          const flow = { kind: 'flow', from, to, dataset } as const;
          this.#facts.exists(flow, 'declared', place);
          count++;
        }
      }
    }
    if (count > 0) {
      this.sink.note(`Flows taken from one system writing a data object that another reads: ${count}.`);
    }
  }

  #placesOf(element: ArchiElement): readonly { readonly kind: 'system' | 'site'; readonly name: string }[] {
    const kind = elementKind(element.type);
    if (kind === 'site' || kind === 'network') return [{ kind: 'site', name: element.name }];
    return this.#structure.systemsOf(element).map(({ name }) => ({ kind: 'system', name }));
  }

  #keepAsAttribute(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): void {
    const place = placeOf(relation);
    const from = this.#subject(source);
    const to = this.#subject(target);
    const word = relation.name === null ? relation.type : `${relation.type}: ${relation.name}`;
    if (from !== null) this.#facts.attribute(from, `${word} to`, target.name, place);
    else if (to !== null) this.#facts.attribute(to, `${word} from`, source.name, place);
    else this.#count(`${relation.type} relation`);
  }

  #subject(element: ArchiElement): Exclude<Subject, { kind: 'holding' | 'flow' | 'field' }> | null {
    return subjectOf(element, elementKind(element.type), this.#structure);
  }

  #count(type: string): void {
    this.#unplaced.set(type, (this.#unplaced.get(type) ?? 0) + 1);
  }
}

function subjectOf(
  element: ArchiElement,
  kind: ElementKind,
  structure: Structure,
): Exclude<Subject, { kind: 'holding' | 'flow' | 'field' }> | null {
  const { name } = element;
  switch (kind) {
    case 'system':
    case 'dataset':
    case 'party':
    case 'site':
      return { kind, name };
    case 'network':
      return { kind: 'site', name };
    case 'interface':
      // A service or interface of a system speaks for that system.
      return { kind: 'system', name: structure.systemsOf(element)[0]?.name ?? name };
    case 'behaviour':
      return { kind: 'job', ...jobOf(element) };
    case 'junction':
    case 'other':
      return null;
  }
}

const jobOf = ({ name }: ArchiElement): Job => ({ name, namespace: null });

const placeOf = ({ line, id }: { readonly line: number; readonly id: string }): Place => ({
  line,
  pointer: id,
});

const isStructural = (type: string): boolean =>
  type === 'Composition' || type === 'Aggregation' || type === 'Assignment';

function* combinations<A, B, C>(
  as: readonly A[],
  bs: readonly B[],
  cs: readonly C[],
): Generator<readonly [A, B, C]> {
  for (const a of as) for (const b of bs) for (const c of cs) yield [a, b, c];
}
