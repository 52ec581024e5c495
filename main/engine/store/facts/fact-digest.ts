import { createHash } from 'node:crypto';
import type { Database } from '../database';

/** SHA-256 over a source's assertions in order: what `verify` compares. */
export function factDigest(db: Database, sourceId: number): string {
  const hash = createHash('sha256');
  const rows = db.iterateArrays(
    `SELECT subject_kind, subject_id, predicate, value, detail, line, byte_from, byte_to, pointer
     FROM assertion WHERE source_id = ? ORDER BY id`,
    sourceId,
  );
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}
