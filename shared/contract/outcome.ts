/**
 * Expected failures, as a closed union. Everything else is a bug and travels as `internal`.
 * `cancelled` is its own kind: it is never logged or shown as a failure.
 */
export type ErrorCode =
  | 'arguments'
  | 'no-case'
  | 'not-found'
  | 'not-a-case'
  | 'newer-version'
  | 'locked'
  | 'damaged'
  | 'exists'
  | 'key-missing'
  | 'unreadable'
  | 'unsupported'
  | 'disk-full'
  | 'cancelled'
  | 'engine-stopped'
  | 'internal';

export interface Failure {
  readonly code: ErrorCode;
  /** What is wrong, where, and what to do next, in plain words. */
  readonly message: string;
  readonly detail?: unknown;
}

/** What crosses the process boundary; Electron keeps only an error's message, so nothing is thrown across. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Progress of a job. `secondsLeft` is an estimate, null until there is one. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'bytes' | 'rows' | 'files' | 'steps';
  readonly rows?: number;
  readonly rowsPerSecond?: number;
  /** Bytes of a file that are compared with what is known, before its first row is stored. */
  readonly checking?: { readonly done: number; readonly total: number };
  readonly secondsLeft: number | null;
}
