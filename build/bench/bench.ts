/** One line of the table: what was measured, its rival in the same run, and what was promised of it. */
export interface Measurement {
  readonly what: string;
  /** Null: could not be measured; `note` says why. */
  readonly value: number | null;
  readonly unit: 's' | 'ms' | 'MB' | '%' | 'px' | 'estates';
  readonly rival?: { readonly name: string; readonly value: number };
  /** What must hold: the value itself, or its ratio to the rival's, is at most this. */
  readonly promise?: { readonly of: 'value' | 'ratio'; readonly atMost: number };
  readonly note?: string;
}

export interface BenchOptions {
  /** Rows of the log that is called a million: fewer for a quick look. */
  readonly rows: number;
  /** Rows of the log that is called ten million. */
  readonly bigRows: number;
  /** Size of the files of other formats that are streamed. */
  readonly megabytes: number;
  /** How often each time is taken; the table shows medians. */
  readonly runs: number;
  /** Which made-up estates to try; empty for all. */
  readonly estates: readonly string[];
}

export interface BenchContext extends BenchOptions {
  /** A folder of this run's own, removed afterwards. */
  readonly folder: string;
  say(text: string): void;
}

/** One subject of measurement. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function ratioOf({ value, rival }: Measurement): number | null {
  return value === null || !rival ? null : value / rival.value;
}

/** Null where nothing was promised or nothing measured. */
export function isKept(measurement: Measurement): boolean | null {
  const { promise, value } = measurement;
  const measured = promise?.of === 'ratio' ? ratioOf(measurement) : value;
  return promise && measured !== null ? measured <= promise.atMost : null;
}
