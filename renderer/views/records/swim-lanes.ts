import type { CoverageRow, Trace, TraceEvent } from '../../../shared/contract/reconcile-methods';
import { blindStretches } from '../../analysis/blind-stretches';

/** A record's journey as a drawing: a lane a system, events from left to right in the order of time. */
export interface SwimLanes {
  readonly lanes: readonly {
    readonly system: string;
    readonly y: number;
    readonly gaps: readonly Stretch[];
  }[];
  readonly events: readonly PlacedEvent[];
  readonly hops: readonly PlacedHop[];
  readonly width: number;
  readonly height: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface PlacedEvent {
  readonly event: TraceEvent;
  /** Position in the trace, for opening it. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface PlacedHop {
  readonly disposition: Trace['hops'][number]['disposition'];
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** False where the other side shows no receipt: the arrow ends short of it. */
  readonly hasArrived: boolean;
  readonly why: string;
}

export const laneSize = { name: 232, lane: 60, step: 118, top: 34, right: 60 } as const;
/** More than this is a table's work: the drawing says that it stops. */
export const drawnAtMost = 300;

/**
 * Steps have equal widths: what matters is the order, and seconds beside months cannot share a scale. Gaps
 * of a log are placed between the events that they lie between.
 */
export function swimLanes(trace: Trace, coverage: readonly CoverageRow[]): SwimLanes {
  const shown = trace.events.slice(0, drawnAtMost);
  const systems = laneOrder(trace, shown);
  const yOf = new Map(
    systems.map((system, index) => [system, laneSize.top + index * laneSize.lane + laneSize.lane / 2]),
  );
  const xAt = (index: number) => laneSize.name + laneSize.step * (index + 0.5);
  const events = shown.map((event, index) => ({
    event,
    index,
    x: xAt(index),
    y: yOf.get(event.system ?? '') ?? laneSize.top,
  }));
  const times = shown.map((event) => (event.time === null ? null : Date.parse(event.time)));
  const width = laneSize.name + laneSize.step * Math.max(1, shown.length) + laneSize.right;

  return {
    lanes: systems.map((system) => ({
      system,
      y: yOf.get(system) ?? 0,
      // A line without a system is of no log that could be silent.
      gaps:
        system === ''
          ? []
          : blindStretches(coverage.find((row) => row.system === system)).flatMap((blind) => {
              const from = placeOfTime(blind.from, times, xAt);
              const to = placeOfTime(blind.to, times, xAt);
              return from === to ? [] : [{ from, to }];
            }),
    })),
    events,
    hops: placeHops(trace, events, yOf),
    width,
    height: laneSize.top + systems.length * laneSize.lane + 12,
  };
}

/**
 * Systems in the order in which the record reaches them. One that it never reached stands below the one that
 * sent it there, so that nothing lies between a hop and where it should have ended.
 */
function laneOrder(trace: Trace, shown: readonly TraceEvent[]): readonly string[] {
  const order = [...new Set(shown.map((event) => event.system ?? ''))];
  const unreached = new Set<string>();
  for (const hop of trace.hops) {
    if (!order.includes(hop.from)) order.push(hop.from);
    if (order.includes(hop.to)) continue;
    let place = order.indexOf(hop.from) + 1;
    while (unreached.has(order[place] ?? '')) place += 1;
    order.splice(place, 0, hop.to);
    unreached.add(hop.to);
  }
  return order;
}

/** Where a moment lies between the events around it; before the first and after the last at half a step. */
function placeOfTime(
  time: number,
  times: readonly (number | null)[],
  xAt: (index: number) => number,
): number {
  let before = -1;
  for (const [index, at] of times.entries()) if (at !== null && at <= time) before = index;
  const next = times[before + 1];
  const previous = times[before];
  if (before === -1) return xAt(0) - laneSize.step / 2;
  if (
    next === undefined ||
    next === null ||
    previous === undefined ||
    previous === null ||
    next === previous
  ) {
    return xAt(before) + laneSize.step / 2;
  }
  return xAt(before) + ((time - previous) / (next - previous)) * laneSize.step;
}

function placeHops(
  trace: Trace,
  events: readonly PlacedEvent[],
  yOf: ReadonlyMap<string, number>,
): readonly PlacedHop[] {
  return trace.hops.flatMap((hop) => {
    const sent = events.find(
      ({ event }) =>
        event.system === hop.from &&
        event.time === hop.sentAt &&
        isSame(event.message, hop.message) &&
        event.kind !== 'received',
    );
    const received = events.find(
      ({ event }) =>
        event.system === hop.to && event.time === hop.receivedAt && isSame(event.message, hop.message),
    );
    const y = yOf.get(hop.to);
    if (sent === undefined || y === undefined) return [];
    const hasArrived = hop.receivedAt !== null && received !== undefined;
    const to = hasArrived ? { x: received.x, y: received.y } : { x: sent.x + laneSize.step * 0.45, y };
    return [{ disposition: hop.disposition, from: { x: sent.x, y: sent.y }, to, hasArrived, why: hop.why }];
  });
}

const isSame = (a: string | null, b: string | null) => a === null || b === null || a === b;
