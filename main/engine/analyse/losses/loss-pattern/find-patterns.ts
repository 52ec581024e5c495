import type { OutcomeRows } from '../../reconcile/outcome-rows';
import { logFisher, logRatio } from './exact-test';
import { falseDiscoveryRates } from './false-discovery';
import { type Cell, type ItemTable, itemTable } from './pattern-items';
import { logStratified } from './stratified-test';

/** Attribute values that go with loss: never a cause, only what the lost ones share more than the others. */
export interface LossPattern {
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the rows that match. */
  readonly lost: number;
  readonly total: number;
  readonly rate: number;
  readonly rateElsewhere: number;
  /** The rate over that of all rows in the period. */
  readonly lift: number;
  /** Share of all lost rows that match. */
  readonly support: number;
  /** Benjamini–Hochberg, over every hypothesis tested. */
  readonly q: number;
  /** Other values by which exactly the same rows could be named. */
  readonly sameAs: readonly Readonly<Record<string, string>>[];
}

export interface FoundPattern extends LossPattern {
  /** Whether rows with this set of attributes (an index into `sets`) match. */
  readonly matches: (set: number) => boolean;
}

export interface PatternSearch {
  readonly patterns: readonly FoundPattern[];
  /** How many combinations were tested. */
  readonly tested: number;
  readonly leastTotal: number;
}

/** Stricter than the usual 0.05: of 200 searches where nothing is to be found, fewer than two find something. */
export const searchLevel = 0.01;
const mostPatterns = 5;
const leastLost = 3;
/** Pairs and triples are made of the most frequent items only, so that their number stays within reason. */
const itemsInPairs = 300;
const itemsInTriples = 100;
const mostSlices = 200;
const rowsPerSlice = 12;

interface Hypothesis {
  readonly items: readonly number[];
  readonly cells: readonly Cell[];
  readonly lost: number;
  readonly total: number;
  q: number;
}

/** Finds what the lost rows share, best first; nothing where nothing stands out. */
export function findPatterns(rows: OutcomeRows, level = searchLevel): PatternSearch {
  const table = itemTable(rows);
  const all = sumOf(table.cells);
  const none = { patterns: [], tested: 0, leastTotal: table.leastTotal };
  if (all.lost === 0 || all.lost === all.total) return none;
  const hypotheses = enumerate(table);
  const logP = hypotheses.map((h) => logFisher(h.lost, h.total, all.lost, all.total));
  falseDiscoveryRates(logP).forEach((q, index) => {
    const hypothesis = hypotheses[index];
    if (hypothesis) hypothesis.q = q;
  });
  let candidates = hypotheses.filter((h) => h.q <= level && isWorthSaying(h, all));
  const patterns: FoundPattern[] = [];
  const explained = new Set<Cell>();
  // One pattern after the other, each judged on what the ones before leave unexplained: that folds away
  // whatever is only another way of saying the same.
  while (patterns.length < mostPatterns && candidates.length > 0) {
    const left = table.cells.filter((cell) => !explained.has(cell));
    const rest = sumOf(left);
    const best = pickBest(candidates, explained, rest, level);
    if (!best) break;
    const chosen = simplest(best, hypotheses, explained);
    candidates = candidates.filter((h) => h !== chosen && h !== best);
    const cellSet = new Set(chosen.cells);
    const matches = (set: number): boolean => {
      const cell = table.cells[table.cellOfSet[set] ?? 0];
      return cell !== undefined && cellSet.has(cell);
    };
    // Rows are in order of time: what only the calendar brings together does not stand.
    const slices = Math.min(mostSlices, Math.ceil(rows.count / rowsPerSlice));
    if (logStratified(rows, (row) => matches(rows.set[row] ?? 0), slices) > Math.log(level)) continue;
    patterns.push({ ...describe(chosen, hypotheses, table, all), matches });
    for (const cell of chosen.cells) explained.add(cell);
  }
  return { patterns, tested: hypotheses.length, leastTotal: table.leastTotal };
}

const sumOf = (cells: Iterable<Cell>): { lost: number; total: number } => {
  let lost = 0;
  let total = 0;
  for (const cell of cells) {
    lost += cell.lost;
    total += cell.total;
  }
  return { lost, total };
};

/** All values, pairs and triples of values that enough rows have. */
function enumerate({ items, cells, leastTotal }: ItemTable): readonly Hypothesis[] {
  const found = new Map<string, Cell[]>();
  const add = (key: string, cell: Cell): void => {
    const list = found.get(key);
    if (list) list.push(cell);
    else found.set(key, [cell]);
  };
  for (const cell of cells) {
    const own = cell.items;
    own.forEach((a, i) => {
      add(`${a}`, cell);
      if (a >= itemsInPairs) return;
      for (let j = i + 1; j < own.length; j++) {
        const b = own[j] ?? 0;
        if (b >= itemsInPairs) break;
        add(`${a} ${b}`, cell);
        if (b >= itemsInTriples) continue;
        for (let k = j + 1; k < own.length; k++) {
          const c = own[k] ?? 0;
          if (c >= itemsInTriples) break;
          add(`${a} ${b} ${c}`, cell);
        }
      }
    });
  }
  const hypotheses: Hypothesis[] = [];
  for (const [key, own] of found) {
    const { lost, total } = sumOf(own);
    if (total < leastTotal) continue;
    hypotheses.push({ items: key.split(' ').map(Number), cells: own, lost, total, q: 1 });
  }
  const nameOf = (h: Hypothesis): string =>
    h.items
      .map((i) => `${items[i]?.attribute}=${items[i]?.value}`)
      .sort()
      .join('\n');
  return hypotheses
    .map((h) => ({ h, name: nameOf(h) }))
    .sort((a, b) => a.h.items.length - b.h.items.length || (a.name < b.name ? -1 : 1))
    .map(({ h }) => h);
}

/** A difference can be certain and still too small to lead anywhere. */
function isWorthSaying(h: Hypothesis, all: { lost: number; total: number }): boolean {
  if (h.lost < leastLost || h.total === all.total) return false;
  const rate = h.lost / h.total;
  const elsewhere = (all.lost - h.lost) / (all.total - h.total);
  const isOftener = rate >= 1.5 * elsewhere;
  const survivesLess = rate - elsewhere >= 0.1 && 1 - elsewhere >= 3 * (1 - rate);
  return isOftener || survivesLess;
}

/** The candidate that describes the unexplained losses best, if it still stands out among them. */
function pickBest(
  candidates: readonly Hypothesis[],
  explained: ReadonlySet<Cell>,
  rest: { lost: number; total: number },
  level: number,
): Hypothesis | null {
  let best: Hypothesis | null = null;
  let most = 0;
  for (const h of candidates) {
    const own = unexplained(h, explained);
    if (own.lost < leastLost || !isWorthSaying({ ...h, ...own }, rest)) continue;
    if (
      explained.size > 0 &&
      logFisher(own.lost, own.total, rest.lost, rest.total) > Math.log(level / candidates.length)
    ) {
      continue;
    }
    const gain = logRatio(own.lost, own.total, rest.lost, rest.total);
    // Shorter ones come first; a longer one has to describe the losses better than by a rounding error.
    if (gain > most + 1e-6) {
      most = gain;
      best = h;
    }
  }
  return best;
}

const unexplained = (h: Hypothesis, explained: ReadonlySet<Cell>): { lost: number; total: number } =>
  explained.size === 0 ? h : sumOf(h.cells.filter((cell) => !explained.has(cell)));

/** Leaves out every value that makes no difference within the others. */
function simplest(
  from: Hypothesis,
  hypotheses: readonly Hypothesis[],
  explained: ReadonlySet<Cell>,
): Hypothesis {
  if (from.items.length === 1) return from;
  const own = unexplained(from, explained);
  for (const wider of hypotheses) {
    if (wider.items.length !== from.items.length - 1) continue;
    if (!wider.items.every((item) => from.items.includes(item))) continue;
    const around = unexplained(wider, explained);
    const logP = logFisher(own.lost, own.total, around.lost, around.total);
    if (logP > Math.log(searchLevel / 10)) return simplest(wider, hypotheses, explained);
  }
  return from;
}

function describe(
  h: Hypothesis,
  hypotheses: readonly Hypothesis[],
  { items }: ItemTable,
  all: { lost: number; total: number },
): LossPattern {
  const rate = h.lost / h.total;
  const same = hypotheses.filter(
    (other) =>
      other !== h && other.items.length <= h.items.length && other.total === h.total && isSameCells(other, h),
  );
  const attributesOf = ({ items: own }: Hypothesis): Readonly<Record<string, string>> =>
    Object.fromEntries(
      own
        .map((index) => [items[index]?.attribute ?? '', items[index]?.value ?? ''] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    attributes: attributesOf(h),
    lost: h.lost,
    total: h.total,
    rate,
    rateElsewhere: (all.lost - h.lost) / (all.total - h.total),
    lift: rate / (all.lost / all.total),
    support: h.lost / all.lost,
    q: h.q,
    sameAs: same.map(attributesOf),
  };
}

function isSameCells(a: Hypothesis, b: Hypothesis): boolean {
  const inhabited = (h: Hypothesis): Cell[] => h.cells.filter((cell) => cell.total > 0);
  const own = new Set(inhabited(b));
  return inhabited(a).every((cell) => own.has(cell));
}
