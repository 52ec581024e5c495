import type { Arrangement, LayoutEdge, Place, Size } from './layout-input';
import { fit } from './pack';

/** A thing to place, in one of the forms that it can take; forms differ in size and in where its edges meet it. */
export interface PlanItem {
  readonly id: string;
  readonly forms: readonly PlanForm[];
}

export interface PlanForm extends Size {
  /** What the edges within cost in this form: mostly their length. */
  readonly cost: number;
  /** Mean place, within the form, of the ends of the edges that join it to each other item, by that item's id. */
  readonly ends: ReadonlyMap<string, Place>;
}

export interface PlanEdge extends LayoutEdge {
  readonly weight: number;
}

export interface Plan extends Arrangement {
  /** Which form each item took. */
  readonly forms: ReadonlyMap<string, number>;
}

const usualGaps = { columns: 92, items: 44 } as const;
/** What a pixel of mean distance is worth against a pixel of page height, and against the flow's direction. */
const distanceWeight = 0.65;
const backwardsFactor = 1.35;
const maxRounds = 12;
const maxColumns = 7;
/** Of the first guesses, how many are worth improving. */
const guessesImproved = 3;

/** Indexes of items by column, and the form of each item. */
interface Columns {
  readonly columns: readonly (readonly number[])[];
  readonly forms: readonly number[];
}

/**
 * Stands items in columns, flows from left to right, so that the whole has the aspect ratio of a page and
 * joined items are near each other: improves the best first guesses by moving one item at a time. For some
 * dozens of items. The same input gives the same plan.
 */
export function floorplan(
  items: readonly PlanItem[],
  edges: readonly PlanEdge[],
  aspect: number,
  room: number,
): Plan {
  const planner = new Planner(items, edges, aspect, room);
  const order = flowOrder(items, edges);
  const guesses: { columns: Columns; cost: number }[] = [];
  for (let count = 1; count <= Math.min(maxColumns, items.length); count += 1) {
    const columns = splitEvenly(order, items, count);
    guesses.push({ columns, cost: planner.cost(columns) });
  }
  const improved = guesses
    .sort((a, b) => a.cost - b.cost || a.columns.columns.length - b.columns.columns.length)
    .slice(0, guessesImproved)
    .map((guess) => planner.improve(guess.columns, order));
  const [first] = improved;
  if (first === undefined) return { width: 0, height: 0, places: new Map(), forms: new Map() };
  const best = improved.reduce((a, b) => (b.cost < a.cost - 1e-6 ? b : a), first);
  return planner.plan(best.columns);
}

/** Sources first: by what flows out less what flows in, then as given. */
function flowOrder(items: readonly PlanItem[], edges: readonly PlanEdge[]): readonly number[] {
  const balance = new Map<string, number>();
  for (const { from, to, weight } of edges) {
    balance.set(from, (balance.get(from) ?? 0) + weight);
    balance.set(to, (balance.get(to) ?? 0) - weight);
  }
  return items
    .map((item, index) => ({ index, out: balance.get(item.id) ?? 0 }))
    .sort((a, b) => b.out - a.out || a.index - b.index)
    .map(({ index }) => index);
}

/** Columns of about equal height, in order. */
function splitEvenly(order: readonly number[], items: readonly PlanItem[], count: number): Columns {
  const heights = order.map((index) => (items[index]?.forms[0]?.height ?? 0) + usualGaps.items);
  const target = heights.reduce((sum, height) => sum + height, 0) / count;
  const columns: number[][] = [[]];
  let height = 0;
  for (const [at, index] of order.entries()) {
    const isFull = height + (heights[at] ?? 0) / 2 > target * columns.length;
    if (isFull && columns.length < count) columns.push([]);
    height += heights[at] ?? 0;
    columns.at(-1)?.push(index);
  }
  return { columns: columns.filter((column) => column.length > 0), forms: items.map(() => 0) };
}

/** An edge by indexes, with the places of its ends for each form of the item there. */
interface JoinedEnds {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly fromEnds: readonly Place[];
  readonly toEnds: readonly Place[];
}

/** Works out what plans cost, thousands of times: by index, into arrays that are used again. */
class Planner {
  readonly #items: readonly PlanItem[];
  readonly #aspect: number;
  readonly #gaps: { readonly columns: number; readonly items: number };
  readonly #joins: readonly JoinedEnds[];
  readonly #totalWeight: number;
  /** For each item and form, what its own edges cost beyond those of its best form. */
  readonly #inner: readonly (readonly number[])[];
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;

  constructor(items: readonly PlanItem[], edges: readonly PlanEdge[], aspect: number, room: number) {
    this.#items = items;
    this.#gaps = { columns: Math.round(usualGaps.columns * room), items: Math.round(usualGaps.items * room) };
    this.#aspect = aspect;
    this.#xs = new Float64Array(items.length);
    this.#ys = new Float64Array(items.length);
    const indexes = new Map(items.map((item, index) => [item.id, index]));
    this.#joins = edges.flatMap(({ from, to, weight }) => {
      const [a, b] = [indexes.get(from), indexes.get(to)];
      if (a === undefined || b === undefined) return [];
      return [{ from: a, to: b, weight, fromEnds: this.#ends(a, to), toEnds: this.#ends(b, from) }];
    });
    this.#totalWeight = this.#joins.reduce((sum, join) => sum + join.weight, 0);
    this.#inner = items.map(({ forms }) => {
      const least = Math.min(...forms.map((form) => form.cost));
      return forms.map((form) => form.cost - least);
    });
  }

  improve(start: Columns, order: readonly number[]): { readonly columns: Columns; readonly cost: number } {
    let columns = start;
    let cost = this.cost(start);
    for (let round = 0; round < maxRounds; round += 1) {
      let hasImproved = false;
      for (const index of order) {
        for (const candidate of variantsOf(columns, index, this.#items[index]?.forms.length ?? 1)) {
          const price = this.cost(candidate);
          if (price >= cost - 1e-6) continue;
          [columns, cost, hasImproved] = [candidate, price, true];
        }
      }
      if (!hasImproved) break;
    }
    return { columns, cost };
  }

  cost(columns: Columns): number {
    const size = this.#place(columns);
    let distance = 0;
    for (const { from, to, weight, fromEnds, toEnds } of this.#joins) {
      const a = fromEnds[columns.forms[from] ?? 0];
      const b = toEnds[columns.forms[to] ?? 0];
      const dx = (this.#xs[to] ?? 0) + (b?.x ?? 0) - (this.#xs[from] ?? 0) - (a?.x ?? 0);
      const dy = (this.#ys[to] ?? 0) + (b?.y ?? 0) - (this.#ys[from] ?? 0) - (a?.y ?? 0);
      distance += weight * ((dx >= 0 ? dx : -dx * backwardsFactor) + Math.abs(dy));
    }
    for (const [index, form] of columns.forms.entries()) distance += this.#inner[index]?.[form] ?? 0;
    const mean = distance / Math.max(1, this.#totalWeight);
    return fit(size, this.#aspect) + mean * distanceWeight;
  }

  plan(columns: Columns): Plan {
    const size = this.#place(columns);
    const places = new Map<string, Place>();
    const forms = new Map<string, number>();
    for (const [index, item] of this.#items.entries()) {
      places.set(item.id, { x: this.#xs[index] ?? 0, y: this.#ys[index] ?? 0 });
      forms.set(item.id, columns.forms[index] ?? 0);
    }
    return { ...size, places, forms };
  }

  /** Columns side by side, the lower ones centred. */
  #place({ columns, forms }: Columns): Size {
    let width = 0;
    let height = 0;
    const heights: number[] = [];
    for (const column of columns) {
      let sum = -this.#gaps.items;
      for (const index of column) sum += this.#size(index, forms).height + this.#gaps.items;
      heights.push(sum);
      height = Math.max(height, sum);
    }
    for (const [at, column] of columns.entries()) {
      let widest = 0;
      for (const index of column) widest = Math.max(widest, this.#size(index, forms).width);
      let y = Math.round((height - (heights[at] ?? 0)) / 2);
      for (const index of column) {
        const size = this.#size(index, forms);
        this.#xs[index] = width + Math.round((widest - size.width) / 2);
        this.#ys[index] = y;
        y += size.height + this.#gaps.items;
      }
      width += widest + this.#gaps.columns;
    }
    return { width: Math.max(0, width - this.#gaps.columns), height };
  }

  #size(index: number, forms: readonly number[]): Size {
    return this.#items[index]?.forms[forms[index] ?? 0] ?? { width: 0, height: 0 };
  }

  #ends(index: number, other: string): readonly Place[] {
    const forms = this.#items[index]?.forms ?? [];
    return forms.map((form) => form.ends.get(other) ?? { x: form.width / 2, y: form.height / 2 });
  }
}

/** Every plan in which one item stands elsewhere, or has another form. */
function* variantsOf(plan: Columns, moved: number, formCount: number): Iterable<Columns> {
  const rest = plan.columns
    .map((column) => column.filter((index) => index !== moved))
    .filter((column) => column.length > 0);
  for (let form = 0; form < formCount; form += 1) {
    const forms = plan.forms.with(moved, form);
    for (const [index, column] of rest.entries()) {
      for (let at = 0; at <= column.length; at += 1) {
        yield { columns: rest.with(index, [...column.slice(0, at), moved, ...column.slice(at)]), forms };
      }
    }
    for (let at = 0; at <= rest.length; at += 1) {
      yield { columns: [...rest.slice(0, at), [moved], ...rest.slice(at)], forms };
    }
  }
}
