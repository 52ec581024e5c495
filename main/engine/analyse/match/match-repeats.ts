import { type MatchState, mark } from './match-state';

/** A record's message within this time of another that is like it in every attribute may be the same again. */
const soon = 3_600_000_000;
/** A record that comes oftener than this within such times is one of many messages, not one sent again. */
const mostRepeats = 5;

/**
 * Where nothing but the record identifies a message, one sent again shows as a second send soon after, alike
 * in every attribute, without a receipt of its own: it is the same message, and whatever arrived is of the
 * first. Sends that each have their receipt are messages of their own. A second receipt soon after the
 * first, of nothing that was sent again, is the same message received twice. All lists in order of time.
 */
export function foldRepeats(state: MatchState, sends: readonly number[], receipts: readonly number[]): void {
  for (let from = 0; from < sends.length; ) {
    let to = from + 1;
    while (to < sends.length && isAgain(state, sends[to - 1] as number, sends[to] as number)) to += 1;
    if (to - from > 1 && to - from <= mostRepeats) foldRun(state, sends.slice(from, to));
    from = to;
  }
  let before = 0;
  for (const receipt of receipts) {
    if (state.partner[receipt] === 0 && before !== 0 && isAgain(state, before, receipt)) {
      state.partner[receipt] = state.partner[before] as number;
      state.marks[receipt] = (state.marks[receipt] as number) | mark.again;
    }
    if (state.partner[receipt] !== 0) before = receipt;
  }
}

/** As many sends as arrived are messages of their own, the first at least; the others are repeats. */
function foldRun(state: MatchState, run: readonly number[]): void {
  const { marks, partner } = state;
  const came = run.map((id) => partner[id] as number).filter((id) => id !== 0);
  if (came.length === run.length) return;
  const { time } = state.columns;
  came.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
  run.forEach((send, index) => {
    const receipt = came[index] ?? 0;
    partner[send] = receipt;
    if (receipt !== 0) partner[receipt] = send;
    if (index >= Math.max(1, came.length)) marks[send] = (marks[send] as number) | mark.duplicate;
  });
}

function isAgain(state: MatchState, before: number, id: number): boolean {
  if (((state.marks[before] as number) | (state.marks[id] as number)) & mark.hasMessage) return false;
  const { time } = state.columns;
  const since = (time[id] as number) - (time[before] as number);
  return since <= soon && state.attributesOf(before) === state.attributesOf(id);
}
