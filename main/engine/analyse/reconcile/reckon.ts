import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { readEventColumns } from '../../store/events/event-columns';
import { eachMessage } from '../../store/events/postings/postings';
import type { StoredReconciliation } from '../../store/kept/reconciliation-store';
import { readCoverage } from '../coverage/coverage';
import { AliasClasses } from '../match/alias-classes';
import { eventCodes, flowOf, role, roleOf } from '../match/event-codes';
import { measureDelays } from '../match/flow-delays';
import { FlowIndex } from '../match/flow-index';
import { matchMessages } from '../match/match-messages';
import { judgeKeys, matchRecords } from '../match/match-records';
import { createMatchState, type MatchState } from '../match/match-state';
import { nameMissingEnds } from '../match/name-missing-ends';
import { dissolveWeakMatches } from '../match/weak-matches';
import { countOutcomes } from './count-outcomes';
import { dispose, groundOf, outcome } from './dispose';
import { findFilterRules } from './filter-rules';
import { systemNames } from './flow-name';
import { flowNotes } from './flow-notes';
import { type FlowReckoning, reckoningOf } from './flow-reckoning';

/** Works out what became of every message of a case. */
export function reckon(
  db: Database,
  estate: Estate,
  version: string,
  onProgress: (done: number, total: number) => void,
): StoredReconciliation {
  const flows = new FlowIndex(estate);
  const columns = readEventColumns(db, eventCodes(db, flows), (done, of) => onProgress(done * 0.5, of));
  const state = createMatchState(columns, flows, new AliasClasses(db), (id) => attributesOf(db, id));
  let seen = 0;
  const visit = matchMessages(state);
  eachMessage(db, (ids, count) => {
    visit(ids, count);
    seen += count;
    if ((seen & 0xffff) < count) onProgress(columns.maxId * 0.5 + seen * 0.4, columns.maxId);
  });
  dissolveWeakMatches(state);
  const unnamed = nameMissingEnds(state);
  const keys = judgeKeys(state);
  const withId = keys.isNeeded ? countMatched(state) : null;
  if (keys.isNeeded) matchRecords(db, state, keys);
  const coverage = readCoverage(db);
  const delays = measureDelays(state);
  const grounds = flows.flows.map((flow) => groundOf(flow, delays[flow.index] ?? never(), coverage));
  const rules = findFilterRules(db, state);
  const results = dispose(state, grounds, rules);
  const counted = countOutcomes(state, results);
  const names = systemNames(db);
  const notes = flowNotes(db);
  const receivers = new Set(
    counted.flows.flatMap(({ received }, index) => (received > 0 ? [flows.at(index).to] : [])),
  );
  const rows = grounds.flatMap((ground): FlowReckoning[] => {
    const counts = counted.flows[ground.flow.index];
    if (!counts || ground.flow.index === 0) return [];
    const isSeen = counts.sent + counts.received + (counts.by[outcome.stuck] ?? 0) > 0;
    if (!isSeen && !ground.flow.terms.isDeclared) return [];
    const byId = withId?.[ground.flow.index] ?? counts.matched;
    const evidence = {
      unnamed: unnamed.get(ground.flow.index) ?? 0,
      unnamedByRecord: state.namedByRecord.get(ground.flow.index) ?? 0,
      strays: straysOf(state, ground.flow.index, names),
      logsReceipts: receivers.has(ground.flow.to),
    };
    return [reckoningOf(ground, counts, byId, names, notes, rules, evidence)];
  });
  rows.sort((a, b) => compare(a.row.from, b.row.from) || compare(a.row.to, b.row.to));
  onProgress(columns.maxId, columns.maxId);
  return {
    version,
    flows: JSON.stringify(rows),
    outcomes: results,
    partners: state.partner,
    lists: counted.lists,
    days: counted.days,
  };
}

const attributesOf = (db: Database, id: number): number =>
  db.get<{ id: number | null }>('SELECT attributes_id AS id FROM event WHERE id = ?', id)?.id ?? 0;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const never = (): never => {
  throw new Error('every flow has its delays');
};

function countMatched(state: MatchState): Uint32Array {
  const { code, maxId } = state.columns;
  const counts = new Uint32Array(state.flows.flows.length);
  for (let id = 1; id <= maxId; id += 1) {
    const c = code[id] as number;
    if (roleOf(c) === role.sent && state.partner[id] !== 0)
      counts[flowOf(c)] = (counts[flowOf(c)] as number) + 1;
  }
  return counts;
}

/** In words, where messages of this flow turned up instead, once there are enough not to be chance. */
function straysOf(state: MatchState, flow: number, names: ReadonlyMap<number, string>): readonly string[] {
  return [...state.strays].flatMap(([key, messages]): string[] => {
    const [sent = 0, came = 0] = key.split(' ').map(Number);
    if (sent !== flow || messages < 3) return [];
    const [over, other] = [state.flows.at(sent), state.flows.at(came)];
    const [own, its] = over.from === other.from ? [over.to, other.to] : [over.from, other.from];
    return [
      `${messages} of its messages are logged as received over ${names.get(other.from)} > ${names.get(other.to)}: "${names.get(own)}" and "${names.get(its)}" may be two names of one system; if they are, say so ("names --same", or "Add…" on the map).`,
    ];
  });
}
