import type { EventColumns } from '../../store/events/event-columns';
import type { AliasClasses } from './alias-classes';
import type { FlowIndex } from './flow-index';

const minute = 60_000_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What matching found out of an event. */
export const mark = {
  /** A send: the same message had been sent before. */
  duplicate: 1,
  rejected: 2,
  filtered: 4,
  acknowledged: 8,
  /** The message id matches, the record does not. */
  weak: 16,
  /** A receipt: of a message that had been received already. A queued line: sent on since, or queued before. */
  again: 32,
  /** A refusal or filter that the receiver logged after its receipt: it overrules the receipt. */
  overrules: 64,
  /** The event has a message id, and that alone has not tied it at first sight. */
  hasMessage: 128,
} as const;

/** The windows of one flow, in microseconds. */
export interface FlowWindows {
  /** The declared maximum, else a day until the flow's own delays are measured. */
  readonly maximum: number;
  /** Longest wait for a receipt that is still of this sending. */
  readonly latest: number;
  /** A second send of the same id within this time is the same message; the longer one where the record agrees. */
  readonly repeat: number;
  readonly repeatOfRecord: number;
  /** The same where the id names many records: then the record comes round by chance too. */
  readonly repeatOfUsedId: number;
  /** Latest receipt by record alone. */
  readonly latestByRecord: number;
}

/** A receipt may stand before its send where clocks differ; by record alone only by as much as a clock change. */
export const skewTolerance = day;
export const skewToleranceByRecord = 2 * hour;

function windowsOf(maximumDelayMicros: number | null): FlowWindows {
  const maximum = maximumDelayMicros ?? day;
  return {
    maximum,
    latest: Math.max(2 * maximum, Math.min(30 * day, Math.max(7 * day, 20 * maximum))),
    repeat: Math.max(hour, 2 * maximum),
    repeatOfRecord: Math.max(30 * day, 2 * maximum),
    repeatOfUsedId: Math.min(Math.max(hour, 2 * maximum), 6 * hour),
    latestByRecord: Math.max(maximum, Math.min(14 * day, 10 * maximum)),
  };
}

/** Everything that matching reads and writes, by event id. */
export interface MatchState {
  readonly columns: EventColumns;
  readonly flows: FlowIndex;
  readonly aliases: AliasClasses;
  /** A send's receipt, a receipt's send; 0 for none. */
  readonly partner: Uint32Array;
  readonly marks: Uint8Array;
  windowsOf(flow: number): FlowWindows;
  /** Messages sent over one flow and received over another with one end in common, by "flow flow". */
  readonly strays: Map<string, number>;
  /** Lines that name no other end and were tied by record, by the flow they were taken to be of. */
  readonly namedByRecord: Map<number, number>;
  /** A number that two events share only where all their attributes agree; 0 for none. */
  attributesOf(id: number): number;
}

export function createMatchState(
  columns: EventColumns,
  flows: FlowIndex,
  aliases: AliasClasses,
  attributesOf: (id: number) => number,
): MatchState {
  const windows: (FlowWindows | undefined)[] = [];
  return {
    columns,
    flows,
    aliases,
    partner: new Uint32Array(columns.maxId + 1),
    marks: new Uint8Array(columns.maxId + 1),
    strays: new Map(),
    namedByRecord: new Map(),
    attributesOf,
    windowsOf: (flow) => {
      let found = windows[flow];
      if (!found) {
        found = windowsOf(flows.at(flow).terms.maximumDelayMicros);
        windows[flow] = found;
      }
      return found;
    },
  };
}

/** In order of time; without a time, and for equal times, in the order of the lines. */
export function byTime(time: Float64Array): (a: number, b: number) => number {
  return (a, b) => {
    const difference = (time[a] as number) - (time[b] as number);
    return difference === 0 || Number.isNaN(difference) ? a - b : difference;
  };
}

/** The record an event is of, by the one number that stands for all its identifiers; 0 for none. */
export function recordOf(state: MatchState, id: number): number {
  const record = state.columns.record[id] as number;
  return record === 0 ? 0 : state.aliases.representative(record);
}
