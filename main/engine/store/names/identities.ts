import type { Held, HeldField, Job, Subject } from '../../import/fact';
import type { Database } from '../database';
import { displayName, identityKey, nameKey } from './name-key';

type NamedKind = 'party' | 'system' | 'site' | 'dataset';

/**
 * Finds or makes the identities that facts speak of. Everything once found is remembered, so an import asks
 * the database once for each name.
 */
export class Identities {
  readonly #named = new Map<string, number>();
  readonly #pairs = new Map<string, number>();

  constructor(readonly db: Database) {}

  named(kind: NamedKind, name: string): number {
    const spelling = `${kind}\u0000${name}`;
    const known = this.#named.get(spelling);
    if (known !== undefined) return known;
    const key = kind === 'system' || kind === 'dataset' ? identityKey(name) : nameKey(name);
    const found = this.db.get<{ id: number }>(`SELECT id FROM ${kind} WHERE name_key = ?`, key);
    const id =
      found?.id ??
      this.db.run(`INSERT INTO ${kind} (name, name_key) VALUES (?, ?)`, displayName(name), key).id;
    this.#named.set(spelling, id);
    return id;
  }

  /** A log's own word for an event, with what it means. */
  activity(name: string, kind: string): number {
    return this.#remember(`activity ${kind} ${name}`, () => {
      const found = this.db.get<{ id: number }>(
        'SELECT id FROM activity WHERE name = ? AND kind = ?',
        name,
        kind,
      );
      return found?.id ?? this.db.run('INSERT INTO activity (name, kind) VALUES (?, ?)', name, kind).id;
    });
  }

  holding(datasetId: number, systemId: number): number {
    return this.#pair('holding', ['dataset_id', 'system_id'], [datasetId, systemId]);
  }

  flow(fromId: number, toId: number, datasetId: number | null): number {
    const key = `flow ${fromId} ${toId} ${datasetId}`;
    let id = this.#pairs.get(key);
    if (id === undefined) {
      const found = this.db.get<{ id: number }>(
        'SELECT id FROM flow WHERE from_system_id = ? AND to_system_id = ? AND coalesce(dataset_id, 0) = ?',
        fromId,
        toId,
        datasetId ?? 0,
      );
      id =
        found?.id ??
        this.db.run(
          'INSERT INTO flow (from_system_id, to_system_id, dataset_id) VALUES (?, ?, ?)',
          fromId,
          toId,
          datasetId,
        ).id;
      this.#pairs.set(key, id);
    }
    return id;
  }

  field(datasetId: number, name: string): number {
    const key = `field ${datasetId} ${name}`;
    let id = this.#pairs.get(key);
    if (id === undefined) {
      const found = this.db.get<{ id: number }>(
        'SELECT id FROM field WHERE dataset_id = ? AND name_key = ?',
        datasetId,
        identityKey(name),
      );
      id =
        found?.id ??
        this.db.run(
          'INSERT INTO field (dataset_id, name, name_key) VALUES (?, ?, ?)',
          datasetId,
          displayName(name),
          identityKey(name),
        ).id;
      this.#pairs.set(key, id);
    }
    return id;
  }

  fieldFlow(from: HeldField, to: HeldField): number {
    const ids = [from, to].flatMap(({ dataset, system, field }) => [
      this.field(this.named('dataset', dataset), field),
      system === null ? 0 : this.named('system', system),
    ]);
    return this.#remember(`field flow ${ids.join(' ')}`, () => {
      const found = this.db.get<{ id: number }>(
        `SELECT id FROM field_edge WHERE from_field_id = ? AND coalesce(from_system_id, 0) = ?
         AND to_field_id = ? AND coalesce(to_system_id, 0) = ?`,
        ...ids,
      );
      return (
        found?.id ??
        this.db.run(
          'INSERT INTO field_edge (from_field_id, from_system_id, to_field_id, to_system_id) VALUES (?, ?, ?, ?)',
          ...ids.map((id) => id || null),
        ).id
      );
    });
  }

  job(job: Job): number {
    const key = `job ${job.namespace ?? ''} ${job.name}`;
    return this.#remember(key, () => {
      const found = this.db.get<{ id: number }>(
        "SELECT id FROM job WHERE coalesce(namespace, '') = ? AND name_key = ?",
        job.namespace ?? '',
        identityKey(job.name),
      );
      return (
        found?.id ??
        this.db.run(
          'INSERT INTO job (namespace, name, name_key) VALUES (?, ?, ?)',
          job.namespace,
          displayName(job.name),
          identityKey(job.name),
        ).id
      );
    });
  }

  /** That `to` is made from `from` by a job; any of the three may be unknown. */
  derivation(from: Held | null, to: Held | null, by: Job | null): number {
    const held = (end: Held | null): readonly [number, number] => [
      end === null ? 0 : this.named('dataset', end.dataset),
      end?.system ? this.named('system', end.system) : 0,
    ];
    const ids = [...held(from), ...held(to), by === null ? 0 : this.job(by)];
    return this.#remember(`derivation ${ids.join(' ')}`, () => {
      const found = this.db.get<{ id: number }>(
        `SELECT id FROM derivation WHERE coalesce(from_dataset_id, 0) = ? AND coalesce(from_system_id, 0) = ?
         AND coalesce(to_dataset_id, 0) = ? AND coalesce(to_system_id, 0) = ? AND coalesce(job_id, 0) = ?`,
        ...ids,
      );
      return (
        found?.id ??
        this.db.run(
          'INSERT INTO derivation (from_dataset_id, from_system_id, to_dataset_id, to_system_id, job_id) VALUES (?, ?, ?, ?, ?)',
          ...ids.map((id) => id || null),
        ).id
      );
    });
  }

  dependency(fromKind: string, fromId: number, toKind: string, toId: number): number {
    return this.#pair(
      'dependency',
      ['from_kind', 'from_id', 'to_kind', 'to_id'],
      [fromKind, fromId, toKind, toId],
    );
  }

  control(subjectKind: string, subjectId: number, kind: string): number {
    return this.#pair('control', ['subject_kind', 'subject_id', 'kind'], [subjectKind, subjectId, kind]);
  }

  responsibility(subjectKind: string, subjectId: number, role: string, partyId: number | null): number {
    const key = `responsibility ${subjectKind} ${subjectId} ${role} ${partyId}`;
    let id = this.#pairs.get(key);
    if (id === undefined) {
      const found = this.db.get<{ id: number }>(
        'SELECT id FROM responsibility WHERE subject_kind = ? AND subject_id = ? AND role = ? AND coalesce(party_id, 0) = ?',
        subjectKind,
        subjectId,
        role,
        partyId ?? 0,
      );
      id =
        found?.id ??
        this.db.run(
          'INSERT INTO responsibility (subject_kind, subject_id, role, party_id) VALUES (?, ?, ?, ?)',
          subjectKind,
          subjectId,
          role,
          partyId,
        ).id;
      this.#pairs.set(key, id);
    }
    return id;
  }

  /** The row of whatever a fact speaks of; its ends are made where they are new. */
  subject(subject: Subject): number {
    switch (subject.kind) {
      case 'party':
      case 'system':
      case 'site':
      case 'dataset':
        return this.named(subject.kind, subject.name);
      case 'holding':
        return this.holding(this.named('dataset', subject.dataset), this.named('system', subject.system));
      case 'flow':
        return this.flow(
          this.named('system', subject.from),
          this.named('system', subject.to),
          subject.dataset === null ? null : this.named('dataset', subject.dataset),
        );
      case 'field':
        return this.field(this.named('dataset', subject.dataset), subject.name);
      case 'job':
        return this.job(subject);
    }
  }

  #remember(key: string, find: () => number): number {
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const id = find();
    this.#pairs.set(key, id);
    return id;
  }

  #pair(table: string, columns: readonly string[], values: readonly (string | number)[]): number {
    const key = `${table} ${values.join(' ')}`;
    let id = this.#pairs.get(key);
    if (id === undefined) {
      const where = columns.map((c) => `${c} = ?`).join(' AND ');
      const found = this.db.get<{ id: number }>(`SELECT id FROM ${table} WHERE ${where}`, ...values);
      id =
        found?.id ??
        this.db.run(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          ...values,
        ).id;
      this.#pairs.set(key, id);
    }
    return id;
  }
}
