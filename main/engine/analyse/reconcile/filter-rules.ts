import type { Database } from '../../store/database';
import { flowOf, role, roleOf } from '../match/event-codes';
import { type MatchState, mark } from '../match/match-state';

/** Rules by which flows that pass only some records withhold the others, as far as the logs show them. */
export interface FilterRules {
  explains(send: number): boolean;
  /** By flow number, e.g. `type = "ADT^A08" (41 sends, none received)`. */
  readonly words: ReadonlyMap<number, readonly string[]>;
}

/** Fewer sends without a receipt make no rule. */
const leastSupport = 5;
/** Above this a rule is not looked for: a person can state it. */
const mostSends = 500_000;

/**
 * For flows that the inventory declares filtered and whose logs do not say what was withheld: a rule is a
 * value of one attribute with which nothing ever passes, while without it some does, and that is there from
 * the flow's first days to its last (what begins part way is a loss until somebody says otherwise). A send
 * that no rule explains stays lost: "filtered" needs a rule, not a wish.
 */
export function findFilterRules(db: Database, state: MatchState): FilterRules {
  const { code, maxId } = state.columns;
  const filtered = new Set(
    state.flows.flows.filter((f) => f.terms.expectation === 'filtered').map((f) => f.index),
  );
  const explained = new Set<number>();
  const words = new Map<number, readonly string[]>();
  const none: FilterRules = { explains: (id) => explained.has(id), words };
  if (filtered.size === 0) return none;
  const open = new Map<number, number[]>();
  const passed = new Map<number, number[]>();
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (roleOf(c) !== role.sent || !filtered.has(flowOf(c))) continue;
    const marks = state.marks[id] as number;
    if (marks & (mark.duplicate | mark.rejected | mark.filtered)) continue;
    const side = state.partner[id] === 0 ? open : passed;
    const list = side.get(flowOf(c));
    if (list) list.push(id);
    else side.set(flowOf(c), [id]);
  }
  for (const [flow, ids] of open) {
    const through = passed.get(flow) ?? [];
    if (ids.length < leastSupport || through.length < leastSupport) continue;
    if (ids.length + through.length > mostSends) continue;
    const found = rulesOf(db, state, ids, through);
    for (const id of found.explained) explained.add(id);
    if (found.words.length > 0) words.set(flow, found.words);
  }
  return none;
}

function rulesOf(
  db: Database,
  state: MatchState,
  open: readonly number[],
  passed: readonly number[],
): { readonly explained: readonly number[]; readonly words: readonly string[] } {
  const { time } = state.columns;
  const openBy = byValue(db, open);
  const passedBy = byValue(db, passed);
  const [first, last] = rangeOf([...open, ...passed], time);
  const explained: number[] = [];
  const words: string[] = [];
  for (const [key, ids] of openBy) {
    if (ids.length < leastSupport || passedBy.has(key)) continue;
    const margin = (last - first) * 0.2;
    const [from, to] = rangeOf(ids, time);
    if (from > first + margin || to < last - margin) continue;
    explained.push(...ids);
    words.push(`${key} (${ids.length} sends, none received)`);
  }
  return { explained, words };
}

function rangeOf(ids: readonly number[], time: Float64Array): readonly [first: number, last: number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const id of ids) {
    const at = time[id] as number;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return [first, last];
}

function byValue(db: Database, ids: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const id of ids) {
    const json = db.get<{ json: string }>(
      'SELECT a.json FROM event e JOIN attribute_set a ON a.id = e.attributes_id WHERE e.id = ?',
      id,
    )?.json;
    for (const [name, value] of Object.entries(json ? (JSON.parse(json) as Record<string, unknown>) : {})) {
      const key = `${name} = ${JSON.stringify(value)}`;
      const list = found.get(key);
      if (list) list.push(id);
      else found.set(key, [id]);
    }
  }
  return found;
}
