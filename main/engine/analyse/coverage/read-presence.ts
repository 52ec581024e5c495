import type { Database } from '../../store/database';
import type { Presence } from './log-rhythm';

/** Part of a log: the lines of one source under one written name of the system. */
export type LogPart = readonly [source: number, writtenAs: number];

/** Of every system its log's parts. An extract lists what was held at a moment: its lines prove nothing of a log. */
export function readParts(db: Database): ReadonlyMap<number, readonly LogPart[]> {
  const rows = db.iterateArrays(
    `SELECT coalesce(f.as_id, p.system_id), p.source_id, p.system_id
     FROM (SELECT DISTINCT source_id, system_id FROM presence) p JOIN source s ON s.id = p.source_id
     LEFT JOIN system_fold f ON f.id = p.system_id WHERE s.kind <> 'extract'`,
  );
  const parts = new Map<number, LogPart[]>();
  for (const [system, source, writtenAs] of rows) {
    const own = parts.get(Number(system));
    const part: LogPart = [Number(source), Number(writtenAs)];
    if (own) own.push(part);
    else parts.set(Number(system), [part]);
  }
  return parts;
}

/** By the key of the table, so that each log is read once and no other with it. */
export function readPresence(db: Database, parts: readonly LogPart[]): Presence {
  const presence = {
    quarter: [] as number[],
    first: [] as number[],
    last: [] as number[],
    events: [] as number[],
  };
  const rows = db.iterateArrays(
    `SELECT p.quarter, min(p.first_time), max(p.last_time), sum(p.events)
     FROM json_each(?) j CROSS JOIN presence p
       ON p.source_id = json_extract(j.value, '$[0]') AND p.system_id = json_extract(j.value, '$[1]')
     GROUP BY p.quarter ORDER BY p.quarter`,
    JSON.stringify(parts),
  );
  for (const [quarter, first, last, events] of rows) {
    presence.quarter.push(Number(quarter));
    presence.first.push(Number(first));
    presence.last.push(Number(last));
    presence.events.push(Number(events));
  }
  return presence;
}
