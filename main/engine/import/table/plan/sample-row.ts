/** One of a table's first rows, before anything is known of its columns. */
export interface SampleRow {
  /** As the file counts lines: from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
