import type { Hop } from './hop';
import { isCovered, isInGap, type LogWindow } from './log-line';
import { hourMs } from './time-text';

/**
 * A loss can be proved where the whole time in which a receipt would count lies in one gap or outside all,
 * well inside the log where nothing but its own traffic shows that it was being written, and, without a
 * declared limit, not so near the end that it is "pending" by one measure and "lost" by another.
 */
export function isLossCertain(hop: Hop, sentAt: number, receiver: LogWindow): boolean {
  const marginMs = receiver.heartbeatMs === null ? 12 * hourMs : 0;
  const limitMs = hop.maximumDelayMs ?? hop.delayMs[1] * 20;
  if (marginMs > 0 && (sentAt < receiver.from + marginMs || sentAt + limitMs + marginMs > receiver.to))
    return false;
  if (hop.maximumDelayMs === null && sentAt + limitMs > receiver.to) return false;
  return isInGap(sentAt, receiver) || !spansGap(sentAt - marginMs, sentAt + limitMs + marginMs, receiver);
}

/** True where both moments and all between are in the log. */
export function isShownWhole(from: number, to: number, window: LogWindow): boolean {
  return isCovered(from, window) && isCovered(to, window) && !spansGap(from, to, window);
}

/** What is sent just before a gap arrives before it: otherwise nobody could say whether it was lost. */
export function delayOutsideGap(sentAt: number, delayMs: number, window: LogWindow): number {
  if (isInGap(sentAt, window)) return delayMs;
  const gap = window.gaps.find(([from, to]) => sentAt + delayMs >= from && sentAt + delayMs < to);
  return gap ? Math.max(1, Math.floor((gap[0] - sentAt) / 2)) : delayMs;
}

/** True where the whole time in which a receipt would count lies either in a gap or outside every gap. */
export function isPlain(hop: Hop, sentAt: number, receiver: LogWindow): boolean {
  const limit = hop.maximumDelayMs ?? hop.delayMs[1] * 20;
  return isInGap(sentAt, receiver) || !spansGap(sentAt, sentAt + limit, receiver);
}

function spansGap(from: number, to: number, window: LogWindow): boolean {
  return window.gaps.some(([start, end]) => from < end && to >= start);
}
