import type { EventKind } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';

/** Kinds of line that a sender writes of what it sends; a log of nothing else speaks of nothing else. */
const outward: ReadonlySet<EventKind> = new Set(['sent', 'queued', 'acknowledged', 'rejected', 'filtered']);
const inward: ReadonlySet<EventKind> = new Set(['received', 'filed', 'rejected', 'filtered']);

/** Which sources of a system's log say nothing of what came in, and nothing of what went out. */
export interface SilentSources {
  readonly ofReceipts: ReadonlySet<number>;
  readonly ofSendings: ReadonlySet<number>;
}

/**
 * A log covers a direction unless it shows itself to be of the other one only. That is a log with sends, with
 * lines of no other kind (a heartbeat, or a step, is written by a log of everything) and without any receipt
 * from anybody: one receipt from whomever shows that receipts are logged, and then a flow without any is
 * lost. Of several files of one system, one that shows receipts speaks for those beside it only as far as
 * their times do not overlap: files day by day are one log, a file of sends beside one of receipts are two.
 */
export function silentSources(db: Database): ReadonlyMap<number, SilentSources> {
  const found = new Map<number, SilentSources>();
  for (const [system, sources] of readSources(db)) {
    const ofReceipts = silentOf(sources, 'received', outward);
    const ofSendings = silentOf(sources, 'sent', inward);
    if (ofReceipts.size + ofSendings.size > 0) found.set(system, { ofReceipts, ofSendings });
  }
  return found;
}

interface SourceLines {
  readonly id: number;
  readonly kinds: Set<EventKind>;
  readonly first: number;
  readonly last: number;
}

function silentOf(
  sources: readonly SourceLines[],
  what: 'sent' | 'received',
  others: ReadonlySet<EventKind>,
): ReadonlySet<number> {
  const opposite = what === 'sent' ? 'received' : 'sent';
  const shows = (kinds: ReadonlySet<EventKind>): boolean =>
    kinds.has(what) || (what === 'received' && kinds.has('filed'));
  const isOneSided = ({ kinds }: SourceLines): boolean =>
    kinds.has(opposite) && !shows(kinds) && [...kinds].every((kind) => others.has(kind));
  const speaking = sources.filter((source) => !isOneSided(source));
  const silent = sources.filter(isOneSided);
  const apart = silent.filter(
    (source) =>
      speaking.length === 0 ||
      speaking.some((other) => other.first < source.last && source.first < other.last),
  );
  return new Set(apart.map(({ id }) => id));
}

function readSources(db: Database): ReadonlyMap<number, readonly SourceLines[]> {
  const found = new Map<number, SourceLines[]>();
  const byKey = new Map<string, SourceLines>();
  const times = db.all<{ source: number; system: number; first: number; last: number }>(
    `SELECT source_id AS source, system_id AS system, min(first_time) AS first, max(last_time) AS last
     FROM folded_presence GROUP BY source_id, system_id ORDER BY source_id`,
  );
  for (const { source, system, first, last } of times) {
    const lines: SourceLines = { id: source, kinds: new Set(), first, last };
    byKey.set(`${source} ${system}`, lines);
    const list = found.get(system);
    if (list) list.push(lines);
    else found.set(system, [lines]);
  }
  const kinds = db.all<{ source: number; system: number; kind: EventKind }>(
    `SELECT DISTINCT d.source_id AS source, d.system_id AS system, a.kind
     FROM folded_day d JOIN activity a ON a.id = d.activity_id WHERE a.kind <> 'held'`,
  );
  for (const { source, system, kind } of kinds) byKey.get(`${source} ${system}`)?.kinds.add(kind);
  return found;
}
