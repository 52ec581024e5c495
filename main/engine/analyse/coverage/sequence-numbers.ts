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
): { readonly gaps: readonly NumberedGap[]; readonly notes: readonly string[] } {
  const name = sequenceAttribute(db, systemId);
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

/** The attribute that holds running numbers, judged by the names in a few of the log's lines. */
function sequenceAttribute(db: Database, systemId: number): string | null {
  const sources = db.all<{ first: number | null }>(
    `SELECT s.first_event AS first FROM source s
     WHERE s.id IN (SELECT DISTINCT source_id FROM folded_day WHERE system_id = ?) AND s.kind <> 'extract'`,
    systemId,
  );
  for (const { first } of sources) {
    if (first === null) continue;
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
