import { useEffect, useState } from 'react';
import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { Failure, Outcome } from '../../shared/contract/outcome';
import { useCase } from './case-store';
import { dismissJob, runJob, useJobs } from './jobs-store';

export interface Computed<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly isRunning: boolean;
  /** The job that computes it, for its progress and for cancelling it. */
  readonly jobId: string | null;
}

interface Computation {
  readonly outcome: Promise<Outcome<unknown>>;
  jobId: string | null;
}

/** What was computed for a state of the case; a cancelled or failed computation is not kept. */
const kept = new Map<string, Computation>();
const keptAtMost = 40;

function computeOnce<M extends MethodName>(
  method: M,
  args: ArgsOf<M>,
  key: string,
  title: string,
): Computation {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const computation: Computation = {
    jobId: null,
    outcome: runJob(method, args, title, (id) => {
      computation.jobId = id;
    }),
  };
  kept.set(key, computation);
  const oldest = kept.keys().next();
  if (kept.size > keptAtMost && oldest.done !== true) kept.delete(oldest.value);
  void computation.outcome.then((outcome) => {
    if (!outcome.ok) kept.delete(key);
    else if (computation.jobId !== null) dismissJob(computation.jobId);
  });
  return computation;
}

/**
 * A question whose answer takes a job of its own: computed once for each state of the case, with progress
 * and cancel in the tray. `null` computes nothing; `turn` makes a cancelled one begin again.
 */
export function useComputed<M extends MethodName>(
  method: M,
  args: ArgsOf<M> | null,
  title: string,
  turn = 0,
): Computed<ResultOf<M>> {
  const revision = useCase((state) => state.revision);
  const key = args === null ? null : `${revision} ${method} ${JSON.stringify(args)}`;
  const [state, setState] = useState<{
    readonly key: string | null;
    readonly outcome: Outcome<ResultOf<M>> | null;
  }>({
    key: null,
    outcome: null,
  });
  const jobId = useJobs(() => (key === null ? null : (kept.get(key)?.jobId ?? null)));

  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const given = JSON.parse(key.slice(key.indexOf('{'))) as ArgsOf<M>;
    void computeOnce(method, given, key, title).outcome.then((outcome) => {
      if (isCurrent) setState({ key: `${key} ${turn}`, outcome: outcome as Outcome<ResultOf<M>> });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, method, title, turn]);

  const isCurrent = key !== null && state.key === `${key} ${turn}`;
  const outcome = isCurrent ? state.outcome : null;
  return {
    value: outcome?.ok === true ? outcome.value : null,
    failure: outcome?.ok === false ? outcome.error : null,
    isRunning: key !== null && !isCurrent,
    jobId,
  };
}
