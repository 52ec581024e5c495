import type { TimelineDay } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import { dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import { reconcileDays } from '../reconcile/reconcile';

const dayMs = 86_400_000;

/** How much the logs hold of each day, and how much of what was sent on it is lost: the ground of the time line. */
export function timelineDays(db: Database, estate: Estate): readonly TimelineDay[] {
  const days = new Map<string, { events: number; sent: number; lost: number }>();
  const at = (day: string) => {
    const known = days.get(day) ?? { events: 0, sent: 0, lost: 0 };
    days.set(day, known);
    return known;
  };
  for (const { day, events } of eventDays(db))
    at(new Date(day * dayMs).toISOString().slice(0, 10)).events = events;
  for (const { day, counts } of reconcileDays(db, estate)) {
    if (day === null) continue;
    const sum = at(day);
    for (const disposition of dispositions) sum.sent += counts[disposition] ?? 0;
    sum.lost += counts.lost ?? 0;
  }
  return [...days].map(([day, sums]) => ({ day, ...sums })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days before this are no days: lines without a time are kept there. */
const firstDay = -1_000_000;

function eventDays(db: Database): readonly { readonly day: number; readonly events: number }[] {
  return db.all(
    `SELECT d.day, sum(d.events) AS events FROM folded_day d JOIN activity a ON a.id = d.activity_id
     WHERE a.kind NOT IN ('heartbeat', 'held') AND d.day > ? GROUP BY d.day`,
    firstDay,
  );
}
