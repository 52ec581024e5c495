import type { SearchHit } from '../../../shared/contract/map-methods';
import type { OpenCase } from './case-file';
import { messagesBeginning } from './events/postings/postings';
import { nodeKey } from './names/name-key';
import { pseudonymPrefix, showRecordKey } from './records/record-identifier';

/** FTS5's query language is not for people: every word typed is quoted and matched as a prefix. */
const ftsQuery = (text: string): string =>
  text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word}"*`)
    .join(' ');

/**
 * Search as you type: names and facts through the index, message ids by prefix, and a record by its exact
 * identifier (in a pseudonymised case through the key) or its shown pseudonym.
 */
export function search(openCase: OpenCase, text: string, limit: number): readonly SearchHit[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return [
    ...findRecords(openCase, trimmed),
    ...findNames(openCase, trimmed, limit),
    ...findMessages(openCase, trimmed, Math.min(limit, 20)),
  ].slice(0, limit);
}

/** What has exactly the name comes first, then what begins with it: a flow's name holds two systems' names. */
function findNames({ db }: OpenCase, text: string, limit: number): readonly SearchHit[] {
  const query = ftsQuery(text);
  if (query === '') return [];
  const rows = db.all<{ name: string; context: string; kind: SearchHit['kind']; subject_id: number }>(
    `SELECT name, context, kind, subject_id FROM search_index WHERE search_index MATCH ?
     ORDER BY name = ? COLLATE NOCASE DESC, substr(name, 1, ?) = ? COLLATE NOCASE DESC,
       bm25(search_index, 10.0, 1.0), name LIMIT ?`,
    query,
    text,
    text.length,
    text,
    limit,
  );
  return rows.map(({ name, context, kind, subject_id }) => ({
    kind,
    name,
    context,
    nodeId: kind === 'system' ? `system:${nodeKey(name)}` : null,
    subjectId: subject_id,
  }));
}

function findMessages({ db }: OpenCase, text: string, limit: number): readonly SearchHit[] {
  if (text.length < 2) return [];
  return messagesBeginning(db, text, limit).map((message) => ({
    kind: 'message',
    name: message,
    context: 'Message id',
    nodeId: null,
    subjectId: null,
  }));
}

function findRecords(openCase: OpenCase, text: string): readonly SearchHit[] {
  const found = findRecord(openCase, text);
  if (found === null) return [];
  return [{ kind: 'record', name: found.shown, context: 'Record', nodeId: null, subjectId: found.id }];
}

/** A record by its identifier as known outside, or by its pseudonym as shown inside; null where there is none. */
export function findRecord(
  { db, keys, identifiers }: OpenCase,
  text: string,
): { readonly id: number; readonly shown: string } | null {
  type Row = { id: number; key: string | Buffer };
  const prefix = identifiers === 'pseudonymised' ? pseudonymPrefix(text) : null;
  const row = prefix
    ? db.get<Row>(
        'SELECT id, key FROM record WHERE key >= ? AND key < ?',
        prefix,
        Buffer.concat([prefix, Buffer.alloc(16, 255)]),
      )
    : keys
      ? db.get<Row>('SELECT id, key FROM record WHERE key = ?', keys.keyOf(text))
      : undefined;
  return row ? { id: row.id, shown: showRecordKey(row.key) } : null;
}
