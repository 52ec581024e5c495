import { nameFold } from '../lineage/name-fold';
import { elementKind } from './element-kinds';
import type { ArchiElement, ArchiModel, ArchiRelation } from './model';

/** Longest chain of parts within parts, and of junctions in a row, that is followed. */
const maximumHops = 50;

/** Who belongs to whom in a model: the systems behind services, functions and interfaces, and paths through junctions. */
export class Structure {
  /** Relations by the id of their target, and by that of their source. */
  readonly #into = new Map<string, ArchiRelation[]>();
  readonly #outOf = new Map<string, ArchiRelation[]>();
  readonly #datasetNames: ReadonlySet<string>;
  readonly #systems = new Map<string, readonly ArchiElement[]>();

  constructor(private readonly model: ArchiModel) {
    for (const relation of model.relations.values()) {
      push(this.#into, relation.target, relation);
      push(this.#outOf, relation.source, relation);
    }
    this.#datasetNames = new Set(
      [...model.elements.values()]
        .filter(({ type }) => elementKind(type) === 'dataset')
        .map(({ name }) => nameFold(name)),
    );
  }

  isDataset(name: string): boolean {
    return this.#datasetNames.has(nameFold(name));
  }

  /** A system, or a service or interface that no system of the model owns and that therefore stands for one. */
  isSystem(element: ArchiElement): boolean {
    return this.systemsOf(element).includes(element);
  }

  /** The systems that an element is, or is a part or behaviour of; none for a process that no system performs. */
  systemsOf(element: ArchiElement): readonly ArchiElement[] {
    const known = this.#systems.get(element.id);
    if (known !== undefined) return known;
    const found = this.#findSystems(element);
    this.#systems.set(element.id, found);
    return found;
  }

  #findSystems(element: ArchiElement): readonly ArchiElement[] {
    const kind = elementKind(element.type);
    if (kind === 'system') return [element];
    if (kind !== 'interface' && kind !== 'behaviour') return [];
    const owners = new Set<ArchiElement>();
    const seen = new Set([element.id]);
    let level: readonly string[] = [element.id];
    for (let hop = 0; hop < maximumHops && level.length > 0 && owners.size === 0; hop++) {
      const above: string[] = [];
      for (const relation of level.flatMap((id) => this.#into.get(id) ?? [])) {
        const owner = this.model.elements.get(relation.source);
        if (owner === undefined || seen.has(owner.id) || !this.isOwnership(relation)) continue;
        seen.add(owner.id);
        if (elementKind(owner.type) === 'system') owners.add(owner);
        else above.push(owner.id);
      }
      level = above;
    }
    if (owners.size > 0) return [...owners];
    return kind === 'interface' ? [element] : [];
  }

  /** The relation says that a behaviour or interface belongs to its source. */
  isOwnership(relation: ArchiRelation): boolean {
    if (!['Assignment', 'Realization', 'Composition', 'Aggregation'].includes(relation.type)) return false;
    const source = this.model.elements.get(relation.source);
    const target = this.model.elements.get(relation.target);
    if (source === undefined || target === undefined) return false;
    const owning = elementKind(source.type);
    const owned = elementKind(target.type);
    return (
      (owned === 'interface' || owned === 'behaviour') &&
      (owning === 'system' || owning === 'interface' || owning === 'behaviour')
    );
  }

  /** Where a flow ends, followed through junctions. */
  flowTargets(flow: ArchiRelation): readonly ArchiElement[] {
    const found = new Set<ArchiElement>();
    const seen = new Set<string>();
    let level: readonly string[] = [flow.target];
    for (let hop = 0; hop < maximumHops && level.length > 0; hop++) {
      const next: string[] = [];
      for (const id of level) {
        const element = this.model.elements.get(id);
        if (element === undefined || seen.has(id)) continue;
        seen.add(id);
        if (elementKind(element.type) !== 'junction') found.add(element);
        else {
          for (const out of this.#outOf.get(id) ?? []) if (out.type === 'Flow') next.push(out.target);
        }
      }
      level = next;
    }
    return [...found];
  }

  /** Names of the data objects that are associated with the relation itself. */
  carriedBy(relation: ArchiRelation): readonly string[] {
    const ends = [
      ...(this.#into.get(relation.id) ?? []).map(({ source }) => source),
      ...(this.#outOf.get(relation.id) ?? []).map(({ target }) => target),
    ];
    return ends.flatMap((id) => {
      const element = this.model.elements.get(id);
      return element !== undefined && elementKind(element.type) === 'dataset' ? [element.name] : [];
    });
  }

  /** The people and organisations assigned to a role. */
  actorsOf(role: ArchiElement): readonly ArchiElement[] {
    return (this.#into.get(role.id) ?? []).flatMap((relation) => {
      const actor = this.model.elements.get(relation.source);
      return relation.type === 'Assignment' && actor !== undefined && elementKind(actor.type) === 'party'
        ? [actor]
        : [];
    });
  }
}

function push(map: Map<string, ArchiRelation[]>, key: string, relation: ArchiRelation): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [relation]);
  else list.push(relation);
}
