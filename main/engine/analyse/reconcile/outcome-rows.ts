/**
 * What became of each of many like things, for asking what the lost ones share and since when: a flow's
 * sendings (lost or received), or a dataset's records (absent or present). As columns, in order of time.
 */
export interface OutcomeRows {
  readonly count: number;
  /** 1 lost, 0 arrived. */
  readonly lost: Uint8Array;
  /** Microseconds since 1970 UTC; NaN where not known. */
  readonly time: Float64Array;
  /** Index into `sets`. */
  readonly set: Int32Array;
  /** Attributes by name; the same set is there once. */
  readonly sets: readonly Readonly<Record<string, string>>[];
}

/** Those of the rows that `keep` accepts by their index, in the same order. */
export function selectRows(rows: OutcomeRows, keep: (row: number) => boolean): OutcomeRows {
  const kept: number[] = [];
  for (let i = 0; i < rows.count; i++) if (keep(i)) kept.push(i);
  return {
    count: kept.length,
    lost: Uint8Array.from(kept, (i) => rows.lost[i] ?? 0),
    time: Float64Array.from(kept, (i) => rows.time[i] ?? Number.NaN),
    set: Int32Array.from(kept, (i) => rows.set[i] ?? 0),
    sets: rows.sets,
  };
}
