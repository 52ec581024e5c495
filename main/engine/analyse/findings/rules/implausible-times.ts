import { count } from '../../wording';
import type { Rule } from '../finding-input';

/** Days since 1970 of 2100-01-01. */
const day2100 = 47_482;
/** Under this day the day counts keep rows without a time. */
const noTime = -1_000_000;

/** Lines that claim a time before 1970 or after 2100: no log of these systems was written then. */
export const implausibleTimes: Rule = {
  codes: ['implausible-times', 'events-without-time'],
  *find({ db }) {
    const rows = db.all<{ id: number; file: string; first: number; last: number; odd: number; none: number }>(
      `SELECT s.id, s.name AS file, s.first_event AS first, s.last_event AS last,
         sum(CASE WHEN d.day <> ${noTime} AND (d.day < 0 OR d.day >= ${day2100}) THEN d.events ELSE 0 END) AS odd,
         sum(CASE WHEN d.day = ${noTime} THEN d.events ELSE 0 END) AS none
       FROM folded_day d JOIN source s ON s.id = d.source_id JOIN activity a ON a.id = d.activity_id
       WHERE a.kind <> 'held' AND (d.day < 0 OR d.day >= ${day2100}) GROUP BY s.id ORDER BY s.name, s.sha256`,
    );
    const lines = (first: number, last: number, where: string) =>
      db.all<{ line: number }>(
        `SELECT line FROM event WHERE id BETWEEN ? AND ? AND ${where} LIMIT 20`,
        first,
        last,
      );
    for (const { file, first, last, odd, none } of rows) {
      if (odd > 0) {
        yield {
          code: 'implausible-times',
          severity: 'medium',
          subject: file,
          title: `${count(odd, 'line')} from before 1970 or after 2100`,
          detail:
            'A clock was unset or a date was read wrongly. The times were kept as they are; such lines cover no time and are no proof of when anything happened.',
          evidence: lines(first, last, `(time < 0 OR time >= ${day2100 * 86_400_000_000})`).map(
            ({ line }) => ({ file, line }),
          ),
        };
      }
      if (none > 0) {
        yield {
          code: 'events-without-time',
          severity: 'low',
          subject: file,
          title: `${count(none, 'line')} without a time`,
          detail: 'They keep the order of the file; when they happened is not recorded.',
          evidence: lines(first, last, 'time IS NULL').map(({ line }) => ({ file, line })),
        };
      }
    }
  },
};
