import { ConfigurationItems, isSysId } from './configuration-items';
import type { Database } from './database';
import { nameKey } from './name-key';

export interface ItemEnd {
  readonly kind: 'system' | 'site';
  readonly id: number;
}

/**
 * Subjects that a list of relations named by nothing but a sys_id, before a list of items was imported that
 * names them: read as what that list names, so that the order of import changes nothing. What was stored is
 * left as it was, since digests stand for it.
 */
export class ItemAliases {
  readonly #ends = new Map<string, ItemEnd>();
  readonly #flows = new Map<number, number>();
  readonly #items: ConfigurationItems;

  constructor(private readonly db: Database) {
    this.#items = new ConfigurationItems(db);
    for (const kind of ['system', 'site'] as const) {
      for (const { id, name } of this.#unnamed(kind)) {
        const item = this.#items.itemOf(name);
        if (item === null) continue;
        const end = this.#find(kind === 'site' ? 'site' : item.kind, item.name);
        if (end !== null) this.#ends.set(`${kind} ${id}`, end);
      }
    }
    if (this.#ends.size > 0) this.#joinFlows();
  }

  end(kind: 'system' | 'site', id: number): ItemEnd {
    return this.#ends.get(`${kind} ${id}`) ?? { kind, id };
  }

  /** The subject that an assertion about this one is read as being about. */
  subject(kind: string, id: number): { readonly kind: string; readonly id: number } {
    if (kind === 'system' || kind === 'site') return this.end(kind, id);
    return kind === 'flow' ? { kind, id: this.#flows.get(id) ?? id } : { kind, id };
  }

  /** The system at an end of a flow: never a site, even where the item is one. */
  flowEnd(id: number): number {
    const end = this.end('system', id);
    if (end.kind === 'system') return end.id;
    const name = this.db.get<{ name: string }>('SELECT name FROM site WHERE id = ?', end.id)?.name ?? '';
    return this.#find('system', name)?.id ?? id;
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
    const found = this.db.get<{ id: number }>(`SELECT id FROM ${kind} WHERE name_key = ?`, nameKey(name));
    return found === undefined ? null : { kind, id: found.id };
  }

  /** Two flows that lead to the same ends once these have names are one: the first. */
  #joinFlows(): void {
    const first = new Map<string, number>();
    for (const { id, from, to, dataset } of this.db.all<{
      id: number;
      from: number;
      to: number;
      dataset: number | null;
    }>(
      'SELECT id, from_system_id AS "from", to_system_id AS "to", dataset_id AS dataset FROM flow ORDER BY id',
    )) {
      const key = `${this.flowEnd(from)} ${this.flowEnd(to)} ${dataset}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, id);
      else this.#flows.set(id, known);
    }
  }
}
