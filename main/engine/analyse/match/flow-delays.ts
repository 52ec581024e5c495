import { flowOf, role, roleOf } from './event-codes';
import type { IndexedFlow } from './flow-index';
import type { MatchState } from './match-state';

const minute = 60_000_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Delays kept a flow: as good as all of them for a quantile. */
const sampled = 50_000;
/** Fewer than this say little about a flow's slowest one in a hundred. */
const enough = 20;

/** How long a flow takes, in microseconds, and by whose word. */
export interface FlowDelays {
  readonly maximum: number;
  readonly maximumFrom: 'declared' | 'measured' | 'assumed';
  /** Where the maximum comes from, in words. */
  readonly because: string;
  /** Median of what arrived; null where nothing did. */
  readonly median: number | null;
  /** Within which a receipt usually comes, from the send: negative where clocks differ. */
  readonly soonest: number;
  readonly slowest: number;
  readonly suspectedSkew: number | null;
}

/** Measures every flow's delays from its matched messages; late ones are not the usual ones. */
export function measureDelays(state: MatchState): readonly FlowDelays[] {
  const samples = collectDelays(state);
  const flows = state.flows.flows;
  const measured = flows.map((flow) => measuredMaximum(flow, samples[flow.index]));
  const longestTo = new Map<number, number>();
  for (const { to, index } of flows) {
    const its = measured[index] ?? null;
    if (its !== null) longestTo.set(to, Math.max(its, longestTo.get(to) ?? its));
  }
  return flows.map((flow) => delaysOf(flow, samples, measured, longestTo));
}

function delaysOf(
  flow: IndexedFlow,
  samples: readonly Float64Array[],
  measured: readonly (number | null)[],
  longestTo: ReadonlyMap<number, number>,
): FlowDelays {
  const own = samples[flow.index] ?? new Float64Array();
  const declared = flow.terms.maximumDelayMicros;
  // Asked only of a flow that has none of its own.
  const ofNeighbours = longestTo.get(flow.to);
  const [maximum, maximumFrom, because]: readonly [number, FlowDelays['maximumFrom'], string] =
    declared !== null
      ? [declared, 'declared', 'declared in the inventory']
      : typeof measured[flow.index] === 'number'
        ? [
            measured[flow.index] ?? day,
            'measured',
            `twice the delay that 99 in 100 of its own ${own.length} keep within`,
          ]
        : ofNeighbours !== undefined
          ? [ofNeighbours, 'assumed', 'that of other flows to the same system, for want of its own']
          : [day, 'assumed', 'a day, for want of a declared or measurable one'];
  const median = quantile(own, 0.5);
  const skew = median === null ? null : skewOf(own, median);
  // Where clocks differ the usual delay may lie beyond the maximum: then all of it is usual.
  const usual = skew === null ? own.subarray(0, countWithin(own, maximum)) : own;
  const isMeasured = usual.length >= enough;
  return {
    maximum,
    maximumFrom,
    because,
    median,
    soonest: isMeasured ? (quantile(usual, 0.01) ?? 0) : Math.min(0, median ?? 0),
    slowest: isMeasured ? (quantile(usual, 0.99) ?? maximum) : maximum,
    suspectedSkew: skew,
  };
}

/** Sorted delays of each flow, evenly thinned where there are very many. */
function collectDelays(state: MatchState): readonly Float64Array[] {
  const { code, time, maxId } = state.columns;
  const count = new Uint32Array(state.flows.flows.length);
  const each = (visit: (flow: number, delay: number) => void): void => {
    for (let id = 1; id <= maxId; id += 1) {
      const c = code[id] as number;
      if (roleOf(c) !== role.sent) continue;
      const receipt = state.partner[id] as number;
      if (receipt === 0) continue;
      const delay = (time[receipt] as number) - (time[id] as number);
      if (!Number.isNaN(delay)) visit(flowOf(c), delay);
    }
  };
  each((flow) => {
    count[flow] = (count[flow] as number) + 1;
  });
  const step = Array.from(count, (n) => Math.max(1, Math.ceil(n / sampled)));
  const samples = Array.from(count, (n, flow) => new Float64Array(Math.ceil(n / (step[flow] ?? 1))));
  const seen = new Uint32Array(count.length);
  each((flow, delay) => {
    const n = seen[flow] as number;
    seen[flow] = n + 1;
    const every = step[flow] ?? 1;
    if (n % every === 0) (samples[flow] as Float64Array)[n / every] = delay;
  });
  for (const sample of samples) sample.sort();
  return samples;
}

function measuredMaximum(flow: IndexedFlow, own: Float64Array | undefined): number | null {
  if (flow.terms.maximumDelayMicros !== null || !own || own.length < enough) return null;
  return Math.max(minute, 2 * Math.max(0, quantile(own, 0.99) ?? 0));
}

const quantile = (sorted: Float64Array, share: number): number | null =>
  sorted.length === 0
    ? null
    : (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null);

function countWithin(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Clocks that differ show as receipts before their sends, or as delays that all lie near one or more whole
 * half-hours (zones and clock changes differ by those) with little spread. Suspected, never corrected.
 */
function skewOf(own: Float64Array, median: number): number | null {
  if (own.length < 5) return null;
  const spread = (quantile(own, 0.9) ?? 0) - (quantile(own, 0.1) ?? 0);
  const halfHours = Math.round(median / (hour / 2));
  const off = Math.abs(median - halfHours * (hour / 2));
  if (halfHours !== 0 && off < 5 * minute && spread < 10 * minute) return halfHours * (hour / 2);
  return median < -1_000_000 ? median : null;
}
