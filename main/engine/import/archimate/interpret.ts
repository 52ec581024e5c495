import type { Place } from '../../../../shared/model/citation';
import type { Held, Job, Subject } from '../fact';
import type { FactSink } from '../importer';
import { stateNamedProperty } from '../lineage/named-property';
import { roleOfOwnerWord } from '../lineage/owner-role';
import { StatedOnce } from '../lineage/stated-once';
import { responsibilityRoleOf } from '../table/vocabulary/roles';
import { type ElementKind, elementKind } from './element-kinds';
import type { ArchiElement, ArchiModel, ArchiRelation } from './model';
import { propertyOf, RelationSubjects } from './relation-subjects';
import { Structure } from './structure';

/** Properties by which an exported model says what ArchiMate has no place for; read by name, not as attributes. */
const structuralProperties: ReadonlySet<string> = new Set([
  'Evidence',
  'Namespace',
  'System',
  'From system',
  'To system',
]);

/** Systems that write or read one dataset; above this many pairs it is a term of the model, not a hand-over. */
const maximumSharedPairs = 400;

interface Access {
  readonly writers: Map<string, Place>;
  readonly readers: Map<string, Place>;
}

interface JobDatasets {
  readonly job: Job;
  readonly reads: Held[];
  readonly writes: Held[];
  readonly place: Place;
}

/** States an ArchiMate model as systems, datasets, flows, dependencies and responsibilities. */
export class Interpretation {
  readonly #facts: StatedOnce;
  readonly #structure: Structure;
  readonly #subjects: RelationSubjects;
  readonly #jobs = new Map<string, JobDatasets>();
  readonly #accessed = new Map<string, Access>();
  readonly #unplaced = new Map<string, number>();

  constructor(
    private readonly model: ArchiModel,
    private readonly sink: FactSink,
  ) {
    this.#facts = new StatedOnce(sink);
    this.#structure = new Structure(model);
    this.#subjects = new RelationSubjects(model, this.#structure);
  }

  state(): void {
    for (const element of this.model.elements.values()) this.#element(element);
    for (const relation of this.model.relations.values()) this.#relation(relation);
    this.#jobEdges();
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
    this.#properties(element, subject, place);
  }

  #relation(relation: ArchiRelation): void {
    if (this.model.relations.has(relation.source) || this.model.relations.has(relation.target)) {
      this.#responsibilityForRelation(relation);
      return;
    }
    const source = this.model.elements.get(relation.source);
    const target = this.model.elements.get(relation.target);
    if (source === undefined || target === undefined) return;
    const isKept =
      this.#flow(relation, source) ||
      this.#access(relation, source, target) ||
      this.#derivation(relation, source, target) ||
      this.#responsibility(relation, source, target) ||
      this.#place(relation, source, target) ||
      this.#dependency(relation, source, target) ||
      this.#ownership(relation, source, target);
    if (!isKept) this.#keepAsAttribute(relation, source, target);
  }

  #flow(relation: ArchiRelation, source: ArchiElement): boolean {
    if (relation.type !== 'Flow') return false;
    // Every flow into a junction is followed out of it; a flow that starts at one is part of such a path.
    if (elementKind(source.type) === 'junction') return true;
    const place = placeOf(relation);
    const { flows, method } = this.#subjects.flowsOf(relation);
    const as = propertyOf(relation, 'Evidence') === 'observed' ? 'observed' : 'declared';
    for (const flow of flows) {
      this.#facts.exists(flow, as, place);
      if (method !== null) {
        this.#facts.state({ fact: 'property', subject: flow, predicate: 'method', value: method }, place);
      }
      this.#facts.description(flow, relation.documentation, place);
      this.#properties(relation, flow, place);
    }
    return flows.length > 0;
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
    const holdings = this.#subjects.holdingsOf(relation);
    const accessed = this.#accessed.get(target.name) ?? { writers: new Map(), readers: new Map() };
    this.#accessed.set(target.name, accessed);
    for (const holding of holdings) {
      if (relation.access.includes('writes')) accessed.writers.set(holding.system, place);
      if (relation.access.includes('reads')) accessed.readers.set(holding.system, place);
      this.#facts.held(target.name, holding.system, 'declared', place);
      if (relation.type === 'Access') this.#facts.attribute(holding, 'access', relation.access, place);
      this.#properties(relation, holding, place);
    }
    if (relation.type !== 'Access' || elementKind(source.type) !== 'behaviour') return holdings.length > 0;
    const job = this.#jobs.get(source.id) ?? { job: jobOf(source), reads: [], writes: [], place };
    const only = holdings.length === 1 ? (holdings[0]?.system ?? null) : null;
    const held = { dataset: target.name, system: propertyOf(relation, 'System') ?? only };
    if (relation.access === 'reads' || relation.access === 'reads and writes') job.reads.push(held);
    if (relation.access !== 'reads') job.writes.push(held);
    this.#jobs.set(source.id, job);
    return true;
  }

  /** Each process pairs what it reads with what it writes; one that only reads or writes is an edge of its own. */
  #jobEdges(): void {
    for (const { job, reads, writes, place } of this.#jobs.values()) {
      for (const from of reads.length > 0 ? reads : [null]) {
        for (const to of writes.length > 0 ? writes : [null]) {
          this.#facts.state({ fact: 'derivation', from, to, by: job }, place);
        }
      }
    }
  }

  /** "Is made into" between two data objects: one is derived from the other, nobody says by what. */
  #derivation(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    const isBetweenData = elementKind(source.type) === 'dataset' && elementKind(target.type) === 'dataset';
    if (
      !isBetweenData ||
      !/^(is )?(made|derived|transformed|copied|aggregated) (in)?to$/i.test(relation.name ?? '')
    ) {
      return false;
    }
    const from = { dataset: source.name, system: propertyOf(relation, 'From system') };
    const to = { dataset: target.name, system: propertyOf(relation, 'To system') };
    this.#facts.state({ fact: 'derivation', from, to, by: null }, placeOf(relation));
    return true;
  }

  #properties(part: ArchiElement | ArchiRelation, subject: Subject, place: Place): void {
    for (const [key, value] of part.properties) {
      if (!structuralProperties.has(key)) stateNamedProperty(subject, key, value, this.#facts, place);
    }
  }

  /** A party associated with a flow or an access is responsible for that flow or holding. */
  #responsibilityForRelation(relation: ArchiRelation): void {
    const about = this.model.relations.get(relation.target) ?? this.model.relations.get(relation.source);
    const party = this.model.elements.get(relation.source) ?? this.model.elements.get(relation.target);
    if (about === undefined || party === undefined || elementKind(party.type) !== 'party') return;
    for (const subject of this.#subjects.of(about)) this.#responsible(relation, party, subject);
  }

  /**
   * A relation between a party and a system or dataset is a responsibility where its label names one, or where
   * the party is a role such as "Information asset owner"; the actors assigned to that role then hold it.
   */
  #responsibility(relation: ArchiRelation, source: ArchiElement, target: ArchiElement): boolean {
    const [party, other] = elementKind(source.type) === 'party' ? [source, target] : [target, source];
    const subject = this.#subject(other);
    if (elementKind(party.type) !== 'party' || subject === null || subject.kind === 'party') return false;
    return this.#responsible(relation, party, subject);
  }

  #responsible(relation: ArchiRelation, party: ArchiElement, subject: Subject): boolean {
    const place = placeOf(relation);
    const label = relation.name?.replace(/^(is|has)\s+/i, '') ?? null;
    const labelled = label === null ? null : responsibilityRoleOf(label);
    const stated = labelled ?? (label !== null && /\bown/i.test(label) ? roleOfOwnerWord(label) : null);
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
    if (relation.type === 'Serving') return false;
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
      !isServing &&
      isNetwork &&
      elementKind(target.type) === 'network' &&
      elementKind(source.type) !== 'network';
    const [needed, needing] = reversed ? [target, source] : [source, target];
    const servers = this.#placesOf(needed);
    const clients = this.#placesOf(needing);
    if (servers.length === 0 || clients.length === 0) return false;
    for (const from of clients) {
      for (const to of servers) {
        if (from.kind !== to.kind || from.name !== to.name)
          this.#facts.state({ fact: 'dependency', from, to }, placeOf(relation));
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

const jobOf = (element: ArchiElement): Job => ({
  name: element.name,
  namespace: propertyOf(element, 'Namespace'),
});

const placeOf = ({ line, id }: { readonly line: number; readonly id: string }): Place => ({
  line,
  pointer: id,
});

const isStructural = (type: string): boolean =>
  type === 'Composition' || type === 'Aggregation' || type === 'Assignment';
