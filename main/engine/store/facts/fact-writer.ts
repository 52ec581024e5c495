import type { Place } from '../../../../shared/model/citation';
import type { Fact, Subject } from '../../import/fact';
import type { Database } from '../database';
import type { Identities } from '../names/identities';
import { displayName } from '../names/name-key';
import { aliasPredicate, notSameAs, sameAs } from '../names/read-name-facts';
import { ConfigurationItems } from './configuration-items';
import { writtenTenure } from './tenures';

/** Whose word a fact is: an imported source, or a person who says why. */
export type Origin =
  | { readonly sourceId: number }
  | { readonly author: string; readonly at: string; readonly reason: string };

/**
 * Stores facts as assertions: identities are found or made, and each statement becomes one row with its
 * place. The same statement of the same source at the same line is stored once.
 */
export class FactWriter {
  readonly #db: Database;
  readonly #identities: Identities;
  readonly #origin: Origin;
  readonly #mentioned = new Set<string>();
  readonly #items: ConfigurationItems;

  constructor(db: Database, identities: Identities, origin: Origin) {
    this.#db = db;
    this.#identities = identities;
    this.#origin = origin;
    this.#items = new ConfigurationItems(db);
  }

  state(stated: Fact, place: Place): void {
    const fact = this.#withNames(stated);
    switch (fact.fact) {
      case 'exists':
        this.#exists(fact.subject, fact.as, place);
        return;
      case 'property':
        this.#property(fact.subject, fact.predicate, fact.value, place);
        return;
      case 'attribute':
        this.#assert(
          fact.subject.kind,
          this.#subject(fact.subject, place),
          `attribute:${fact.name}`,
          fact.value,
          null,
          place,
        );
        return;
      case 'alias':
        this.#assert(
          fact.subject.kind,
          this.#subject(fact.subject, place),
          `${aliasPredicate}${fact.kind}`,
          displayName(fact.name),
          null,
          place,
        );
        return;
      case 'sameName':
        this.#assert(
          fact.subject.kind,
          this.#subject(fact.subject, place),
          fact.isSame ? sameAs : notSameAs,
          displayName(fact.name),
          null,
          place,
        );
        return;
      case 'responsibility': {
        const subjectId = this.#subject(fact.subject, place);
        const party = fact.party === null ? null : this.#identities.named('party', fact.party);
        const id = this.#identities.responsibility(fact.subject.kind, subjectId, fact.role, party);
        const time = party === null ? null : writtenTenure(fact.from, fact.until);
        this.#assert('responsibility', id, party === null ? 'blank' : 'held', fact.party, time, place);
        return;
      }
      case 'control': {
        const id = this.#identities.control(
          fact.subject.kind,
          this.#subject(fact.subject, place),
          fact.control,
        );
        this.#assert('control', id, 'state', fact.state, fact.detail ?? null, place);
        return;
      }
      case 'dependency': {
        const id = this.#identities.dependency(
          fact.from.kind,
          this.#subject(fact.from, place),
          fact.to.kind,
          this.#subject(fact.to, place),
        );
        this.#assert('dependency', id, 'exists', 'declared', null, place);
        return;
      }
      case 'derivation': {
        const id = this.#identities.derivation(fact.from, fact.to, fact.by);
        for (const end of [fact.from, fact.to]) {
          if (end === null) continue;
          if (end.system === null) this.#subject({ kind: 'dataset', name: end.dataset }, place);
          else this.#subject({ kind: 'holding', dataset: end.dataset, system: end.system }, place);
        }
        this.#assert('derivation', id, 'exists', fact.as ?? 'declared', null, place);
        return;
      }
      case 'fieldFlow': {
        const id = this.#identities.fieldFlow(fact.from, fact.to);
        // No holding is stated: a column's edge may name a dataset that nothing reads or writes.
        for (const { dataset, field } of [fact.from, fact.to])
          this.#subject({ kind: 'field', dataset, name: field }, place);
        this.#assert('field_flow', id, 'exists', 'declared', fact.transformation ?? null, place);
        return;
      }
      case 'warning': {
        const { id } = this.#db.run(
          'INSERT INTO warning (at, text, subject, from_party, to_party) VALUES (?, ?, ?, ?, ?)',
          fact.at,
          fact.text,
          fact.subject,
          fact.from,
          fact.to,
        );
        this.#assert('warning', id, 'exists', 'declared', null, place);
        return;
      }
      case 'extract': {
        if (!('sourceId' in this.#origin)) return;
        const system = this.#subject({ kind: 'system', name: fact.system }, place);
        const dataset = fact.dataset === null ? null : this.#identities.named('dataset', fact.dataset);
        if (dataset !== null) this.#identities.holding(dataset, system);
        this.#db.run(
          'INSERT INTO extract (source_id, system_id, dataset_id, taken_at) VALUES (?, ?, ?, ?)',
          this.#origin.sourceId,
          system,
          dataset,
          fact.takenAt,
        );
        return;
      }
    }
  }

  /** Ends that a list of relations names by their sys_id get the names that the case has for them. */
  #withNames(fact: Fact): Fact {
    switch (fact.fact) {
      case 'dependency':
        return { ...fact, from: this.#items.named(fact.from), to: this.#items.named(fact.to) };
      case 'exists':
      case 'attribute':
        return { ...fact, subject: this.#items.named(fact.subject) };
      case 'property': {
        const value = fact.predicate === 'site' ? this.#items.nameOf(fact.value) : fact.value;
        return { ...fact, subject: this.#items.named(fact.subject), value };
      }
      default:
        return fact;
    }
  }

  #exists(subject: Subject, as: 'declared' | 'mentioned' | 'observed', place: Place): void {
    const id = this.#identities.subject(subject);
    // A log mentions its peers on every line; the first line of each is evidence enough.
    if (as !== 'declared') {
      const key = `${subject.kind} ${id} ${as}`;
      if (this.#mentioned.has(key)) return;
      this.#mentioned.add(key);
    }
    this.#assert(subject.kind, id, 'exists', as, spellingOf(subject), place);
    this.#mentionEnds(subject, place);
  }

  #property(subject: Subject, predicate: string, value: string, place: Place): void {
    this.#assert(subject.kind, this.#subject(subject, place), predicate, value, null, place);
    if (predicate === 'site') this.#subject({ kind: 'site', name: value }, place);
    if (predicate === 'supplier' || predicate === 'organisation') this.#identities.named('party', value);
  }

  /** The row of a subject, with the ends of a flow or holding stated as mentioned at this place. */
  #subject(subject: Subject, place: Place): number {
    const id = this.#identities.subject(subject);
    const key = `${subject.kind} ${id} mentioned`;
    if (!this.#mentioned.has(key)) {
      this.#mentioned.add(key);
      if (subject.kind !== 'party')
        this.#assert(subject.kind, id, 'exists', 'mentioned', spellingOf(subject), place);
      this.#mentionEnds(subject, place);
    }
    return id;
  }

  #mentionEnds(subject: Subject, place: Place): void {
    if (subject.kind === 'holding') {
      this.#subject({ kind: 'dataset', name: subject.dataset }, place);
      this.#subject({ kind: 'system', name: subject.system }, place);
    } else if (subject.kind === 'flow') {
      this.#subject({ kind: 'system', name: subject.from }, place);
      this.#subject({ kind: 'system', name: subject.to }, place);
      if (subject.dataset !== null) this.#subject({ kind: 'dataset', name: subject.dataset }, place);
    } else if (subject.kind === 'field') {
      this.#subject({ kind: 'dataset', name: subject.dataset }, place);
    }
  }

  #assert(
    subjectKind: string,
    subjectId: number,
    predicate: string,
    value: string | null,
    detail: string | null,
    place: Place,
  ): void {
    const origin = this.#origin;
    const [sourceId, author, at, reason] =
      'sourceId' in origin
        ? [origin.sourceId, null, null, null]
        : [null, origin.author, origin.at, origin.reason];
    this.#db.run(
      `INSERT INTO assertion (subject_kind, subject_id, predicate, value, detail, source_id, line, byte_from, byte_to, pointer, author, at, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      subjectKind,
      subjectId,
      predicate,
      value,
      detail,
      sourceId,
      place.line,
      place.byteFrom ?? null,
      place.byteTo ?? null,
      place.pointer ?? null,
      author,
      at,
      reason,
    );
  }
}

/** The name as this source writes it: the shown spelling is chosen from all sources, in any order of import. */
const spellingOf = (subject: Subject): string | null => ('name' in subject ? subject.name : null);
