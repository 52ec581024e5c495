import type { Database } from '../../store/database';

/** Row counts at which spreadsheets and exports stop, with and without a header row. */
const caps = [10_000, 32_767, 50_000, 65_535, 100_000, 500_000, 1_000_000, 1_048_575];

/**
 * What the end of each system's files says of their completeness: as many rows as a spreadsheet or export
 * can hold, or a last line that is cut off. Both look like loss, and neither is proof of it.
 */
export function logEndNotes(db: Database): ReadonlyMap<number, readonly string[]> {
  const rows = db.all<{ system: number; name: string; rows: number; torn: number | null }>(
    `SELECT w.system_id AS system, s.name, s.rows,
       (SELECT i.line FROM issue i WHERE i.source_id = s.id AND i.severity = 'rejected'
        AND i.line >= (SELECT max(e.line) FROM event e WHERE e.id = s.last_event) LIMIT 1) AS torn
     FROM (SELECT DISTINCT source_id, system_id FROM folded_day WHERE system_id > 0) w
     JOIN source s ON s.id = w.source_id WHERE s.kind <> 'extract' ORDER BY s.name, s.sha256`,
  );
  const notes = new Map<number, string[]>();
  for (const { system, name, rows: count, torn } of rows) {
    const list = notes.get(system) ?? [];
    if (caps.some((cap) => count === cap || count === cap + 1)) {
      list.push(
        `${name} has exactly ${count} rows, where programs commonly stop: lines after its last one may be missing.`,
      );
    }
    if (torn !== null) {
      list.push(`${name} ends in a line that cannot be read (line ${torn}): lines after it may be missing.`);
    }
    if (list.length > 0) notes.set(system, list);
  }
  return notes;
}
