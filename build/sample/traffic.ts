import { drawLot, type Lot, type Outcome, settle } from './fate';
import { flowName, type Hop, type Message, type Sending } from './hop';
import { isCovered, type LogLine, type LogWindow } from './log-line';
import type { Random } from './random';

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
  const atSender = (event: LogLine['event'], at: number, hop: Hop, message: Message, error?: string): void =>
    write({ at, system: hop.from, event, peer: hop.to, ...(error && { error }), ...lineOf(message) });
  const atReceiver = (event: LogLine['event'], at: number, hop: Hop, message: Message): void =>
    write({ at, system: hop.to, event, peer: hop.from, ...lineOf(message) });

  const writeRefusal = (message: Message, hop: Hop, { fate, noteAt }: Outcome): void => {
    if (fate === 'rejected') {
      atSender('rejected', noteAt, hop, message, hop.rejectionText ?? 'refused: record not known');
    } else if (fate === 'filtered' && hop.filterLoggedBy === 'receiver') {
      atReceiver('filtered', noteAt, hop, message);
    } else if (fate === 'filtered') atSender('filtered', noteAt, hop, message);
  };

  const writeAnswer = (message: Message, hop: Hop, lot: Lot, { fate, receivedAt, noteAt }: Outcome): void => {
    if (receivedAt !== null) {
      atReceiver('received', receivedAt, hop, message);
      if (lot.isAcknowledged) atSender('acknowledged', receivedAt + 900, hop, message);
    } else if (fate === 'lost' && lot.isAcknowledgedLost) {
      atSender('acknowledged', noteAt, hop, message);
      emptyAcknowledgements.push({ flow: flowName(hop), message });
    }
  };

  const repeat = (message: Message, hop: Hop, lot: Lot, receivedAt: number, again: number): void => {
    atSender('sent', again, hop, message);
    sendings.push({ flow: flowName(hop), message, sentAt: again, fate: 'repeat', receivedAt: null });
    if (!hop.repeatsArrive) return;
    atReceiver('received', Math.max(again + lot.usualMs, receivedAt + 1000), hop, message);
  };

  const carry = (message: Message, hop: Hop, sentAt: number): number | null => {
    const flow = flowName(hop);
    const sender = windowOf(hop.from);
    const lot = drawLot(random, message, hop, sentAt);
    const outcome = settle(lot, hop, sentAt, sender, windowOf(hop.to));
    if (outcome === null) return null;
    const { fate, receivedAt } = outcome;

    atSender('sent', sentAt, hop, message);
    writeRefusal(message, hop, outcome);
    writeAnswer(message, hop, lot, outcome);
    if (!sender.isWritten) {
      if (receivedAt !== null) unexplained.set(flow, (unexplained.get(flow) ?? 0) + 1);
      return receivedAt;
    }
    sendings.push({ flow, message, sentAt, fate, receivedAt });
    if (lot.repeatAfterMs !== null && fate === 'arrived' && receivedAt !== null) {
      const again = sentAt + lot.repeatAfterMs;
      if (isCovered(again, sender)) repeat(message, hop, lot, receivedAt, again);
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
      atSender('queued', at, hop, message);
      if (isCovered(at, windowOf(hop.from))) queued.push({ flow: flowName(hop), message, at });
    },
    receiveExtra: (message, hop, at) => {
      if (!isCovered(at, windowOf(hop.to))) return;
      atReceiver('received', at, hop, message);
      extras.set(flowName(hop), (extras.get(flowName(hop)) ?? 0) + 1);
    },
  };
}

const lineOf = (message: Message) => ({
  message: message.id,
  record: message.record,
  attributes: message.attributes,
});
