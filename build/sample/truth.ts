import { flowName, type Hop, type Sending } from './hop';
import { isCovered, isInGap, type LogLine, type LogWindow } from './log-line';
import type { Traffic } from './traffic';

export interface FlowTruth {
  from: string;
  to: string;
  sent: number;
  delivered: number;
  late: number;
  duplicate: number;
  rejected: number;
  filtered: number;
  pending: number;
  lost: number;
  unobservable: number;
  /** Message ids, sorted. */
  lost_ids: string[];
  /** Records of the lost, sorted, for logs without message ids. */
  lost_records: string[];
}

/** What a right investigation of a made-up estate finds, from what the generator did, never from its logs. */
export interface Truth {
  flows: Record<string, FlowTruth>;
  stuck_queue: string[];
  extra: Record<string, number>;
  undeclared_flows: [string, string][];
  silent_flows: [string, string][];
  planned_flows: [string, string][];
  retired_flows: [string, string][];
  /** Flows whose records do not map one to one: their counts are not comparable. */
  aggregated_flows: [string, string][];
  no_owner_systems: string[];
  no_controller_datasets: string[];
  onset: Record<string, string>;
  pattern: Record<string, Record<string, string>>;
  /** Flows that lose at random: no pattern and no onset may be reported. */
  random_losses: string[];
  gap: Record<string, [string, string]>;
  /** Seconds by which a system's clock runs ahead. */
  clocks_ahead: Record<string, number>;
  start: string;
  end: string;
  /** A file: its data rows, and how many of them no reader can use. */
  files: Record<string, { rows: number; rejected: number }>;
  [more: string]: unknown;
}

/**
 * Counts each sending once. Only here does it matter what a log can show: what arrived in a gap of the
 * receiver's log, or long after that log was cut off, is unobservable; what could still have arrived when
 * the log ended is pending.
 */
export function flowTruths(
  traffic: Traffic,
  hops: readonly Hop[],
  windows: ReadonlyMap<string, LogWindow>,
  /** When the whole estate's logs were taken: a log that ends before was cut off. */
  takenAt: number,
): Record<string, FlowTruth> {
  const ends = lastLines(traffic.lines, windows);
  const truths: Record<string, FlowTruth> = {};
  const hopOf = new Map(hops.map((hop) => [flowName(hop), hop]));
  for (const sending of traffic.sendings) {
    const hop = hopOf.get(sending.flow);
    if (!hop) continue;
    let truth = truths[sending.flow];
    if (!truth) {
      truth = emptyTruth(hop);
      truths[sending.flow] = truth;
    }
    const window = windows.get(hop.to);
    const disposition = window
      ? dispositionOf(sending, hop, window, ends.get(hop.to) ?? 0, takenAt)
      : 'unobservable';
    truth.sent += 1;
    truth[disposition] += 1;
    if (disposition === 'lost') {
      truth.lost_ids.push(sending.message.id);
      truth.lost_records.push(sending.message.record);
    }
  }
  for (const truth of Object.values(truths)) {
    truth.lost_ids.sort();
    truth.lost_records.sort();
  }
  return Object.fromEntries(Object.entries(truths).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Counted = Exclude<keyof FlowTruth, 'from' | 'to' | 'sent' | 'lost_ids' | 'lost_records'>;

function dispositionOf(
  sending: Sending,
  hop: Hop,
  receiver: LogWindow,
  receiverEnd: number,
  takenAt: number,
): Counted {
  if (sending.fate === 'repeat') return 'duplicate';
  if (sending.fate === 'filtered') return 'filtered';
  if (sending.receivedAt !== null && isCovered(sending.receivedAt, receiver)) {
    const delay = sending.receivedAt - sending.sentAt;
    return hop.maximumDelayMs !== null && delay > hop.maximumDelayMs ? 'late' : 'delivered';
  }
  // Refused by all that can be seen, even where it arrived later in a gap.
  if (sending.fate === 'rejected') return 'rejected';
  if (!receiver.isWritten || isInGap(sending.sentAt, receiver)) return 'unobservable';
  if (sending.receivedAt !== null && isInGap(sending.receivedAt, receiver)) return 'unobservable';
  if (sending.sentAt >= receiver.to && receiver.to < takenAt) return 'unobservable';
  const limit = hop.maximumDelayMs ?? hop.delayMs[1];
  if (sending.receivedAt !== null || sending.sentAt + limit > receiverEnd) return 'pending';
  return 'lost';
}

function lastLines(lines: readonly LogLine[], windows: ReadonlyMap<string, LogWindow>): Map<string, number> {
  const last = new Map<string, number>();
  // Heartbeats are written beside the traffic (log-file.ts): with them a log shows its last second.
  for (const [system, window] of windows) {
    if (window.isWritten && window.heartbeatMs !== null) last.set(system, window.to - 1000);
  }
  for (const line of lines) {
    const trueTime = line.at - (windows.get(line.system)?.clockAheadMs ?? 0);
    if (trueTime > (last.get(line.system) ?? Number.NEGATIVE_INFINITY)) last.set(line.system, trueTime);
  }
  return last;
}

function emptyTruth(hop: Hop): FlowTruth {
  return {
    from: hop.from,
    to: hop.to,
    sent: 0,
    delivered: 0,
    late: 0,
    duplicate: 0,
    rejected: 0,
    filtered: 0,
    pending: 0,
    lost: 0,
    unobservable: 0,
    lost_ids: [],
    lost_records: [],
  };
}

/** The sum of a flow's dispositions: always what was sent. */
export function dispositionsOf(flow: FlowTruth): number {
  return (
    flow.delivered +
    flow.late +
    flow.duplicate +
    flow.rejected +
    flow.filtered +
    flow.pending +
    flow.lost +
    flow.unobservable
  );
}
