import type { Place } from '../../../../shared/model/citation';
import type { FactSink } from '../importer';
import { list, member, text } from '../json/value';
import { stateDerivation } from '../lineage/derive';
import { JobEdges } from '../lineage/job-edges';
import { holdingOf, StatedOnce } from '../lineage/stated-once';
import { columnOf, type Entity, heldOf, isJob, isReport, jobOf, ownersOf, readEntity } from './entity';

interface WrittenEdge {
  readonly value: unknown;
  readonly place: Place;
}

/** Nodes and edges of a lineage file; edges may refer to nodes that stand later, so they are stated last. */
export class Graph {
  readonly #facts: StatedOnce;
  readonly #entities = new Map<string, Entity>();
  readonly #edges: WrittenEdge[] = [];
  readonly #jobReads = new Map<
    string,
    { readonly job: Entity; readonly from: Entity[]; readonly to: Entity[]; readonly place: Place }
  >();
  #accepted = 0;

  constructor(private readonly sink: FactSink) {
    this.#facts = new StatedOnce(sink);
  }

  node(value: unknown, place: Place): void {
    // A search wraps its nodes: {entity: {...}, paging: {...}}.
    const entity = readEntity(member(value, 'entity') ?? value);
    if (entity === null) {
      this.sink.reject(
        place,
        'no-name',
        'The node has no fully qualified name.',
        JSON.stringify(value)?.slice(0, 2000),
      );
      return;
    }
    this.#know(entity);
    this.#entity(entity, place);
    this.#accept();
  }

  edge(value: unknown, place: Place): void {
    this.#edges.push({ value, place });
  }

  /** States every edge; the number of rows that were accepted. */
  state(): number {
    for (const { value } of this.#edges) {
      for (const end of endsOf(value)) {
        const entity = readEntity(end);
        if (entity !== null) this.#know(entity);
      }
    }
    for (const edge of this.#edges) this.#edge(edge);
    const edges = new JobEdges(this.#facts);
    for (const { job, from, to, place } of this.#jobReads.values()) {
      edges.add(jobOf(job), null, from.map(heldOf), to.map(heldOf), 'declared', place);
    }
    edges.end();
    this.#facts.sayFigures();
    return this.#accepted;
  }

  #accept(): void {
    this.#accepted++;
    this.sink.accept();
  }

  /** By id and by name: edges of a graph give ids only. */
  #know(entity: Entity): void {
    if (entity.id !== null && !this.#entities.has(entity.id)) this.#entities.set(entity.id, entity);
    if (!this.#entities.has(entity.name)) this.#entities.set(entity.name, entity);
  }

  #endOf(end: unknown): Entity | null {
    const id = typeof end === 'string' ? end : text(end, 'id');
    const known = id === null ? undefined : this.#entities.get(id);
    return known ?? (typeof end === 'string' ? null : readEntity(end));
  }

  #edge({ value, place }: WrittenEdge): void {
    const [source, target] = endsOf(value);
    const from = this.#endOf(source);
    const to = this.#endOf(target);
    if (from === null || to === null) {
      const missing = from === null ? source : target;
      const shown = typeof missing === 'string' ? missing : (text(missing, 'id') ?? 'nothing');
      const message = `The edge joins "${shown}", which is no node of the file and has no name.`;
      this.sink.reject(place, 'dangling-edge', message, JSON.stringify(value)?.slice(0, 2000));
      return;
    }
    this.#entity(from, place);
    this.#entity(to, place);
    const details = member(value, 'lineageDetails') ?? value;
    const pipeline = readEntity(member(details, 'pipeline')) ?? pipelineNamedBy(value);
    if (isJob(from) || isJob(to)) this.#jobEdge(from, to, place);
    else if (isReport(to)) this.#reportEdge(from, to, place);
    else if (pipeline !== null) {
      this.#entity(pipeline, place);
      this.#derive(from, to, pipeline, place);
    } else this.#derive(from, to, null, place);
    this.#columns(details, from, to, place);
    this.#accept();
  }

  #jobEdge(from: Entity, to: Entity, place: Place): void {
    const job = isJob(from) ? from : to;
    const other = isJob(from) ? to : from;
    if (isJob(other) || isReport(other)) {
      this.#facts.attribute({ kind: 'job', ...jobOf(from) }, 'followed by', to.name, place);
      return;
    }
    const known = this.#jobReads.get(job.name) ?? { job, from: [], to: [], place };
    this.#jobReads.set(job.name, known);
    (job === from ? known.to : known.from).push(other);
  }

  #reportEdge(from: Entity, to: Entity, place: Place): void {
    const source = heldOf(from).system;
    const tool = heldOf(to).system ?? to.name;
    if (isReport(from) || source === null || source === tool) return;
    this.#facts.exists(
      { kind: 'flow', from: source, to: tool, dataset: heldOf(from).dataset },
      'declared',
      place,
    );
  }

  #derive(from: Entity, to: Entity, pipeline: Entity | null, place: Place): void {
    const by = pipeline === null ? null : jobOf(pipeline);
    stateDerivation(heldOf(from), heldOf(to), by, 'declared', this.#facts, place);
  }

  #columns(details: unknown, from: Entity, to: Entity, place: Place): void {
    for (const lineage of [...list(details, 'columnsLineage'), ...list(details, 'columns')]) {
      const target = text(lineage, 'toColumn');
      if (target === null) continue;
      const operation = text(lineage, 'function');
      for (const source of list(lineage, 'fromColumns')) {
        if (typeof source !== 'string') continue;
        this.#facts.state(
          {
            fact: 'fieldFlow',
            from: { ...heldOf(from), field: columnOf(source, from) },
            to: { ...heldOf(to), field: columnOf(target, to) },
            ...(operation === null ? {} : { transformation: operation }),
          },
          place,
        );
      }
    }
  }

  #entity(entity: Entity, place: Place): void {
    const { value } = entity;
    if (isJob(entity)) {
      const subject = { kind: 'job', ...jobOf(entity) } as const;
      this.#facts.exists(subject, 'declared', place);
      this.#facts.description(subject, text(value, 'description'), place);
      this.#owners(value, subject, place);
      return;
    }
    const held = heldOf(entity);
    if (isReport(entity)) {
      const subject = { kind: 'system', name: held.system ?? entity.name } as const;
      this.#facts.exists(subject, 'declared', place);
      this.#facts.attribute(subject, 'shows', text(value, 'displayName') ?? held.dataset, place);
      return;
    }
    this.#facts.held(held.dataset, held.system, 'declared', place);
    const subject = { kind: 'dataset', name: held.dataset } as const;
    this.#facts.attribute(subject, 'type', entity.type, place);
    this.#facts.description(subject, text(value, 'description'), place);
    if (text(value, 'serviceType') !== null && held.system !== null) {
      this.#facts.attribute(
        { kind: 'system', name: held.system },
        'database type',
        text(value, 'serviceType'),
        place,
      );
    }
    this.#owners(value, holdingOf(held.dataset, held.system), place);
    for (const column of list(value, 'columns')) {
      const name = text(column, 'name');
      if (name === null) continue;
      const field = { kind: 'field', dataset: held.dataset, name } as const;
      this.#facts.exists(field, 'declared', place);
      this.#facts.attribute(
        field,
        'type',
        text(column, 'dataTypeDisplay') ?? text(column, 'dataType'),
        place,
      );
      this.#facts.description(field, text(column, 'description'), place);
    }
  }

  #owners(value: unknown, subject: Parameters<StatedOnce['attribute']>[0], place: Place): void {
    for (const party of ownersOf(value)) {
      this.#facts.state({ fact: 'responsibility', subject, role: 'owner', party }, place);
    }
  }
}

/** Lists of edges, as the ingestion's samples have them, name the pipeline beside the ends. */
function pipelineNamedBy(edge: unknown): Entity | null {
  const named = readEntity(member(edge, 'edge_meta'));
  return named !== null && isJob(named) ? named : null;
}

const endsOf = (edge: unknown): readonly [unknown, unknown] => [
  member(edge, 'fromEntity') ?? member(edge, 'from'),
  member(edge, 'toEntity') ?? member(edge, 'to'),
];
