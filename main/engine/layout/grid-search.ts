import type { LayoutEdge, SizedBox } from './layout-input';

/** The cells of a grid, and in which of them each box stands. */
export interface GridPlan {
  readonly columns: number;
  readonly rows: number;
  /** For each box, by its index: column + row × columns. */
  readonly cells: readonly number[];
  /** What its edges cost in all: lower is better, and comparable between plans of the same boxes. */
  readonly cost: number;
}

/** What a step costs in pixels, and how much more one against the flow does. */
const step = { across: 300, down: 150 } as const;
const against = { across: 0.9, down: 0.5 } as const;
const bend = 70;
/** A straight line with a card in its way has to go round. */
const detour = 190;
const maxRounds = 40;
/** How often a settled plan is shaken and settled again. */
const shakes = 10;

interface Join {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds boxes cells of a grid so that edges are short, run to the right or down, and have no card in the
 * way: by moving or exchanging one at a time until nothing improves, a few times over. Far fewer empty
 * places than layers leave, and cards stand in rows and columns. The same input gives the same plan.
 */
export function planGrid(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  columns: number,
): GridPlan {
  const search = new GridSearch(boxes, edges, columns);
  search.settle();
  let best = search.plan();
  const random = sequence(boxes.length * 31 + columns);
  for (let shake = 0; shake < shakes && boxes.length > 3; shake += 1) {
    search.restore(best);
    search.shake(random);
    search.settle();
    const plan = search.plan();
    if (plan.cost < best.cost - 1e-6) best = plan;
  }
  return best;
}

class GridSearch {
  readonly #columns: number;
  readonly #rows: number;
  /** Box by cell; −1 where none stands. */
  readonly #boxAt: Int32Array;
  readonly #cells: Int32Array;
  readonly #joins: readonly Join[];
  readonly #joinsOf: readonly (readonly Join[])[];

  constructor(boxes: readonly SizedBox[], edges: readonly LayoutEdge[], columns: number) {
    const indexes = new Map(boxes.map((box, index) => [box.id, index]));
    this.#columns = columns;
    this.#rows = Math.ceil(boxes.length / columns);
    this.#boxAt = new Int32Array(columns * this.#rows).fill(-1);
    this.#cells = new Int32Array(boxes.length);
    const joinsOf: Join[][] = boxes.map(() => []);
    this.#joins = edges.flatMap((edge) => {
      const [from, to] = [indexes.get(edge.from), indexes.get(edge.to)];
      if (from === undefined || to === undefined || from === to) return [];
      const join = { from, to };
      joinsOf[from]?.push(join);
      joinsOf[to]?.push(join);
      return [join];
    });
    this.#joinsOf = joinsOf;
    for (const [at, box] of flowOrder(boxes.length, this.#joins).entries()) this.#put(box, this.#start(at));
  }

  plan(): GridPlan {
    const cells = [...this.#cells];
    return { columns: this.#columns, rows: this.#rows, cells, cost: this.#total() };
  }

  restore(plan: GridPlan): void {
    this.#boxAt.fill(-1);
    for (const [box, cell] of plan.cells.entries()) this.#put(box, cell);
  }

  /** Moves or exchanges boxes while that improves anything. */
  settle(): void {
    for (let round = 0; round < maxRounds; round += 1) {
      let hasImproved = false;
      for (let box = 0; box < this.#cells.length; box += 1) {
        if (this.#moveToBest(box)) hasImproved = true;
      }
      if (!hasImproved) return;
    }
  }

  /** Exchanges some pairs of cells at random. */
  shake(random: () => number): void {
    const times = Math.max(2, Math.round(this.#cells.length / 5));
    for (let time = 0; time < times; time += 1) {
      const box = Math.floor(random() * this.#cells.length);
      this.#exchange(box, Math.floor(random() * this.#boxAt.length));
    }
  }

  /** Columns are filled one after another: what comes early in the flow stands left. */
  #start(at: number): number {
    return Math.floor(at / this.#rows) + (at % this.#rows) * this.#columns;
  }

  #moveToBest(box: number): boolean {
    const home = this.#cells[box] ?? 0;
    let best = home;
    let bestGain = 1e-6;
    for (let cell = 0; cell < this.#boxAt.length; cell += 1) {
      if (cell === home) continue;
      const other = this.#boxAt[cell] ?? -1;
      const before = this.#costAround(box, other);
      this.#exchange(box, cell);
      const gain = before - this.#costAround(box, other);
      this.#exchange(box, home);
      if (gain > bestGain) [best, bestGain] = [cell, gain];
    }
    if (best === home) return false;
    this.#exchange(box, best);
    return true;
  }

  #exchange(box: number, cell: number): void {
    const home = this.#cells[box] ?? 0;
    const other = this.#boxAt[cell] ?? -1;
    this.#boxAt[home] = other;
    if (other >= 0) this.#cells[other] = home;
    this.#put(box, cell);
  }

  #put(box: number, cell: number): void {
    this.#boxAt[cell] = box;
    this.#cells[box] = cell;
  }

  #costAround(box: number, other: number): number {
    let sum = 0;
    for (const join of this.#joinsOf[box] ?? []) sum += this.#cost(join);
    for (const join of this.#joinsOf[other] ?? []) {
      if (join.from !== box && join.to !== box) sum += this.#cost(join);
    }
    return sum;
  }

  #total(): number {
    return this.#joins.reduce((sum, join) => sum + this.#cost(join), 0);
  }

  #cost({ from, to }: Join): number {
    const [a, b] = [this.#cells[from] ?? 0, this.#cells[to] ?? 0];
    const dx = (b % this.#columns) - (a % this.#columns);
    const dy = Math.floor(b / this.#columns) - Math.floor(a / this.#columns);
    const across = Math.abs(dx) * step.across * (dx < 0 ? 1 + against.across : 1);
    const down = Math.abs(dy) * step.down * (dy < 0 ? 1 + against.down : 1);
    if (dx !== 0 && dy !== 0) return across + down + bend;
    const stride = dx === 0 ? Math.sign(dy) * this.#columns : Math.sign(dx);
    let inTheWay = 0;
    for (let cell = a + stride; cell !== b; cell += stride) {
      if ((this.#boxAt[cell] ?? -1) >= 0) inTheWay = detour;
    }
    return across + down + inTheWay;
  }
}

/** Sources first: each box after those it receives from, as far as cycles allow; then as given. */
function flowOrder(count: number, joins: readonly Join[]): readonly number[] {
  const waiting = new Array<number>(count).fill(0);
  for (const { to } of joins) waiting[to] = (waiting[to] ?? 0) + 1;
  const left = new Set(Array.from({ length: count }, (_, index) => index));
  const order: number[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const box of left) if (next < 0 || (waiting[box] ?? 0) < (waiting[next] ?? 0)) next = box;
    left.delete(next);
    order.push(next);
    for (const { from, to } of joins) if (from === next) waiting[to] = (waiting[to] ?? 0) - 1;
  }
  return order;
}

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
