import type { Subject } from '../../import/fact';
import type { Database } from '../database';

/** ServiceNow's identifiers: 32 hexadecimal digits. */
export const isSysId = (text: string): boolean => /^[0-9a-f]{32}$/i.test(text);

interface Item {
  readonly kind: 'system' | 'site';
  readonly name: string;
}

/**
 * Names of configuration items by their sys_id, as lists of them that were imported before state it: a list
 * of relations may name its ends by nothing else.
 */
export class ConfigurationItems {
  #known: Map<string, Item> | null = null;

  constructor(private readonly db: Database) {}

  /** The same subject under its name; unchanged where it is named already or no list names it. */
  named<S extends Subject>(subject: S): S | Subject {
    switch (subject.kind) {
      case 'system':
        return isSysId(subject.name) ? (this.#items().get(subject.name.toLowerCase()) ?? subject) : subject;
      case 'flow':
        return { ...subject, from: this.nameOf(subject.from), to: this.nameOf(subject.to) };
      default:
        return subject;
    }
  }

  nameOf(text: string): string {
    return this.itemOf(text)?.name ?? text;
  }

  itemOf(text: string): Item | null {
    return isSysId(text) ? (this.#items().get(text.toLowerCase()) ?? null) : null;
  }

  #items(): ReadonlyMap<string, Item> {
    if (this.#known === null) {
      const rows = this.db.all<{ kind: 'system' | 'site'; name: string; sysId: string }>(
        `SELECT a.subject_kind AS kind, coalesce(s.name, t.name) AS name, a.value AS sysId
         FROM assertion a
         LEFT JOIN system s ON a.subject_kind = 'system' AND s.id = a.subject_id
         LEFT JOIN site t ON a.subject_kind = 'site' AND t.id = a.subject_id
         WHERE a.subject_kind IN ('system', 'site') AND a.predicate LIKE 'attribute:sys%id' AND a.retracted_by IS NULL
         ORDER BY a.id`,
      );
      this.#known = new Map(rows.map(({ kind, name, sysId }) => [sysId.toLowerCase(), { kind, name }]));
    }
    return this.#known;
  }
}
