/** Disjoint closed intervals in rising order, in microseconds: the moments for which a log can speak. */
export class TimeSpans {
  readonly #from: Float64Array;
  readonly #to: Float64Array;

  constructor(readonly spans: readonly (readonly [from: number, to: number])[]) {
    this.#from = Float64Array.from(spans, ([from]) => from);
    this.#to = Float64Array.from(spans, ([, to]) => to);
  }

  get isEmpty(): boolean {
    return this.spans.length === 0;
  }

  /** True where the whole of [from, to] lies in one interval. */
  covers(from: number, to: number): boolean {
    let low = 0;
    let high = this.#from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#from[middle] ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && to <= (this.#to[low - 1] ?? 0);
  }

  /** The parts of [from, to] that lie in no interval. */
  missingIn(from: number, to: number): readonly (readonly [from: number, to: number])[] {
    let missing = new TimeSpans([[from, to]]);
    for (const [start, end] of this.spans)
      if (start <= to && end >= from) missing = missing.with(start, end, false);
    return missing.spans;
  }

  /** With [from, to] added or taken away. */
  with(from: number, to: number, isCovered: boolean): TimeSpans {
    const next: [number, number][] = [];
    let [joinedFrom, joinedTo] = [from, to];
    for (const [start, end] of this.spans) {
      // What touches, without a microsecond between, is one interval.
      if (end < from - 1 || start > to + 1) next.push([start, end]);
      else if (isCovered) {
        joinedFrom = Math.min(joinedFrom, start);
        joinedTo = Math.max(joinedTo, end);
      } else {
        if (start < from) next.push([start, from - 1]);
        if (end > to) next.push([to + 1, end]);
      }
    }
    if (isCovered) next.push([joinedFrom, joinedTo]);
    return new TimeSpans(next.sort(([a], [b]) => a - b));
  }
}
