import type { Outcome } from '../../shared/contract/outcome';

export interface Computation {
  readonly outcome: Promise<Outcome<unknown>>;
  /** The job that computes it; null before it has started, and where nothing has to be computed. */
  jobId: string | null;
}

const keptAtMost = 40;

/** What was computed for a state of the case; a cancelled or failed computation is not kept. */
export class KeptComputations {
  readonly #kept = new Map<string, Computation>();

  get(key: string): Computation | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, computation: Computation): void {
    this.#kept.set(key, computation);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > keptAtMost && oldest.done !== true) this.#kept.delete(oldest.value);
    void computation.outcome.then((outcome) => {
      if (!outcome.ok && this.#kept.get(key) === computation) this.#kept.delete(key);
    });
  }

  /** Keeps for another state of the case what was computed, or is being computed, for one; changed by `change`. */
  carry<T>(from: string, to: string, change: (value: T) => T): void {
    const known = this.#kept.get(from);
    if (known === undefined) return;
    const outcome = known.outcome.then((before) =>
      before.ok ? { ok: true as const, value: change(before.value as T) } : before,
    );
    this.keep(to, { jobId: known.jobId, outcome });
  }
}
