import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { eventsOfMessages, eventsOfRecords } from '../../store/events/postings/postings';
import { readCoverage } from '../coverage/coverage';
import { AliasClasses } from '../match/alias-classes';
import { eventCodes, flowOf, role, roleOf } from '../match/event-codes';
import { measureDelays } from '../match/flow-delays';
import { FlowIndex } from '../match/flow-index';
import { matchMessages } from '../match/match-messages';
import { isOpen, judgeKeys, matchGroup } from '../match/match-records';
import { byTime, createMatchState, type MatchState } from '../match/match-state';
import { dispose, groundOf } from './dispose';

/** What matching made of a few events, by event id. */
export interface SomeOutcomes {
  outcomeOf(event: number): number;
  partnerOf(event: number): number;
  /** Microseconds after a send at which its absence is an answer. */
  maximumDelayOf(from: number, to: number): number;
}

/**
 * Reckons the messages of one record alone, at once, for a case that has not been reconciled. The same rules
 * on fewer lines: without a flow's other messages its usual delay is not known, so an absence counts only
 * where the receiver's log covers the whole maximum delay.
 */
export function reckonSome(db: Database, estate: Estate, records: readonly number[]): SomeOutcomes {
  const flows = new FlowIndex(estate);
  const codeOf = eventCodes(db, flows);
  const rows = readLines(db, records);
  const size = rows.length + 1;
  const columns = {
    maxId: rows.length,
    time: new Float64Array(size).fill(Number.NaN),
    code: new Uint32Array(size),
    record: new Uint32Array(size),
  };
  const numbers = new Map<number, number>();
  const byMessage = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const number = index + 1;
    numbers.set(row.id, number);
    columns.time[number] = row.time ?? Number.NaN;
    columns.code[number] = codeOf(row.system ?? 0, row.peer ?? 0, row.activity);
    columns.record[number] = row.record ?? 0;
    if (row.message === null) return;
    const group = byMessage.get(row.message);
    if (group) group.push(number);
    else byMessage.set(row.message, [number]);
  });
  const state = createMatchState(
    columns,
    flows,
    new AliasClasses(db, records),
    (id) => rows[id - 1]?.attributes ?? 0,
  );
  const visit = matchMessages(state);
  for (const group of byMessage.values()) visit(Uint32Array.from(group), group.length);
  const keys = judgeKeys(state);
  const open = Array.from(numbers.values()).filter((number) => isOpen(state, keys, number));
  if (open.length > 0) matchGroup(state, keys, open, byTime(columns.time));
  const coverage = readCoverage(db, endsOfUnmatched(state));
  const delays = measureDelays(state);
  const grounds = flows.flows.map((flow, index) => {
    const own = delays[index];
    if (!own) throw new Error('every flow has its delays');
    return groundOf(flow, own, coverage);
  });
  const outcomes = dispose(state, grounds, { explains: () => false, words: new Map() });
  return {
    outcomeOf: (event) => outcomes[numbers.get(event) ?? 0] ?? 0,
    partnerOf: (event) => rows[(state.partner[numbers.get(event) ?? 0] ?? 0) - 1]?.id ?? 0,
    maximumDelayOf: (from, to) => delays[flows.find(from, to)]?.maximum ?? 0,
  };
}

/** Only where something is missing at one end does it matter what that end's log covers. */
function endsOfUnmatched(state: MatchState): ReadonlySet<number> {
  const { code, maxId } = state.columns;
  const ends = new Set<number>();
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (c === 0 || state.partner[id] !== 0) continue;
    const { from, to } = state.flows.at(flowOf(c));
    if (roleOf(c) === role.sent) ends.add(to).add(from);
    else if (roleOf(c) === role.received) ends.add(from);
  }
  return ends;
}

interface Line {
  readonly id: number;
  readonly time: number | null;
  readonly system: number | null;
  readonly peer: number | null;
  readonly activity: number;
  readonly record: number | null;
  readonly message: string | null;
  readonly attributes: number | null;
}

/** The lines of these records, and whatever else was logged of the same messages, in order of time. */
function readLines(db: Database, records: readonly number[]): readonly Line[] {
  const own = eventsOfRecords(db, records);
  const messages = db
    .all<{ message: string }>(
      'SELECT DISTINCT e.message FROM json_each(?) j JOIN event e ON e.id = j.value WHERE e.message IS NOT NULL',
      JSON.stringify(own),
    )
    .map(({ message }) => message);
  const wanted = new Set([...own, ...eventsOfMessages(db, messages)]);
  return db.all<Line>(
    `SELECT e.id, e.time, e.system_id AS system, e.peer_id AS peer, e.activity_id AS activity,
       e.record_id AS record, e.message, e.attributes_id AS attributes
     FROM json_each(?) j JOIN folded_event e ON e.id = j.value ORDER BY e.time, e.id`,
    JSON.stringify([...wanted]),
  );
}
