import type { IssueRow, SourceRow } from '../../../../shared/contract/case-methods';
import type { SourceId } from '../../../../shared/model/ids';
import type { Database } from '../database';

interface StoredSource {
  id: number;
  path: string;
  member: string | null;
  name: string;
  sha256: string;
  bytes: number;
  importer: string;
  importer_version: number;
  kind: string;
  encoding: string;
  mapping: string;
  notes: string;
  rows: number;
  accepted: number;
  rejected: number;
  issues: number;
  imported_at: string;
}

/** Every imported file, by name. */
export function listSources(db: Database): readonly SourceRow[] {
  return db.all<StoredSource>('SELECT * FROM source ORDER BY name, sha256').map((row) => ({
    id: row.id as SourceId,
    path: row.path,
    name: row.name,
    sha256: row.sha256,
    bytes: row.bytes,
    importer: row.importer,
    importerVersion: row.importer_version,
    kind: row.kind,
    encoding: row.encoding,
    mapping: JSON.parse(row.mapping) as unknown,
    rows: row.rows,
    accepted: row.accepted,
    rejected: row.rejected,
    issues: row.issues,
    importedAt: row.imported_at,
    notes: JSON.parse(row.notes) as string[],
  }));
}

/** Issues in order of source and line; `raw` is the rejected row's text. */
export function listIssues(
  db: Database,
  options: { sourceId?: number | undefined; offset?: number | undefined; limit?: number | undefined },
): readonly (IssueRow & { readonly raw: string | null })[] {
  return db.all(
    `SELECT i.source_id AS sourceId, s.name AS file, i.line, i.severity, i.code, i.message, i.raw
     FROM issue i JOIN source s ON s.id = i.source_id
     WHERE ? IS NULL OR i.source_id = ?
     ORDER BY s.name, i.line, i.id LIMIT ? OFFSET ?`,
    options.sourceId ?? null,
    options.sourceId ?? null,
    options.limit ?? 1000,
    options.offset ?? 0,
  );
}

/** Where a source is on disk, and the nearest marked line start at or before `line`. */
export interface SourceLocation {
  readonly id: SourceId;
  readonly path: string;
  readonly member: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly kind: string;
  readonly mapping: { readonly headerRow?: number; readonly delimiter?: string; readonly sheet?: string };
  readonly start: { readonly line: number; readonly byteOffset: number };
}

export function locateSource(db: Database, sourceId: number, line: number): SourceLocation | null {
  const row = db.get<StoredSource & { line_index: Buffer | null }>(
    'SELECT * FROM source WHERE id = ?',
    sourceId,
  );
  if (!row) return null;
  let start = { line: 1, byteOffset: 0 };
  const marks = row.line_index;
  for (let at = 0; marks && at < marks.length; at += 12) {
    const marked = marks.readUInt32LE(at);
    if (marked > line) break;
    start = { line: marked, byteOffset: Number(marks.readBigUInt64LE(at + 4)) };
  }
  return {
    id: row.id as SourceId,
    path: row.path,
    member: row.member,
    name: row.name,
    sha256: row.sha256,
    bytes: row.bytes,
    encoding: row.encoding,
    kind: row.kind,
    mapping: JSON.parse(row.mapping) as { headerRow?: number; delimiter?: string; sheet?: string },
    start,
  };
}

/** Line starts as 12-byte entries: line (32 bits) and byte offset (64 bits), little-endian. */
export class LineIndex {
  readonly #entries: Buffer[] = [];

  mark(line: number, byteOffset: number): void {
    const entry = Buffer.alloc(12);
    entry.writeUInt32LE(line, 0);
    entry.writeBigUInt64LE(BigInt(byteOffset), 4);
    this.#entries.push(entry);
  }

  toBuffer(): Buffer | null {
    return this.#entries.length === 0 ? null : Buffer.concat(this.#entries);
  }
}
