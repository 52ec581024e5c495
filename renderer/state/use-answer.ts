import { useEffect, useState } from 'react';
import type { ArgsOf, MethodName, ResultOf } from '../../shared/contract/contract';
import type { Failure, Outcome } from '../../shared/contract/outcome';
import { ask } from '../api';
import { useCase } from './case-store';

export interface Answer<T> {
  /** The latest value; an older one while a newer is on its way, so that the screen does not flicker. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

const kept = new Map<string, Promise<Outcome<unknown>>>();
const keptAtMost = 60;

function askOnce<M extends MethodName>(
  method: M,
  args: ArgsOf<M>,
  key: string,
): Promise<Outcome<ResultOf<M>>> {
  const known = kept.get(key) as Promise<Outcome<ResultOf<M>>> | undefined;
  if (known !== undefined) return known;
  const asked = ask(method, args);
  kept.set(key, asked);
  const oldest = kept.keys().next();
  if (kept.size > keptAtMost && oldest.done !== true) kept.delete(oldest.value);
  void asked.then((outcome) => {
    if (!outcome.ok) kept.delete(key);
  });
  return asked;
}

const keyOf = (revision: number, method: MethodName, args: unknown): string =>
  `${revision} ${method} ${JSON.stringify(args)}`;

/**
 * Keeps what another method has told as the answer to this question, so that it is not asked again.
 * `revision`: the state of the case that it was told of, which may no longer be the newest.
 */
export function keepAnswer<M extends MethodName>(
  revision: number,
  method: M,
  args: ArgsOf<M>,
  value: ResultOf<M>,
): void {
  const key = keyOf(revision, method, args);
  kept.set(key, Promise.resolve({ ok: true, value }));
}

/** Answers of a method that something has made stale without changing the case's content. */
export function forgetAnswers(method: MethodName): void {
  for (const key of kept.keys()) if (key.split(' ')[1] === method) kept.delete(key);
}

/**
 * A question of a view, asked again whenever the case or the arguments change. `null` asks nothing.
 * Equal questions at one state of the case are asked once.
 */
export function useAnswer<M extends MethodName>(method: M, args: ArgsOf<M> | null): Answer<ResultOf<M>> {
  const revision = useCase((state) => state.revision);
  const key = args === null ? null : keyOf(revision, method, args);
  const [answer, setAnswer] = useState<Answer<ResultOf<M>> & { readonly key: string | null }>({
    key: null,
    value: null,
    failure: null,
    isLoading: false,
  });

  // `args` is compared by its content, which `key` carries.
  const asked = useLatest(args);
  useEffect(() => {
    if (key === null || asked.current === null) return;
    let isCurrent = true;
    void askOnce(method, asked.current, key).then((outcome) => {
      if (!isCurrent) return;
      setAnswer((before) =>
        outcome.ok
          ? { key, value: outcome.value, failure: null, isLoading: false }
          : { key, value: before.value, failure: outcome.error, isLoading: false },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [key, method, asked]);

  if (key === null) return { value: null, failure: null, isLoading: false };
  return answer.key === key ? answer : { value: answer.value, failure: null, isLoading: true };
}

function useLatest<T>(value: T): { readonly current: T } {
  const [holder] = useState(() => ({ current: value }));
  holder.current = value;
  return holder;
}
