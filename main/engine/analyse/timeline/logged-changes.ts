import type { TimelineEntry } from '../../../../shared/contract/analysis-methods';
import type { Database } from '../../store/database';
import { isoTime } from '../moments';

/** Words by which logs note that something about a system was changed. */
const changeWords =
  /deploy|upgrad|updat|patch|restart|reboot|config|release|install|migrat|cut[- ]?over|fail[- ]?over|rollback|switch/i;
/** More lines than this are the log's daily business, not changes to it. */
const mostLines = 500;

/** Lines of a log, about no record, that note a change: a deployment, a restart, a new configuration. */
export function loggedChanges(db: Database): readonly TimelineEntry[] {
  const words = db
    .all<{ id: number; name: string }>("SELECT id, name FROM activity WHERE kind = 'step'")
    .filter(({ name }) => changeWords.test(name));
  return words.flatMap(({ id, name }) => {
    const sources = db.all<{ source: number; events: number }>(
      'SELECT source_id AS source, sum(events) AS events FROM event_day WHERE activity_id = ? GROUP BY source_id',
      id,
    );
    if (sources.reduce((sum, one) => sum + one.events, 0) > mostLines) return [];
    return sources.flatMap(({ source }) =>
      db
        .all<{ time: number; line: number; file: string; system: string | null }>(
          `SELECT e.time, e.line, s.name AS file, w.name AS system FROM source s
           JOIN folded_event e ON e.id BETWEEN s.first_event AND s.last_event LEFT JOIN system w ON w.id = e.system_id
           WHERE s.id = ? AND e.activity_id = ? AND e.record_id IS NULL AND e.message IS NULL AND e.time IS NOT NULL`,
          source,
          id,
        )
        .map(
          ({ time, line, file, system }): TimelineEntry => ({
            kind: 'change',
            at: isoTime(time),
            until: null,
            subject: system ?? file,
            text: `${system ?? file} logs “${name}”.`,
            severity: 'information',
            evidence: [{ file, line }],
          }),
        ),
    );
  });
}
