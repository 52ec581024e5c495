import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Sort } from './table-rows';

/** Reads a part of a list; a text in place of it says why it cannot be had. */
export type RowWindows<R> = (
  offset: number,
  limit: number,
) => Promise<{ readonly total: number; readonly rows: readonly R[] } | string>;

interface Held<R> {
  /** Of the list as asked for; null before the first answer. */
  readonly count: number | null;
  readonly windows: ReadonlyMap<number, readonly R[]>;
  readonly failure: string | null;
}

const windowRows = 500;
/** Windows kept at hand: those scrolled out of sight long ago are asked for again. */
const windowsKept = 40;
const takenAtOnce = 20_000;
const nothing = { count: null, windows: new Map<never, never>(), failure: null };

/**
 * The rows of a list that is too long to be held: the windows in sight are read as they come into sight,
 * and an older list stays until the first window of a newer one is there.
 */
export function useRowWindows<R>(
  windowsOf: (asked: { readonly filter: string; readonly sort: Sort | null }) => RowWindows<R>,
  filter: string,
  sort: Sort | null,
) {
  const read = useMemo(() => windowsOf({ filter, sort }), [windowsOf, filter, sort]);
  const [held, setHeld] = useState<Held<R> & { readonly of: RowWindows<R> | null }>({ ...nothing, of: null });
  const [total, setTotal] = useState(0);
  const asked = useRef<{ of: RowWindows<R>; numbers: Set<number> }>({ of: read, numbers: new Set() });

  const ask = useCallback(
    (number: number) => {
      if (asked.current.of !== read) asked.current = { of: read, numbers: new Set() };
      const { numbers } = asked.current;
      if (numbers.has(number)) return;
      numbers.add(number);
      void read(number * windowRows, windowRows).then((answer) => {
        if (asked.current.of !== read) return;
        if (typeof answer === 'string') {
          setHeld((before) => ({ ...before, failure: answer }));
          return;
        }
        if (filter === '') setTotal(answer.total);
        setHeld((before) => {
          const windows = new Map(before.of === read ? before.windows : []);
          windows.set(number, answer.rows);
          for (const old of windows.keys()) {
            if (windows.size <= windowsKept) break;
            windows.delete(old);
            numbers.delete(old);
          }
          return { of: read, count: answer.total, windows, failure: null };
        });
      });
    },
    [read, filter],
  );

  useEffect(() => ask(0), [ask]);

  const need = useCallback(
    (from: number, to: number) => {
      for (let number = Math.floor(from / windowRows); number * windowRows <= to; number += 1) ask(number);
    },
    [ask],
  );

  const take = useCallback(
    async (from: number, to: number): Promise<readonly R[] | string> => {
      const rows: R[] = [];
      while (rows.length <= to - from) {
        const answer = await read(from + rows.length, Math.min(takenAtOnce, to - from + 1 - rows.length));
        if (typeof answer === 'string') return answer;
        if (answer.rows.length === 0) break;
        for (const row of answer.rows) rows.push(row);
      }
      return rows;
    },
    [read],
  );

  const rows = useMemo(
    () => ({
      length: held.count ?? 0,
      at: (index: number) => held.windows.get(Math.floor(index / windowRows))?.[index % windowRows],
    }),
    [held],
  );
  return {
    rows,
    total: Math.max(total, held.count ?? 0),
    isLoading: held.of !== read && held.failure === null,
    failure: held.failure,
    need,
    take,
  };
}
