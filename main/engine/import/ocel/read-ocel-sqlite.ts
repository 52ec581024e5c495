import {
  type ForeignDatabase,
  ForeignDatabaseProblem,
  openForeignDatabase,
} from '../../store/foreign-database';
import { type FactSink, FileRefused, type ImportInput } from '../importer';
import type { OcelLog } from './ocel-log';

const tables = [
  'event',
  'object',
  'event_object',
  'object_object',
  'event_map_type',
  'object_map_type',
] as const;

/**
 * The relational encoding: one table for all events, one more for each type with its times and attributes,
 * named through event_map_type. A row of `event` is a row of the import, its number in the table its line.
 */
export function readOcelSqlite(input: ImportInput, sink: FactSink, log: OcelLog): void {
  if (input.probe.compression !== 'none') {
    throw new FileRefused(
      'compressed-database',
      'A database cannot be read inside an archive. Unpack it first.',
    );
  }
  let rows = 0;
  try {
    const database = openForeignDatabase(input.path);
    try {
      const missing = tables.filter((table) => !database.tables.has(table));
      if (missing.length > 0) {
        throw new FileRefused('no-ocel-tables', `The database lacks the OCEL tables ${missing.join(', ')}.`);
      }
      readObjects(database, log);
      rows = readEvents(database, log);
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof ForeignDatabaseProblem)) throw error;
    throw new FileRefused(error.code, error.message);
  }
  if (rows === 0) throw new FileRefused('no-event', 'The log holds no event.');
  sink.progress(input.probe.bytes);
}

function readObjects(database: ForeignDatabase, log: OcelLog): void {
  const tableOf = typeTables(database, 'object');
  const countLinks = 'SELECT count(*) FROM object_object WHERE ocel_source_id = ?';
  for (const [id, type] of database.rows('SELECT ocel_id, ocel_type FROM object')) {
    const table = tableOf.get(textOf(type) ?? '');
    const changes = table === undefined ? [] : objectChanges(database, table, textOf(id) ?? '');
    const [count] = [...database.rows(countLinks, textOf(id) ?? '')];
    log.object(textOf(id) ?? '', textOf(type), changes, Number(count?.[0] ?? 0));
  }
}

interface TypeTable {
  readonly name: string;
  /** Columns other than the encoding's own. */
  readonly attributes: readonly string[];
  readonly hasChangedField: boolean;
}

/** A type's own table by its readable name. Names come from the file: only a table that exists is asked. */
function typeTables(database: ForeignDatabase, kind: 'event' | 'object'): Map<string, TypeTable> {
  const found = new Map<string, TypeTable>();
  for (const [type, mapped] of database.rows(`SELECT ocel_type, ocel_type_map FROM ${kind}_map_type`)) {
    const name = `${kind}_${textOf(mapped) ?? ''}`;
    const columns = database.tables.get(name);
    if (columns === undefined || !columns.includes('ocel_id') || !columns.includes('ocel_time')) continue;
    const attributes = columns.filter((column) => !/^ocel_(id|time|changed_field)$/.test(column));
    found.set(textOf(type) ?? '', {
      name,
      attributes,
      hasChangedField: columns.includes('ocel_changed_field'),
    });
  }
  return found;
}

/** A row of an object's table states every value, or, where ocel_changed_field names one, only that. */
function objectChanges(database: ForeignDatabase, table: TypeTable, id: string) {
  const changes: { name: string; value: string; time: string | null }[] = [];
  const extra = table.hasChangedField ? ', ocel_changed_field' : ', NULL';
  const columns = table.attributes.map((name) => `, ${quoted(name)}`).join('');
  const sql = `SELECT ocel_time${extra}${columns} FROM ${quoted(table.name)} WHERE ocel_id = ? ORDER BY ocel_time`;
  for (const [time, changed, ...values] of database.rows(sql, id)) {
    for (const [index, name] of table.attributes.entries()) {
      const value = textOf(values[index]);
      const isStated = changed === null || textOf(changed) === name;
      if (value !== null && isStated) changes.push({ name, value, time: textOf(time) });
    }
  }
  return changes;
}

function readEvents(database: ForeignDatabase, log: OcelLog): number {
  const tableOf = typeTables(database, 'event');
  const linksSql =
    'SELECT ocel_object_id, ocel_qualifier FROM event_object WHERE ocel_event_id = ? ORDER BY rowid';
  let rows = 0;
  for (const [rowId, eventId, typeName] of database.rows(
    'SELECT rowid, ocel_id, ocel_type FROM event ORDER BY rowid',
  )) {
    rows += 1;
    const id = textOf(eventId);
    const type = textOf(typeName);
    const table = tableOf.get(type ?? '');
    const columns = table?.attributes.map((name) => `, ${quoted(name)}`).join('') ?? '';
    const own = table && `SELECT ocel_time${columns} FROM ${quoted(table.name)} WHERE ocel_id = ?`;
    const [[time, ...values] = []] = own === undefined ? [] : [...database.rows(own, id ?? '')];
    log.event({
      id,
      type,
      time: textOf(time),
      attributes: (table?.attributes ?? []).map((name, index) => [name, textOf(values[index])] as const),
      links: [...database.rows(linksSql, id ?? '')].map(([objectId, qualifier]) => ({
        objectId: textOf(objectId) ?? '',
        qualifier: textOf(qualifier),
      })),
      place: { line: Number(rowId), pointer: `event ${id ?? ''}` },
    });
  }
  return rows;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}
