import { useEffect, useState } from 'react';
import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { Failure, Outcome } from '../../shared/contract/outcome';
import { useCase } from './case-store';
import { dismissJob, runJob, useJobs } from './jobs-store';
import { type Computation, KeptComputations } from './kept-computations';

export interface Computed<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly isRunning: boolean;
  /** The job that computes it, for its progress and for cancelling it. */
  readonly jobId: string | null;
}

const kept = new KeptComputations();

const keyOf = (revision: number, method: MethodName, args: unknown): string =>
  `${revision} ${method} ${JSON.stringify(args)}`;

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
  kept.keep(key, computation);
  void computation.outcome.then((outcome) => {
    if (outcome.ok && computation.jobId !== null) dismissJob(computation.jobId);
  });
  return computation;
}

/**
 * To be given to `refreshCase` after a change of which it is known what it does to an answer: that is
 * changed in the same way and not computed anew.
 */
export function carryComputed<M extends MethodName>(
  method: M,
  args: ArgsOf<M>,
  change: (value: ResultOf<M>) => ResultOf<M>,
): (from: number, to: number) => void {
  return (from, to) => kept.carry(keyOf(from, method, args), keyOf(to, method, args), change);
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
  const key = args === null ? null : keyOf(revision, method, args);
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
