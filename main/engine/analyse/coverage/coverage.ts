import type {
  CoverageCorrection,
  CoverageGap,
  CoverageRow,
} from '../../../../shared/contract/reconcile-methods';
import { ZoneClock } from '../../import/time/zone';
import type { Database } from '../../store/database';
import { readCorrections } from '../../store/kept/coverage-corrections';
import { isoTime, spanText } from '../moments';
import { correctedBy, gapsLeft } from './corrected-spans';
import { type SilentSources, silentSources } from './log-directions';
import { logEndNotes } from './log-end-notes';
import { findGaps, type Gap, probableEnd } from './log-gaps';
import { estimateRhythm, type LogRhythm, type Presence } from './log-rhythm';
import { readParts, readPresence } from './read-presence';
import { firstEventsOfLogs, missingNumbers } from './sequence-numbers';
import { TimeSpans } from './time-spans';

const dayMicros = 86_400_000_000;

/** The times that a log can speak of. Microseconds UTC. */
export interface LogView {
  readonly spans: TimeSpans;
  /** First and last line with a time; null where no line has one. */
  readonly first: number | null;
  readonly last: number | null;
  /** Until when it may have gone on after its last line: that day's end, or a usual pause of lines at random. */
  readonly mayGoOnUntil: number | null;
  /** Null where no line has a time. */
  readonly rhythm: LogRhythm | null;
  /** How many files of the log are left out, as they are of the other direction only. */
  readonly leftOut: number;
}

/** What one system's log can speak of: as a whole, of what came in, and of what went out. */
export interface LogCoverage extends LogView {
  readonly systemId: number;
  readonly system: string;
  readonly lines: number;
  readonly receipts: LogView;
  readonly sendings: LogView;
  /** Without what a person says of them. */
  readonly gaps: readonly CoverageGap[];
  /** Gaps in all of which a person says that the log was written. */
  readonly closedGaps: readonly CoverageGap[];
  readonly notes: readonly string[];
  /** Files in which only sendings or only receipts are logged. */
  readonly oneWay: readonly string[];
  readonly corrections: readonly CoverageCorrection[];
}

/**
 * For every system with a log, the intervals in which that log is known to have been written. A line proves
 * its own moment; a silence that the log's own rhythm makes unlikely is a gap; before the first line and
 * after the last nothing is known. What a person says goes over all of it.
 */
export function readCoverage(
  db: Database,
  /** Only these systems; without it, all. */
  only?: ReadonlySet<number>,
): ReadonlyMap<number, LogCoverage> {
  if (only?.size === 0) return new Map();
  const corrections = readCorrections(db);
  const notes = logEndNotes(db);
  const heartbeats = readHeartbeats(db);
  const zones = readZones(db);
  const silent = silentSources(db);
  const firstEvents = firstEventsOfLogs(db);
  const partsOf = readParts(db);
  const found = new Map<number, LogCoverage>();
  for (const { id, name, lines } of readLogs(db)) {
    if (only && !only.has(id)) continue;
    const said = corrections.get(id) ?? [];
    const numbered = missingNumbers(db, id, firstEvents.get(id) ?? []);
    const view = (presence: Presence, leftOut: number): LogView & { readonly gaps: readonly Gap[] } => {
      const rhythm = presence.first.length === 0 ? null : estimateRhythm(presence, heartbeats.get(id) ?? []);
      const zone = zones.get(id) ?? null;
      const gaps = rhythm ? [...findGaps(presence, rhythm, zone), ...numbered.gaps] : [];
      const first = presence.first[0] ?? null;
      const last = presence.last.at(-1) ?? null;
      const mayGoOnUntil = last === null || !rhythm ? last : probableEnd(last, rhythm, zone);
      let spans = new TimeSpans(first === null || last === null ? [] : [[first, last]]);
      for (const gap of gaps) spans = spans.with(gap.from, gap.to, false);
      return { spans: correctedBy(spans, said, gaps), first, last, mayGoOnUntil, rhythm, leftOut, gaps };
    };
    const parts = partsOf.get(id) ?? [];
    const whole = view(readPresence(db, parts), 0);
    const without = (sources: ReadonlySet<number>): LogView =>
      sources.size === 0
        ? whole
        : view(
            readPresence(
              db,
              parts.filter(([source]) => !sources.has(source)),
            ),
            sources.size,
          );
    const { ofReceipts, ofSendings } = silent.get(id) ?? speaksOfAll;
    found.set(id, {
      ...whole,
      systemId: id,
      system: name,
      lines,
      corrections: said,
      receipts: without(ofReceipts),
      sendings: without(ofSendings),
      ...gapsLeft(whole.gaps, said, whole.spans),
      notes: [...(notes.get(id) ?? []), ...(whole.rhythm ? numbered.notes : [])],
      oneWay: directionNotes(ofReceipts.size, ofSendings.size),
    });
  }
  return found;
}

const speaksOfAll: SilentSources = { ofReceipts: new Set(), ofSendings: new Set() };

function directionNotes(ofReceipts: number, ofSendings: number): readonly string[] {
  const files = (count: number): string => (count === 1 ? 'One file shows' : `${count} files show`);
  return [
    ...(ofReceipts > 0
      ? [`${files(ofReceipts)} only what was sent: nothing is said there of what arrived.`]
      : []),
    ...(ofSendings > 0
      ? [`${files(ofSendings)} only what arrived: nothing is said there of what was sent.`]
      : []),
  ];
}

export function coverageRows(db: Database): readonly CoverageRow[] {
  const files = readFiles(db);
  return [...readCoverage(db).values()]
    .sort((a, b) => (a.system < b.system ? -1 : 1))
    .map((log) => ({
      system: log.system,
      files: files.get(log.systemId) ?? [],
      lines: log.lines,
      from: log.first === null ? null : isoTime(log.first),
      to: log.last === null ? null : isoTime(log.last),
      rule: log.rhythm?.rule ?? 'no times',
      because: ruleText(log),
      noticesSeconds:
        log.rhythm && Number.isFinite(log.rhythm.noticesMicros)
          ? Math.round(log.rhythm.noticesMicros / 1e6)
          : null,
      confidence: confidenceOf(log),
      spans: log.spans.spans.map(([from, to]) => ({ from: isoTime(from), to: isoTime(to) })),
      gaps: log.gaps,
      closedGaps: log.closedGaps,
      notes: [...log.notes, ...log.oneWay],
      oneWay: log.oneWay,
      corrections: log.corrections,
    }));
}

function ruleText({ rhythm }: LogCoverage): string {
  if (!rhythm) return 'No line has a time: nobody can say when this log was being written.';
  const notices = spanText(rhythm.noticesMicros);
  switch (rhythm.rule) {
    case 'heartbeats':
      return `Heartbeats every ${spanText(rhythm.dueMicros)}: a silence of more than ${notices} is a gap.`;
    case 'regular':
      return `Its silences reach ${spanText(rhythm.dueMicros)} again and again and do not pass it: one of more than ${notices} is a gap.`;
    case 'rhythm':
      return `No heartbeats: by its usual lines for the hour and weekday, a silence of about ${notices} or more at an average time is a gap.`;
    case 'few lines':
      return 'Too few lines to know its rhythm: the time between its first and last line is taken as covered.';
  }
}

function confidenceOf({ rhythm }: LogCoverage): CoverageRow['confidence'] {
  if (!rhythm) return 'none';
  if (rhythm.rule === 'heartbeats' || rhythm.rule === 'regular') return 'high';
  return rhythm.rule === 'rhythm' && rhythm.noticesMicros < dayMicros ? 'medium' : 'low';
}

function readLogs(db: Database): readonly { id: number; name: string; lines: number }[] {
  return db.all(
    `SELECT d.system_id AS id, s.name, sum(d.events) AS lines
     FROM folded_day d JOIN activity a ON a.id = d.activity_id JOIN system s ON s.id = d.system_id
     WHERE a.kind <> 'held' GROUP BY d.system_id ORDER BY d.system_id`,
  );
}

function readFiles(db: Database): ReadonlyMap<number, readonly string[]> {
  const files = new Map<number, string[]>();
  const rows = db.all<{ id: number; name: string }>(
    `SELECT d.system_id AS id, s.name
     FROM (SELECT DISTINCT system_id, source_id FROM folded_day) d JOIN source s ON s.id = d.source_id
     WHERE s.kind <> 'extract' ORDER BY d.system_id, s.name, s.id`,
  );
  for (const { id, name } of rows) files.set(id, [...(files.get(id) ?? []), name]);
  return files;
}

function readHeartbeats(db: Database): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const found = new Map<number, [number, number][]>();
  const rows = db.all<{ id: number; day: number; events: number }>(
    `SELECT d.system_id AS id, d.day, sum(d.events) AS events
     FROM folded_day d JOIN activity a ON a.id = d.activity_id
     WHERE a.kind = 'heartbeat' AND d.day > -1000000 GROUP BY d.system_id, d.day ORDER BY d.system_id, d.day`,
  );
  for (const { id, day, events } of rows) {
    const days = found.get(id);
    if (days) days.push([day, events]);
    else found.set(id, [[day, events]]);
  }
  return found;
}

/** The zone whose clock a log is written by, where all its files say the same one. */
function readZones(db: Database): ReadonlyMap<number, ZoneClock> {
  const rows = db.all<{ id: number; zone: string | null }>(
    `SELECT p.system_id AS id, min(json_extract(s.mapping, '$.time.zone')) AS zone
     FROM (SELECT DISTINCT system_id, source_id FROM folded_day) p JOIN source s ON s.id = p.source_id
     GROUP BY p.system_id HAVING count(DISTINCT json_extract(s.mapping, '$.time.zone')) = 1`,
  );
  const zones = new Map<number, ZoneClock>();
  for (const { id, zone } of rows) {
    if (zone === null || zone === 'UTC') continue;
    try {
      zones.set(id, new ZoneClock(zone));
    } catch {
      // A zone that this runtime does not know only means that whole days are looked for in UTC alone.
    }
  }
  return zones;
}
