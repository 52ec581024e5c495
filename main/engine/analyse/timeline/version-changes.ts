import type { TimelineEntry } from '../../../../shared/contract/analysis-methods';
import type { Database } from '../../store/database';
import { isoTime } from '../moments';

const dayMicros = 86_400_000_000;
/** Appearing or ending this close to a log's own ends is no change: only where the log starts or stops. */
const marginMicros = 2 * dayMicros;
/** Nor is an absence that chance alone brings about more often than this, at the value's usual share. */
const mostChance = 1e-4;
const mostVersions = 200;

interface Seen {
  readonly system: string;
  readonly name: string;
  readonly value: string;
  lines: number;
  first: number;
  last: number;
  firstEvent: number;
  lastEvent: number;
}

/** Versions, releases and builds that a system's own lines begin or cease to carry in the middle of its log. */
export function versionChanges(db: Database): readonly TimelineEntry[] {
  const sets = new Map<number, readonly (readonly [name: string, value: string])[]>();
  for (const [id, json] of db.iterateArrays(
    "SELECT id, json FROM attribute_set WHERE json LIKE '%version%' OR json LIKE '%release%' OR json LIKE '%build%'",
  )) {
    const named = Object.entries(JSON.parse(String(json)) as Readonly<Record<string, string>>).filter(
      ([name]) => /version|release|build/i.test(name),
    );
    if (named.length > 0) sets.set(Number(id), named);
  }
  if (sets.size === 0) return [];
  const seen = new Map<string, Seen>();
  // SQLite gives the other columns of a bare min or max from the row that holds it.
  const query = (which: 'min' | 'max') =>
    `SELECT e.system_id AS id, s.name AS system, e.attributes_id AS attributes, ${which}(e.time) AS time, e.id AS event, count(*) AS lines
     FROM folded_event e JOIN system s ON s.id = e.system_id
     WHERE e.attributes_id IS NOT NULL AND e.time IS NOT NULL GROUP BY e.system_id, e.attributes_id`;
  for (const which of ['min', 'max'] as const) {
    for (const row of db.iterate<{
      id: number;
      system: string;
      attributes: number;
      time: number;
      event: number;
      lines: number;
    }>(query(which))) {
      for (const [name, value] of sets.get(row.attributes) ?? []) {
        const key = `${row.id}\u0000${name}\u0000${value}`;
        const known = seen.get(key) ?? {
          system: row.system,
          name,
          value,
          lines: 0,
          first: row.time,
          last: row.time,
          firstEvent: row.event,
          lastEvent: row.event,
        };
        seen.set(key, known);
        if (which === 'min') known.lines += row.lines;
        if (row.time < known.first) [known.first, known.firstEvent] = [row.time, row.event];
        if (row.time > known.last) [known.last, known.lastEvent] = [row.time, row.event];
      }
    }
  }
  return entriesOf(db, [...seen.values()]);
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly values: number;
  readonly lines: number;
}

/** Whether a value's absence for so long is more than chance, taking lines to be spread evenly. */
function isAbsent(one: Seen, range: Range, absentMicros: number): boolean {
  if (absentMicros < marginMicros) return false;
  const whole = range.last - range.first;
  const linesMeanwhile = (range.lines * absentMicros) / whole;
  const share = Math.min(0.999, one.lines / Math.max(1, range.lines - linesMeanwhile));
  return linesMeanwhile * Math.log(1 - share) < Math.log(mostChance);
}

function entriesOf(db: Database, seen: readonly Seen[]): readonly TimelineEntry[] {
  const ends = new Map<string, Range>();
  for (const { system, name, first, last, lines } of seen) {
    const key = `${system}\u0000${name}`;
    const known = ends.get(key) ?? { first, last, values: 0, lines: 0 };
    ends.set(key, {
      first: Math.min(known.first, first),
      last: Math.max(known.last, last),
      values: known.values + 1,
      lines: known.lines + lines,
    });
  }
  const entry = (one: Seen, at: number, event: number, verb: string): TimelineEntry => ({
    kind: 'version',
    at: isoTime(at),
    until: null,
    subject: one.system,
    text: `${one.system} ${verb} with ${one.name} ${one.value}.`,
    severity: 'information',
    evidence: db.all(
      'SELECT s.name AS file, e.line FROM event e JOIN source s ON s.id = e.source_id WHERE e.id = ?',
      event,
    ),
  });
  return seen.flatMap((one) => {
    const range = ends.get(`${one.system}\u0000${one.name}`);
    if (!range || range.values < 2 || range.values > mostVersions) return [];
    return [
      ...(isAbsent(one, range, one.first - range.first)
        ? [entry(one, one.first, one.firstEvent, 'writes its first line')]
        : []),
      ...(isAbsent(one, range, range.last - one.last)
        ? [entry(one, one.last, one.lastEvent, 'writes its last line')]
        : []),
    ];
  });
}
