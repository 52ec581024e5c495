import { createHash } from 'node:crypto';
import type { LogEntry } from '../../../shared/contract/case-methods';
import type { Database } from './database';

interface Row {
  id: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  previous: string;
  hash: string;
}

const start = '0'.repeat(64);

const hashOf = (row: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([row.id, row.at, row.actor, row.action, row.detail, row.previous]))
    .digest('hex');

/**
 * Appends what was done to the case. Each entry carries the hash of the one before, so that a change, a gap
 * or a reordering anywhere shows (a chain proves integrity, not authorship). Call inside the transaction
 * whose work it records.
 */
export function appendToLog(db: Database, action: string, detail: unknown, actor: string): void {
  const last = db.get<{ id: number; hash: string }>('SELECT id, hash FROM case_log ORDER BY id DESC LIMIT 1');
  const row = {
    id: (last?.id ?? 0) + 1,
    at: new Date().toISOString(),
    actor,
    action,
    detail: JSON.stringify(detail),
    previous: last?.hash ?? start,
  };
  db.run(
    'INSERT INTO case_log (id, at, actor, action, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.at,
    row.actor,
    row.action,
    row.detail,
    row.previous,
    hashOf(row),
  );
}

/** The newest entries first. */
export function readLog(db: Database, limit: number): readonly LogEntry[] {
  return db
    .all<Row>('SELECT * FROM case_log ORDER BY id DESC LIMIT ?', limit)
    .map(({ id, at, actor, action, detail, hash }) => ({
      id,
      at,
      actor,
      action,
      detail: JSON.parse(detail) as unknown,
      hash,
    }));
}

/** Every entry as stored, oldest first: with what its hash covers, so that others can check the chain. */
export function readStoredLog(db: Database): readonly Readonly<Row>[] {
  return db.all<Row>('SELECT id, at, actor, action, detail, previous, hash FROM case_log ORDER BY id');
}

/** Null when the chain is whole, else what is wrong at which entry. */
export function findBrokenLink(db: Database): string | null {
  let previous = start;
  let expected = 1;
  for (const row of db.iterate<Row>('SELECT * FROM case_log ORDER BY id')) {
    if (row.id !== expected) return `entry ${expected} is missing`;
    if (row.previous !== previous) return `entry ${row.id} does not follow from entry ${row.id - 1}`;
    if (row.hash !== hashOf(row)) return `entry ${row.id} was changed after it was written`;
    previous = row.hash;
    expected++;
  }
  return expected === 1 ? 'the log is empty' : null;
}
