import type { Finding } from '../../../../../shared/model/finding';
import { count } from '../../wording';
import type { FindingInput, Rule } from '../finding-input';

/** Where logs are silent for longer than they ever are, or seem cut off: what falls there cannot be judged. */
export const logCoverage: Rule = {
  codes: ['log-gap', 'log-perhaps-truncated', 'log-of-one-direction'],
  *find(input) {
    for (const row of input.coverage) {
      const [first] = row.gaps;
      if (first) {
        const day = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
        yield {
          code: 'log-gap',
          severity: 'medium',
          subject: row.system,
          title: `The log has ${count(row.gaps.length, 'gap')}`,
          detail: `Nothing was written between ${row.gaps
            .slice(0, 5)
            .map(({ from, to }) => `${day(from)} and ${day(to)}`)
            .join(
              '; ',
            )}${row.gaps.length > 5 ? `; and ${row.gaps.length - 5} more` : ''} (UTC). ${first.because} What would have been logged then cannot be judged.`,
          evidence: edgesOf(input, row.system, row.gaps.slice(0, 10)),
        };
      }
      if (row.oneWay.length > 0) {
        yield {
          code: 'log-of-one-direction',
          severity: 'information',
          subject: row.system,
          title: 'The log shows one direction only',
          detail: row.oneWay.join(' '),
          evidence: lastLines(input, row.system),
        };
      }
      const cutOff = row.notes.filter((note) => !row.oneWay.includes(note));
      if (cutOff.length > 0) {
        yield {
          code: 'log-perhaps-truncated',
          severity: 'medium',
          subject: row.system,
          title: 'The log may be incomplete',
          detail: cutOff.join(' '),
          evidence: lastLines(input, row.system),
        };
      }
    }
  },
};

/** The lines on both sides of silences, found with one pass over the files that hold them. */
function edgesOf(
  { db }: FindingInput,
  system: string,
  gaps: readonly { readonly from: string; readonly to: string }[],
): Finding['evidence'] {
  const timesIn = new Map<number, number[]>();
  const quarter = (iso: string): number => Math.floor(Date.parse(iso) / 900_000);
  const look = (which: 'last_time' | 'first_time', comparison: string, order: string, iso: string): void => {
    const row = db.get<{ source: number; time: number }>(
      `SELECT p.source_id AS source, p.${which} AS time FROM folded_presence p JOIN system w ON w.id = p.system_id
       WHERE w.name = ? AND p.quarter ${comparison} ? ORDER BY p.quarter ${order} LIMIT 1`,
      system,
      quarter(iso),
    );
    if (row) timesIn.set(row.source, [...(timesIn.get(row.source) ?? []), row.time]);
  };
  for (const { from, to } of gaps) {
    look('last_time', '<=', 'DESC', from);
    look('first_time', '>=', 'ASC', to);
  }
  return [...timesIn].flatMap(([source, times]) =>
    db.all<{ file: string; line: number }>(
      `SELECT s.name AS file, e.line FROM source s JOIN folded_event e ON e.id BETWEEN s.first_event AND s.last_event
       WHERE s.id = ? AND e.time IN (${times.map(() => '?').join(', ')})
         AND e.system_id = (SELECT id FROM system WHERE name = ?) ORDER BY e.time, e.id LIMIT 20`,
      source,
      ...times,
      system,
    ),
  );
}

/** The last line of each of a system's files. */
function lastLines({ db }: FindingInput, system: string) {
  return db.all<{ file: string; line: number }>(
    `SELECT s.name AS file, e.line FROM source s JOIN folded_event e ON e.id = s.last_event
     WHERE s.id IN (SELECT d.source_id FROM folded_day d JOIN system w ON w.id = d.system_id WHERE w.name = ?)
     ORDER BY s.name LIMIT 20`,
    system,
  );
}
