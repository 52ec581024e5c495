import type { WayRecords } from '../../../../shared/contract/analysis-methods';
import type { Database } from '../../store/database';
import { showRecordKey } from '../../store/records/record-identifier';
import { type JourneyOptions, readJourneyEvents } from './journey-events';

const shownRecords = 20;

/** The records whose events are exactly these steps in this order, those that begin first before the others. */
export function recordsOfWay(
  db: Database,
  {
    steps,
    limit = shownRecords,
    ...options
  }: JourneyOptions & { readonly steps: readonly string[]; readonly limit?: number | undefined },
): WayRecords {
  const events = readJourneyEvents(db, options);
  const wanted = steps.map((name) => events.steps.indexOf(name));
  const found: { readonly id: number; readonly begins: number }[] = [];
  for (let r = 0; r + 1 < events.starts.length; r++) {
    const from = events.starts[r] ?? 0;
    const to = events.starts[r + 1] ?? 0;
    if (to - from !== wanted.length || !wanted.every((step, i) => events.step[from + i] === step)) continue;
    const begins = events.time[from] ?? Number.NaN;
    found.push({ id: events.recordIds[r] ?? 0, begins: Number.isNaN(begins) ? Number.MAX_VALUE : begins });
  }
  found.sort((a, b) => a.begins - b.begins);
  // Those that begin at the moment of the last one shown are told apart by their identifiers.
  const last = found[Math.min(limit, found.length) - 1]?.begins ?? 0;
  const near = found.filter(({ begins }) => begins <= last);
  const keys = db.all<{ key: string | Buffer }>(
    'SELECT r.key FROM json_each(?) j JOIN record r ON r.id = j.value ORDER BY j.key',
    JSON.stringify(near.map(({ id }) => id)),
  );
  return {
    total: found.length,
    records: near
      .map(({ begins }, index) => ({ begins, name: showRecordKey(keys[index]?.key ?? '') }))
      .sort((a, b) => a.begins - b.begins || (a.name < b.name ? -1 : 1))
      .slice(0, limit)
      .map(({ name }) => name),
  };
}
