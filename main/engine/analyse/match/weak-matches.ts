import { flowOf, role, roleOf } from './event-codes';
import { type MatchState, mark } from './match-state';

/**
 * A message id matched though the records differ. Where a flow's two ends otherwise name the same records,
 * that is another message under a used id: the match is undone. Where they never do, the ends know the
 * record by different numbers, and the id stands.
 */
export function dissolveWeakMatches(state: MatchState): void {
  const { code, record, maxId } = state.columns;
  const flows = state.flows.flows.length;
  const strong = new Uint32Array(flows);
  const weak = new Uint32Array(flows);
  let isAny = false;
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if ((state.marks[id] as number) & mark.weak) isAny = true;
    if (roleOf(c) !== role.sent) continue;
    const receipt = state.partner[id] as number;
    if (receipt === 0) continue;
    const flow = flowOf(c);
    if ((state.marks[id] as number) & mark.weak) weak[flow] = (weak[flow] as number) + 1;
    else if (record[id] !== 0 && record[receipt] !== 0) strong[flow] = (strong[flow] as number) + 1;
  }
  if (!isAny) return;
  for (let id = 1; id <= maxId; id += 1) {
    if (((state.marks[id] as number) & mark.weak) === 0) continue;
    const flow = flowOf(code[id] as number);
    if ((strong[flow] as number) < Math.max(5, 5 * (weak[flow] as number))) continue;
    if (roleOf(code[id] as number) === role.sent) state.partner[state.partner[id] as number] = 0;
    else state.marks[id] = (state.marks[id] as number) & ~mark.again;
    state.partner[id] = 0;
  }
}
