import type { Fate, Hop, LossSpell, Message } from './hop';
import { isCovered, type LogWindow } from './log-line';
import { delayOutsideGap, isLossCertain, isPlain, isShownWhole } from './provable';
import type { Random } from './random';
import { hourMs } from './time-text';

/** What chance has in store for one sending, before it is asked what the logs could show of it. */
export interface Lot {
  readonly fate: Exclude<Fate, 'repeat'>;
  readonly usualMs: number;
  readonly lateMs: number;
  readonly isLate: boolean;
  /** How long after the first a second copy is sent; null: none is. */
  readonly repeatAfterMs: number | null;
  readonly isAcknowledged: boolean;
  readonly isAcknowledgedLost: boolean;
}

/** What becomes of a sending; `receivedAt` is null where it does not arrive. */
export interface Outcome {
  readonly fate: Exclude<Fate, 'repeat'>;
  readonly receivedAt: number | null;
  /** When a refusal or a withholding is noted. */
  readonly noteAt: number;
}

/** Nothing is sent to a system for this long after the end of its log. */
const graceMs = 3 * hourMs;

/** Draws all that chance decides, each every time, so that switching one fault off leaves the others where they were. */
export function drawLot(random: Random, message: Message, hop: Hop, sentAt: number): Lot {
  const fate = drawFate(random, message, hop, sentAt);
  const usualMs = Math.round(random.between(...hop.delayMs));
  const isLate = random.chance(hop.lateRate ?? 0);
  const isRepeated = random.chance(hop.duplicateRate ?? 0);
  const repeatAfterMs = random.integer(5_000, 90_000);
  const lateMs = Math.round((hop.maximumDelayMs ?? 0) * random.between(3, 8));
  const isAcknowledged = random.chance(hop.ackRate ?? 0);
  const isAcknowledgedLost = random.chance(hop.ackLostRate ?? 0);
  return {
    fate,
    usualMs,
    lateMs,
    isLate,
    repeatAfterMs: isRepeated ? repeatAfterMs : null,
    isAcknowledged,
    isAcknowledgedLost,
  };
}

function drawFate(random: Random, message: Message, hop: Hop, sentAt: number): Lot['fate'] {
  const isLost = (hop.losses ?? []).map(
    (spell) => random.chance(spell.rate) && applies(spell, message, sentAt),
  );
  const isRejected = random.chance(hop.rejectRate ?? 0);
  const isFiltered = random.chance(hop.filterRate ?? 0);
  if (isFiltered) return 'filtered';
  if (isRejected) return 'rejected';
  return isLost.includes(true) ? 'lost' : 'arrived';
}

/**
 * Settles what becomes of the sending, so that the logs can tell it apart from everything else; null: nothing is
 * sent, because no reader of the logs could know what became of it.
 */
export function settle(
  lot: Lot,
  hop: Hop,
  sentAt: number,
  sender: LogWindow,
  receiver: LogWindow,
): Outcome | null {
  // A system whose log is missing for a spell is taken to have sent nothing meanwhile.
  if (sender.isWritten && !isCovered(sentAt, sender)) return null;
  // How long after its last line a log may still be thought to go on is a matter of opinion.
  if (sentAt >= receiver.to && sentAt < receiver.to + graceMs) return null;
  // What would be lost where no log could prove it is not sent at all: its absence can mislead nobody.
  if (lot.fate === 'lost' && !isLossCertain(hop, sentAt, receiver)) return null;
  const noteAt = sentAt + Math.min(lot.usualMs, 60_000);
  const noteTaker = lot.fate === 'filtered' && hop.filterLoggedBy === 'receiver' ? receiver : sender;
  const isNoted = lot.fate === 'rejected' || lot.fate === 'filtered';
  const isShown = isPlain(hop, sentAt, receiver) && !(isNoted && !isCovered(noteAt, noteTaker));
  const fate = isShown ? lot.fate : 'arrived';
  if (fate === 'arrived') return { fate, receivedAt: arrival(lot, hop, sentAt, receiver), noteAt };
  if (fate !== 'rejected' || !hop.rejectedArriveLater) return { fate, receivedAt: null, noteAt };
  return { fate, receivedAt: Math.max(arrival(lot, hop, sentAt, receiver), noteAt + 5_000), noteAt };
}

function arrival(lot: Lot, hop: Hop, sentAt: number, receiver: LogWindow): number {
  const isLateShown =
    lot.isLate && hop.maximumDelayMs !== null && isShownWhole(sentAt, sentAt + lot.lateMs, receiver);
  return sentAt + (isLateShown ? lot.lateMs : delayOutsideGap(sentAt, lot.usualMs, receiver));
}

function applies(spell: LossSpell, message: Message, at: number): boolean {
  if (at < spell.from || at >= (spell.until ?? Number.POSITIVE_INFINITY)) return false;
  return Object.entries(spell.where ?? {}).every(([name, value]) => message.attributes[name] === value);
}
