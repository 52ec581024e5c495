/** A made-up line of a system's log, before it is written in that system's own style. Times are milliseconds UTC. */
export interface LogLine {
  readonly at: number;
  /** Who wrote it. */
  readonly system: string;
  readonly event: 'sent' | 'received' | 'rejected' | 'filtered' | 'queued' | 'acknowledged' | 'heartbeat';
  readonly peer?: string;
  readonly message?: string;
  readonly record?: string;
  readonly error?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What a system's log can and cannot show. */
export interface LogWindow {
  /** False: the system exists and keeps no log (or nobody has handed it over). */
  readonly isWritten: boolean;
  readonly from: number;
  /** Lines at or after this moment are not in the log. */
  readonly to: number;
  /** Spells for which the lines are missing. */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** Milliseconds between heartbeats; null for a log without them. */
  readonly heartbeatMs: number | null;
  /** How far the system's clock runs ahead. */
  readonly clockAheadMs?: number;
}

export function isInGap(at: number, window: LogWindow): boolean {
  return window.gaps.some(([from, to]) => at >= from && at < to);
}

/** Would a line written at this moment be in the log? */
export function isCovered(at: number, window: LogWindow): boolean {
  return window.isWritten && at >= window.from && at < window.to && !isInGap(at, window);
}
