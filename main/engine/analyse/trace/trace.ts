import type { EvidenceLine } from '../../../../shared/contract/analysis-methods';
import type { Proof, Trace, TraceEvent, TraceHop } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { EventKind } from '../../../../shared/model/vocabulary';
import type { OpenCase } from '../../store/case-file';
import type { Database } from '../../store/database';
import { eventsOfRecords } from '../../store/events/postings/postings';
import { findRecords, withAliases } from '../../store/records/find-record';
import { showRecordKey } from '../../store/records/record-identifier';
import { isoTimeOrNull } from '../moments';
import { acknowledgedBit, dispositionWord, outcome } from '../reconcile/dispose';
import { systemNames, unnamed } from '../reconcile/flow-name';
import { reckonSome, type SomeOutcomes } from '../reconcile/reckon-some';
import { isReconciled, reconciliation } from '../reconcile/reconciliation';

/** Lines that prove that the record was where they were written. An acknowledgement is only a claim. */
const proving: ReadonlySet<EventKind> = new Set([
  'sent',
  'received',
  'filed',
  'held',
  'queued',
  'transformed',
  'step',
  'filtered',
]);

/**
 * Events that are reconciled in about a second. A record's lines alone do not show its flows' usual delays, so
 * what they say is more careful: where all lines are few, the answer is the same whenever it is asked.
 */
const soonReconciled = 1_000_000;

interface Line {
  readonly id: number;
  readonly time: number | null;
  readonly system: number | null;
  readonly peer: number | null;
  readonly activity: string;
  readonly kind: EventKind;
  readonly message: string | null;
  readonly key: string | Buffer;
  readonly sourceId: number;
  readonly file: string;
  readonly line: number;
}

/**
 * One record's whole journey, through every identifier that crosswalks tie to it: its lines in order of time
 * (equal times in the order of the lines), its hops with what became of each, and the last line that proves
 * it present and the first absence that a log proves.
 */
export function trace(
  openCase: OpenCase,
  estate: Estate,
  text: string,
  options: {
    readonly limit?: number | undefined;
    /** A case of no more events is reconciled first where that is still to do. */
    readonly reconcileUpTo?: number;
  } = {},
): Trace {
  const { db } = openCase;
  const asked = findRecords(openCase, text);
  const records = withAliases(openCase, asked);
  const lines = readLines(db, records);
  const outcomes =
    isReconciled(db) || countUpTo(db) <= (options.reconcileUpTo ?? soonReconciled)
      ? reconciliation(db, estate)
      : reckonSome(db, estate, records);
  const names = systemNames(db);
  const shown = shownKeys(db, records);
  const hops = lines.flatMap((line) => hopOf(db, line, outcomes, names));
  return {
    record: shown.get(asked[0] ?? 0) ?? text,
    aliases: records.filter((id) => id !== asked[0]).map((id) => shown.get(id) ?? ''),
    events: lines.slice(0, options.limit ?? 10_000).map((line) => eventOf(line, names)),
    eventCount: lines.length,
    hops: hops.slice(0, options.limit ?? 10_000).map(({ line: _line, ...hop }) => hop),
    lastProvedAt: lastProof(lines, names),
    firstProvedAbsent: firstAbsence(lines, hops, outcomes, names),
  };
}

const countUpTo = (db: Database): number =>
  db.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0;

function readLines(db: Database, records: readonly number[]): readonly Line[] {
  return db.all<Line>(
    `SELECT e.id, e.time, e.system_id AS system, e.peer_id AS peer, a.name AS activity, a.kind, e.message,
       r.key, e.source_id AS sourceId, s.name AS file, e.line
     FROM json_each(?) j JOIN folded_event e ON e.id = j.value JOIN record r ON r.id = e.record_id
     JOIN activity a ON a.id = e.activity_id JOIN source s ON s.id = e.source_id
     ORDER BY e.time IS NULL, e.time, e.id`,
    JSON.stringify(eventsOfRecords(db, records)),
  );
}

function shownKeys(db: Database, records: readonly number[]): ReadonlyMap<number, string> {
  const rows = db.all<{ id: number; key: string | Buffer }>(
    'SELECT r.id, r.key FROM json_each(?) j JOIN record r ON r.id = j.value',
    JSON.stringify(records),
  );
  return new Map(rows.map(({ id, key }) => [id, showRecordKey(key)]));
}

function eventOf(line: Line, names: ReadonlyMap<number, string>): TraceEvent {
  return {
    time: isoTimeOrNull(line.time),
    system: line.system === null ? null : (names.get(line.system) ?? null),
    event: line.activity,
    kind: line.kind,
    peer: line.peer === null ? null : (names.get(line.peer) ?? null),
    message: line.message,
    record: showRecordKey(line.key),
    sourceId: line.sourceId,
    file: line.file,
    line: line.line,
  };
}

type Hop = TraceHop & { readonly line: Line };

/** What a line says of a hop: each send, each receipt that no send explains, each queue never left. */
function hopOf(
  db: Database,
  line: Line,
  outcomes: SomeOutcomes,
  names: ReadonlyMap<number, string>,
): readonly Hop[] {
  const result = outcomes.outcomeOf(line.id) & ~acknowledgedBit;
  const partner = outcomes.partnerOf(line.id);
  const other = partner === 0 ? undefined : endOf(db, partner);
  const writer = names.get(line.system ?? 0) ?? unnamed;
  const peer = names.get(line.peer ?? other?.system ?? 0) ?? unnamed;
  const at = isoTimeOrNull(line.time);
  const own: EvidenceLine = { file: line.file, line: line.line };
  if (line.kind === 'sent') {
    const disposition = dispositionWord(result);
    if (!disposition) return [];
    const receipt = disposition === 'delivered' || disposition === 'late' ? other : undefined;
    const why = sentWords[disposition](peer);
    return [
      {
        from: writer,
        to: peer,
        message: line.message,
        disposition,
        sentAt: at,
        receivedAt: isoTimeOrNull(receipt?.time ?? null),
        why,
        evidence: receipt === undefined ? [own] : [own, { file: receipt.file, line: receipt.line }],
        line,
      },
    ];
  }
  const shape = { message: line.message, sentAt: null, receivedAt: at, evidence: [own], line };
  if (line.kind === 'received' && result === outcome.extra) {
    const why = `Nothing in the log of ${peer}, which covers that time, explains this receipt.`;
    return [{ ...shape, from: peer, to: writer, disposition: 'extra', why }];
  }
  if (line.kind === 'received' && result === outcome.unexplained) {
    const why = `The log of ${peer} does not show that time, so its send cannot be seen.`;
    return [{ ...shape, from: peer, to: writer, disposition: 'unobservable', why }];
  }
  if (line.kind === 'queued' && result === outcome.stuck) {
    const why = `Queued at ${writer}; no line shows it sent on.`;
    return [{ ...shape, from: writer, to: peer, disposition: 'queued', receivedAt: null, why }];
  }
  return [];
}

const sentWords = {
  delivered: (to: string) => `${to} logged its receipt.`,
  late: (to: string) => `${to} logged its receipt, after more than the maximum delay.`,
  duplicate: () => 'The same message had been sent before.',
  rejected: (to: string) => `A refusal is logged, and no later receipt at ${to}.`,
  filtered: () => 'Withheld by a rule.',
  pending: (to: string) =>
    `No receipt is logged at ${to} yet, whose log ends before the maximum delay had passed.`,
  lost: (to: string) => `No receipt is logged at ${to}, whose log was being written when it was due.`,
  unobservable: (to: string) => `No receipt is logged, and no log of ${to} covers the time when it was due.`,
} as const;

interface OtherEnd {
  readonly time: number | null;
  readonly system: number | null;
  readonly file: string;
  readonly line: number;
}

function endOf(db: Database, event: number): OtherEnd | undefined {
  return db.get(
    `SELECT e.time, e.system_id AS system, s.name AS file, e.line
     FROM folded_event e JOIN source s ON s.id = e.source_id WHERE e.id = ?`,
    event,
  );
}

function lastProof(lines: readonly Line[], names: ReadonlyMap<number, string>): Proof | null {
  const timed = lines.filter((line) => line.time !== null && line.system !== null && proving.has(line.kind));
  const line = timed.at(-1) ?? lines.findLast(({ system, kind }) => system !== null && proving.has(kind));
  if (!line) return null;
  const system = names.get(line.system ?? 0) ?? unnamed;
  return {
    of: 'record',
    system,
    at: isoTimeOrNull(line.time),
    because: `${system} logged "${line.activity}".`,
    file: line.file,
    line: line.line,
  };
}

/** The first deletion that is logged, or the first hop whose receiver's log proves that nothing came. */
function firstAbsence(
  lines: readonly Line[],
  hops: readonly Hop[],
  outcomes: SomeOutcomes,
  names: ReadonlyMap<number, string>,
): Proof | null {
  const lost = hops.find(({ disposition }) => disposition === 'lost');
  const deleted = lines.find(({ kind, system }) => kind === 'deleted' && system !== null);
  const isDeletedFirst =
    deleted &&
    (!lost || (deleted.time ?? Number.POSITIVE_INFINITY) < (lost.line.time ?? Number.POSITIVE_INFINITY));
  if (isDeletedFirst) {
    const system = names.get(deleted.system ?? 0) ?? unnamed;
    return {
      of: 'record',
      system,
      at: isoTimeOrNull(deleted.time),
      because: `${system} logged "${deleted.activity}".`,
      file: deleted.file,
      line: deleted.line,
    };
  }
  if (!lost) return null;
  const { time, system: from, peer: to } = lost.line;
  const isThere = lines.some(({ system, kind }) => system === to && to !== null && proving.has(kind));
  return {
    of: isThere ? 'message' : 'record',
    system: lost.to,
    at: isoTimeOrNull(time === null ? null : time + outcomes.maximumDelayOf(from ?? 0, to ?? 0)),
    because: `${lost.from} sent ${isThere ? 'a message about it' : 'it'} at ${lost.sentAt}, and by then it should have arrived. ${lost.why}`,
    file: lost.line.file,
    line: lost.line.line,
  };
}
