import type { Database } from '../../store/database';

const dayMillis = 86_400_000;
/** A log that begins this shortly before a moment cannot show that something was not there at that moment. */
const marginDays = 2;

/** From when logs show systems. */
export interface FirstSeen {
  /** True where a log that was being written before `moment` shows this system only after it. */
  isLaterThan(moment: string, system: number): boolean;
}

/** First days by writer and peer: days are what moments of an estate are given in. */
export function firstSeen(db: Database): FirstSeen {
  const rows = db.all<{ writer: number; peer: number; day: number }>(
    `SELECT d.system_id AS writer, d.peer_id AS peer, min(d.day) AS day
     FROM folded_day d JOIN activity a ON a.id = d.activity_id
     WHERE d.day > -1000000 AND a.kind <> 'held' GROUP BY d.system_id, d.peer_id`,
  );
  const begins = new Map<number, number>();
  const first = new Map<number, number>();
  const writers = new Map<number, Set<number>>();
  const earliest = (map: Map<number, number>, key: number, day: number): void => {
    map.set(key, Math.min(map.get(key) ?? Number.POSITIVE_INFINITY, day));
  };
  for (const { writer, peer, day } of rows) {
    earliest(begins, writer, day);
    for (const system of [writer, peer]) {
      earliest(first, system, day);
      writers.set(system, (writers.get(system) ?? new Set()).add(writer));
    }
  }
  return {
    isLaterThan(moment, system) {
      const day = Math.floor(Date.parse(moment) / dayMillis);
      const shown = first.get(system);
      if (shown === undefined || shown <= day) return false;
      return [...(writers.get(system) ?? [])].some(
        (writer) => (begins.get(writer) ?? Number.POSITIVE_INFINITY) + marginDays <= day,
      );
    },
  };
}
