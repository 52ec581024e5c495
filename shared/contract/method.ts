import type { z } from 'zod';

/**
 * `query`: answered at once by the long-lived reading process. `job`: long work in a process of its own
 * that reports progress and can be killed, leaving the case as it was.
 */
export type MethodKind = 'query' | 'job';

export interface Method<A extends z.ZodType, R> {
  readonly kind: MethodKind;
  readonly args: A;
  /** Never set; carries the result's type. */
  readonly result?: R;
}

/** Declares one method: `method('query', z.strictObject({...})).returns<Answer>()`. */
export function method<A extends z.ZodType>(kind: MethodKind, args: A) {
  return { returns: <R>(): Method<A, R> => ({ kind, args }) };
}
