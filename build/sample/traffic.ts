import { isCovered, isInGap, type LogLine, type LogWindow } from './log-line';
import type { Random } from './random';
import { hourMs } from './time-text';

/** A message on its way: the same id and record on every hop. */
export interface Message {
  readonly id: string;
  readonly record: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What really happened to one sending, whatever the logs can show of it. */
export type Fate = 'arrived' | 'lost' | 'rejected' | 'filtered' | 'repeat';

export interface Sending {
  readonly flow: string;
  readonly message: Message;
  readonly sentAt: number;
  readonly fate: Fate;
  /** When it arrived: for the fate `arrived`, and for what was refused and put in by hand later. */
  readonly receivedAt: number | null;
}

/** From `from` on (until `until`), what `where` matches is lost at `rate`. */
export interface LossSpell {
  readonly from: number;
  readonly until?: number;
  readonly rate: number;
  readonly where?: Readonly<Record<string, string>>;
}

export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Declared in the inventory; null: not declared, so the flow's own delays are the yardstick. */
  readonly maximumDelayMs: number | null;
  /** Usual delays lie between these. */
  readonly delayMs: readonly [from: number, to: number];
  readonly losses?: readonly LossSpell[];
  readonly lateRate?: number;
  readonly duplicateRate?: number;
  /** The receiver logs the second copy as well. */
  readonly repeatsArrive?: boolean;
  readonly rejectRate?: number;
  /** A rejected message is put in by hand later, with no new line at the sender. */
  readonly rejectedArriveLater?: boolean;
  readonly filterRate?: number;
  /** Who logs that a message was withheld. */
  readonly filterLoggedBy?: 'sender' | 'receiver';
  readonly ackRate?: number;
  /** Acknowledged although nothing arrived: an acknowledgement is a claim. */
  readonly ackLostRate?: number;
  readonly rejectionText?: string;
}

/** Collects the lines and the ledger of what happened while messages are carried over hops. */
export interface Traffic {
  readonly lines: readonly LogLine[];
  readonly sendings: readonly Sending[];
  /** Receipts that nothing sent, a flow. */
  readonly extras: ReadonlyMap<string, number>;
  /** Receipts whose sender keeps no log, a flow. */
  readonly unexplained: ReadonlyMap<string, number>;
  readonly queued: readonly { readonly flow: string; readonly message: Message; readonly at: number }[];
  /** Acknowledged, and lost all the same. */
  readonly emptyAcknowledgements: readonly { readonly flow: string; readonly message: Message }[];
  /** Sends the message; gives the moment of arrival, or null where it did not arrive. */
  carry(message: Message, hop: Hop, sentAt: number): number | null;
  queue(message: Message, hop: Hop, at: number): void;
  receiveExtra(message: Message, hop: Hop, at: number): void;
  write(line: LogLine): void;
}

export const flowName = (hop: { readonly from: string; readonly to: string }) => `${hop.from} > ${hop.to}`;

/** Nothing is sent to a system for this long after the end of its log. */
const graceMs = 3 * hourMs;

export function createTraffic(random: Random, windows: ReadonlyMap<string, LogWindow>): Traffic {
  const lines: LogLine[] = [];
  const sendings: Sending[] = [];
  const extras = new Map<string, number>();
  const unexplained = new Map<string, number>();
  const emptyAcknowledgements: { flow: string; message: Message }[] = [];
  const queued: { flow: string; message: Message; at: number }[] = [];

  const windowOf = (system: string): LogWindow => {
    const window = windows.get(system);
    if (!window) throw new Error(`no log window for ${system}`);
    return window;
  };
  /** Writes the line if the system's log shows that moment. Coverage is of true time, the text of its clock. */
  const write = (line: LogLine): void => {
    const window = windowOf(line.system);
    if (!isCovered(line.at, window)) return;
    lines.push(window.clockAheadMs ? { ...line, at: line.at + window.clockAheadMs } : line);
  };
  const lineOf = (message: Message) => ({
    message: message.id,
    record: message.record,
    attributes: message.attributes,
  });

  const chooseFate = (message: Message, hop: Hop, sentAt: number): Exclude<Fate, 'repeat'> => {
    // Each is drawn every time, so that switching one fault off leaves the others where they were.
    const isLost = (hop.losses ?? []).map(
      (spell) => random.chance(spell.rate) && applies(spell, message, sentAt),
    );
    const isRejected = random.chance(hop.rejectRate ?? 0);
    const isFiltered = random.chance(hop.filterRate ?? 0);
    if (isFiltered) return 'filtered';
    if (isRejected) return 'rejected';
    return isLost.includes(true) ? 'lost' : 'arrived';
  };

  const carry = (message: Message, hop: Hop, sentAt: number): number | null => {
    const flow = flowName(hop);
    const sender = windowOf(hop.from);
    const receiver = windowOf(hop.to);
    // Drawn first and always, for the same reason as in chooseFate.
    let fate: Fate = chooseFate(message, hop, sentAt);
    const usualMs = Math.round(random.between(...hop.delayMs));
    const isLate = random.chance(hop.lateRate ?? 0);
    const isRepeated = random.chance(hop.duplicateRate ?? 0);
    const repeatAfterMs = random.integer(5_000, 90_000);
    const lateMs = Math.round((hop.maximumDelayMs ?? 0) * random.between(3, 8));
    const isAcknowledged = random.chance(hop.ackRate ?? 0);
    const isAcknowledgedLost = random.chance(hop.ackLostRate ?? 0);

    // A system whose log is missing for a spell is taken to have sent nothing meanwhile.
    if (sender.isWritten && !isCovered(sentAt, sender)) return null;
    // How long after its last line a log may still be thought to go on is a matter of opinion.
    if (sentAt >= receiver.to && sentAt < receiver.to + graceMs) return null;
    const noteAt = sentAt + Math.min(usualMs, 60_000);
    // What would be lost where no log could prove it is not sent at all: its absence can mislead nobody.
    if (fate === 'lost' && !isLossCertain(hop, sentAt, receiver)) return null;
    if (fate !== 'arrived' && !isPlain(hop, sentAt, receiver)) fate = 'arrived';
    const noteTaker = fate === 'filtered' && hop.filterLoggedBy === 'receiver' ? receiver : sender;
    if ((fate === 'rejected' || fate === 'filtered') && !isCovered(noteAt, noteTaker)) fate = 'arrived';
    let receivedAt: number | null = null;
    if (fate === 'arrived' || (fate === 'rejected' && hop.rejectedArriveLater)) {
      const isLateShown =
        isLate && hop.maximumDelayMs !== null && isShownWhole(sentAt, sentAt + lateMs, receiver);
      receivedAt = sentAt + (isLateShown ? lateMs : delayOutsideGap(sentAt, usualMs, receiver));
    }

    write({ at: sentAt, system: hop.from, event: 'sent', peer: hop.to, ...lineOf(message) });
    if (fate === 'rejected') {
      const error = hop.rejectionText ?? 'refused: record not known';
      write({ at: noteAt, system: hop.from, event: 'rejected', peer: hop.to, error, ...lineOf(message) });
      if (receivedAt !== null) receivedAt = Math.max(receivedAt, noteAt + 5_000);
    } else if (fate === 'filtered') {
      const [system, peer] = hop.filterLoggedBy === 'receiver' ? [hop.to, hop.from] : [hop.from, hop.to];
      write({ at: noteAt, system, event: 'filtered', peer, ...lineOf(message) });
    }
    if (receivedAt !== null) {
      write({ at: receivedAt, system: hop.to, event: 'received', peer: hop.from, ...lineOf(message) });
      if (isAcknowledged) {
        write({
          at: receivedAt + 900,
          system: hop.from,
          event: 'acknowledged',
          peer: hop.to,
          ...lineOf(message),
        });
      }
    }
    if (fate === 'lost' && isAcknowledgedLost) {
      write({ at: noteAt, system: hop.from, event: 'acknowledged', peer: hop.to, ...lineOf(message) });
      emptyAcknowledgements.push({ flow, message });
    }
    if (!sender.isWritten) {
      if (receivedAt !== null) unexplained.set(flow, (unexplained.get(flow) ?? 0) + 1);
      return receivedAt;
    }
    sendings.push({ flow, message, sentAt, fate, receivedAt });
    if (isRepeated && fate === 'arrived' && isCovered(sentAt + repeatAfterMs, sender)) {
      const again = sentAt + repeatAfterMs;
      write({ at: again, system: hop.from, event: 'sent', peer: hop.to, ...lineOf(message) });
      sendings.push({ flow, message, sentAt: again, fate: 'repeat', receivedAt: null });
      if (hop.repeatsArrive && receivedAt !== null) {
        const at = Math.max(again + usualMs, receivedAt + 1000);
        write({ at, system: hop.to, event: 'received', peer: hop.from, ...lineOf(message) });
      }
    }
    return receivedAt;
  };

  return {
    lines,
    sendings,
    extras,
    unexplained,
    queued,
    emptyAcknowledgements,
    carry,
    write,
    queue: (message, hop, at) => {
      write({ at, system: hop.from, event: 'queued', peer: hop.to, ...lineOf(message) });
      if (isCovered(at, windowOf(hop.from))) queued.push({ flow: flowName(hop), message, at });
    },
    receiveExtra: (message, hop, at) => {
      if (!isCovered(at, windowOf(hop.to))) return;
      write({ at, system: hop.to, event: 'received', peer: hop.from, ...lineOf(message) });
      extras.set(flowName(hop), (extras.get(flowName(hop)) ?? 0) + 1);
    },
  };
}

function applies(spell: LossSpell, message: Message, at: number): boolean {
  if (at < spell.from || at >= (spell.until ?? Number.POSITIVE_INFINITY)) return false;
  return Object.entries(spell.where ?? {}).every(([name, value]) => message.attributes[name] === value);
}

/**
 * A loss can be proved where the whole time in which a receipt would count lies in one gap or outside all,
 * well inside the log where nothing but its own traffic shows that it was being written, and, without a
 * declared limit, not so near the end that it is "pending" by one measure and "lost" by another.
 */
function isLossCertain(hop: Hop, sentAt: number, receiver: LogWindow): boolean {
  const marginMs = receiver.heartbeatMs === null ? 12 * hourMs : 0;
  const limitMs = hop.maximumDelayMs ?? hop.delayMs[1] * 20;
  if (marginMs > 0 && (sentAt < receiver.from + marginMs || sentAt + limitMs + marginMs > receiver.to))
    return false;
  if (hop.maximumDelayMs === null && sentAt + limitMs > receiver.to) return false;
  return isInGap(sentAt, receiver) || !spansGap(sentAt - marginMs, sentAt + limitMs + marginMs, receiver);
}

/** True where both moments and all between are in the log. */
function isShownWhole(from: number, to: number, window: LogWindow): boolean {
  return isCovered(from, window) && isCovered(to, window) && !spansGap(from, to, window);
}

/** What is sent just before a gap arrives before it: otherwise nobody could say whether it was lost. */
function delayOutsideGap(sentAt: number, delayMs: number, window: LogWindow): number {
  if (isInGap(sentAt, window)) return delayMs;
  const gap = window.gaps.find(([from, to]) => sentAt + delayMs >= from && sentAt + delayMs < to);
  return gap ? Math.max(1, Math.floor((gap[0] - sentAt) / 2)) : delayMs;
}

/** True where the whole time in which a receipt would count lies either in a gap or outside every gap. */
function isPlain(hop: Hop, sentAt: number, receiver: LogWindow): boolean {
  const limit = hop.maximumDelayMs ?? hop.delayMs[1] * 20;
  return isInGap(sentAt, receiver) || !spansGap(sentAt, sentAt + limit, receiver);
}

function spansGap(from: number, to: number, window: LogWindow): boolean {
  return window.gaps.some(([start, end]) => from < end && to >= start);
}
