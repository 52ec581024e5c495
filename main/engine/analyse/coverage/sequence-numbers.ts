import type { Database } from '../../store/database';
import { spanText } from '../moments';

export interface NumberedGap {
  readonly from: number;
  readonly to: number;
  readonly because: string;
}

const looksLikeSequence = /^(log |line |record |entry |event )?(seq|sequence)( ?(no|nr|num|number|id))?$/;
const keyOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/**
 * Holes in the running numbers that a log gives its own lines: lines were written there that are not in the
 * file. Only numbers that nearly always rise by one are taken for running numbers.
 */
export function missingNumbers(
  db: Database,
  systemId: number,
  /** The first event of each file in which the system writes. */
  firstEvents: readonly number[],
): { readonly gaps: readonly NumberedGap[]; readonly notes: readonly string[] } {
  const name = sequenceAttribute(db, systemId, firstEvents);
  if (name === null) return { gaps: [], notes: [] };
  const gaps: NumberedGap[] = [];
  let previous: { number: number; time: number } | null = null;
  let steps = 0;
  let single = 0;
  let missing = 0;
  const rows = db.iterateArrays(
    `SELECT json_extract(a.json, ?), e.time FROM folded_event e JOIN attribute_set a ON a.id = e.attributes_id
     WHERE e.system_id = ? AND e.time IS NOT NULL ORDER BY e.time, e.id`,
    `$.${JSON.stringify(name)}`,
    systemId,
  );
  for (const [value, at] of rows) {
    const number = Number(value);
    const time = Number(at);
    if (value === null || !Number.isInteger(number)) continue;
    if (previous) {
      const step = number - previous.number;
      steps += 1;
      if (step === 1) single += 1;
      else if (step > 1) {
        missing += step - 1;
        gaps.push({
          from: previous.time + 1,
          to: Math.max(previous.time + 1, time - 1),
          because: `${step - 1} line numbers are missing between ${previous.number} and ${number} (${spanText(time - previous.time)}).`,
        });
      }
    }
    previous = { number, time };
  }
  if (steps < 20 || single < steps * 0.95) return { gaps: [], notes: [] };
  const note =
    gaps.length === 0
      ? `Its own line numbers (${name}) have no hole.`
      : `Its own line numbers (${name}) lack ${missing} in ${gaps.length} places.`;
  return { gaps, notes: [note] };
}

/** Every system's files by their first events, read at once: asked system by system it is the square of them. */
export function firstEventsOfLogs(db: Database): ReadonlyMap<number, readonly number[]> {
  const firsts = new Map<number, number[]>();
  const rows = db.all<{ system: number; first: number }>(
    `SELECT d.system_id AS system, s.first_event AS first
     FROM (SELECT DISTINCT system_id, source_id FROM folded_day) d JOIN source s ON s.id = d.source_id
     WHERE s.kind <> 'extract' AND s.first_event IS NOT NULL ORDER BY d.system_id, s.id`,
  );
  for (const { system, first } of rows) {
    const known = firsts.get(system);
    if (known) known.push(first);
    else firsts.set(system, [first]);
  }
  return firsts;
}

/** The attribute that holds running numbers, judged by the names in a few of the log's lines. */
function sequenceAttribute(db: Database, systemId: number, firstEvents: readonly number[]): string | null {
  for (const first of firstEvents) {
    const sets = db.all<{ json: string }>(
      `SELECT a.json FROM folded_event e JOIN attribute_set a ON a.id = e.attributes_id
       WHERE e.id BETWEEN ? AND ? AND e.system_id = ? LIMIT 20`,
      first,
      first + 200,
      systemId,
    );
    for (const { json } of sets) {
      const name = Object.keys(JSON.parse(json) as object).find((key) => looksLikeSequence.test(keyOf(key)));
      if (name !== undefined) return name;
    }
  }
  return null;
}
