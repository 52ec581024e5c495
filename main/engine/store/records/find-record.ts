import { ExpectedFailure } from '../../expected-failure';
import type { OpenCase } from '../case-file';
import { pseudonymPrefix } from './record-identifier';

/**
 * The ids of the records that a text names: an identifier as it is known outside (looked up through the
 * case's key where identifiers are pseudonyms), or a pseudonym as it is shown. More than one only for a
 * shown pseudonym whose first half two records share.
 */
export function findRecords(openCase: OpenCase, text: string): readonly number[] {
  const { db, keys, identifiers } = openCase;
  const ids: number[] = [];
  if (keys) {
    const key = keys.keyOf(text);
    const found = db.get<{ id: number }>('SELECT id FROM record WHERE key = ?', key);
    if (found) ids.push(found.id);
  }
  const prefix = identifiers === 'pseudonymised' ? pseudonymPrefix(text) : null;
  if (prefix && ids.length === 0) {
    const after = Buffer.concat([prefix, Buffer.alloc(17, 0xff)]);
    for (const { id } of db.all<{ id: number }>(
      'SELECT id FROM record WHERE key >= ? AND key <= ?',
      prefix,
      after,
    ))
      ids.push(id);
  }
  if (ids.length > 0) return ids;
  if (!keys && !prefix) {
    throw new ExpectedFailure(
      'key-missing',
      'This case keeps record identifiers as pseudonyms, and its key is not on this machine. Give the pseudonym as shown ("p-…"), or look the identifier up where the key is.',
    );
  }
  throw new ExpectedFailure('not-found', `No line of this case names the record "${text}".`);
}

/** Every record that crosswalks say is the same as one of these, with them, in rising order. */
export function withAliases(openCase: Pick<OpenCase, 'db'>, records: readonly number[]): readonly number[] {
  const found = new Set(records);
  const open = [...records];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    const rows = openCase.db.all<{ other: number }>(
      `SELECT b_record_id AS other FROM alias WHERE a_record_id = ?
       UNION SELECT a_record_id FROM alias WHERE b_record_id = ?`,
      record,
      record,
    );
    for (const { other } of rows) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return [...found].sort((a, b) => a - b);
}
