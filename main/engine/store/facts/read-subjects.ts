import type { Database } from '../database';
import { findSystem } from '../names/keep-names';
import { nameKey } from '../names/name-key';
import { ConfigurationItems, isSysId } from './configuration-items';

export interface ItemEnd {
  readonly kind: 'system' | 'site';
  readonly id: number;
}

/**
 * Subjects as they are read. Systems go by the one name that all of theirs lead to (names/), and what a list
 * of relations named by nothing but a sys_id is read as what a list of items calls it, so that the order of
 * import changes nothing. What was stored is left as it was, since digests stand for it.
 */
export class ReadSubjects {
  readonly #ends = new Map<string, ItemEnd>();
  readonly #joined = new Map<string, number>();
  readonly #items: ConfigurationItems;

  constructor(
    private readonly db: Database,
    private readonly folds: ReadonlyMap<number, number>,
    private readonly datasets: ReadonlyMap<number, number>,
  ) {
    this.#items = new ConfigurationItems(db);
    for (const kind of ['system', 'site'] as const) {
      for (const { id, name } of this.#unnamed(kind)) {
        const item = this.#items.itemOf(name);
        if (item === null) continue;
        const end = this.#find(kind === 'site' ? 'site' : item.kind, item.name);
        if (end !== null) this.#ends.set(`${kind} ${id}`, end);
      }
    }
    if (this.#ends.size + folds.size + datasets.size > 0) {
      this.#join('flow', ['from_system_id', 'to_system_id', 'dataset_id']);
      this.#join('holding', ['system_id', 'dataset_id']);
      this.#join('field', ['dataset_id', 'name_key']);
    }
  }

  end(kind: 'system' | 'site', id: number): ItemEnd {
    return this.#ends.get(`${kind} ${id}`) ?? { kind, id: kind === 'system' ? this.system(id) : id };
  }

  /** The subject that an assertion about this one is read as being about. */
  subject(kind: string, id: number): { readonly kind: string; readonly id: number } {
    if (kind === 'system' || kind === 'site') return this.end(kind, id);
    if (kind === 'dataset') return { kind, id: this.dataset(id) };
    return { kind, id: this.#joined.get(`${kind} ${id}`) ?? id };
  }

  /** The system that a stored name is read as. */
  system(id: number): number {
    return this.folds.get(id) ?? id;
  }

  /** The dataset that a stored name is read as. */
  dataset<I extends number | null>(id: I): I {
    return (id === null ? null : (this.datasets.get(id) ?? id)) as I;
  }

  /** The system at an end of a flow: never a site, even where the item is one. */
  flowEnd(id: number): number {
    const end = this.end('system', id);
    if (end.kind === 'system') return end.id;
    const name = this.db.get<{ name: string }>('SELECT name FROM site WHERE id = ?', end.id)?.name ?? '';
    return this.#find('system', name)?.id ?? this.system(id);
  }

  /** A value that may be an item's sys_id, as its name. */
  nameOf(text: string): string {
    return this.#items.nameOf(text);
  }

  #unnamed(kind: 'system' | 'site'): readonly { readonly id: number; readonly name: string }[] {
    return this.db
      .all<{ id: number; name: string }>(`SELECT id, name FROM ${kind} WHERE length(name) = 32`)
      .filter(({ name }) => isSysId(name));
  }

  #find(kind: 'system' | 'site', name: string): ItemEnd | null {
    const id =
      kind === 'system'
        ? findSystem(this.db, name)
        : this.db.get<{ id: number }>('SELECT id FROM site WHERE name_key = ?', nameKey(name))?.id;
    return id === null || id === undefined ? null : { kind, id };
  }

  /** Flows, holdings and fields that have the same ends once these are read so are one: the first. */
  #join(table: 'flow' | 'holding' | 'field', columns: readonly string[]): void {
    const first = new Map<string, number>();
    for (const [id, ...cells] of this.db.iterateArrays(
      `SELECT id, ${columns.join(', ')} FROM ${table} ORDER BY id`,
    )) {
      const key = columns
        .map((column, index) => {
          const cell = cells[index];
          if (column === 'name_key' || cell === null) return cell;
          return column === 'dataset_id' ? this.dataset(Number(cell)) : this.flowEnd(Number(cell));
        })
        .join(' ');
      const known = first.get(key);
      if (known === undefined) first.set(key, Number(id));
      else this.#joined.set(`${table} ${id}`, known);
    }
  }
}
