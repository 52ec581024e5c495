import type { Rectangle } from '../scene';
import { BucketQueue } from './bucket-queue';
import type { RoutingGrid } from './routing-grid';

/** Headings: the order matters, opposite ones differ by two. */
const east = 0;
const south = 1;
const west = 2;
const north = 3;
type Heading = 0 | 1 | 2 | 3;
const headings: readonly Heading[] = [east, south, west, north];

/** What a path is made to pay, in pixels of detour it is worth. */
const cost = {
  bend: 34,
  crossing: 14,
  /** Factors on the length run. */
  underCard: 14,
  unwelcome: 1.6,
  shared: 0.5,
  /** Leaving or entering at another side than left to right. */
  sideways: 26,
  backwards: 60,
  /** For each edge already at that side, and each pixel off its middle. */
  usedPort: 7,
  offMiddle: 0.3,
} as const;

/**
 * By how much the search trusts the way left to be straight: above 1 it may miss the very cheapest path and
 * looks at a fraction of the points. Far ends are searched in more haste, and where a search has looked at
 * too many states all the same, the next one hurries.
 */
const attemptsFor = (distance: number): readonly { readonly haste: number; readonly limit: number }[] =>
  distance < 900
    ? [
        { haste: 1.3, limit: 2000 },
        { haste: 3, limit: Number.POSITIVE_INFINITY },
      ]
    : [
        { haste: distance < 2000 ? 1.8 : 2.4, limit: 2500 },
        { haste: 5, limit: Number.POSITIVE_INFINITY },
      ];

/** No heading: where a search starts. */
const none = 4;

/** Nearest to a corner that an edge may meet a card. */
const portInset = 9;
const rowInset = 1;

/** A path along grid lines: from card border to card border, corners only. */
export interface FoundPath {
  /** Axis of the first segment. */
  readonly startsAcross: boolean;
  /** Coordinate at which each segment runs: y of one that runs across, x of one that runs down. */
  readonly at: readonly number[];
  /** Where the first segment leaves its card, along its own axis, and where the last one meets its own. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Where a path begins or ends: a card, or the row of an open one, which has a left and a right side only. */
export interface PathEnd {
  readonly box: Rectangle;
  readonly id: string;
  readonly isRow: boolean;
}

interface Port {
  readonly point: number;
  readonly heading: Heading;
  readonly cost: number;
}

/** Finds one path after another on the same grid, each avoiding what the earlier ones use. */
export class PathFinder {
  readonly #grid: RoutingGrid;
  readonly #queue = new BucketQueue();
  /** Per state (point × heading): cheapest cost so far, valid where the stamp is this search's. */
  readonly #costs: Float32Array;
  /** Twice the number of the search that reached the state last, and one more once it was taken. */
  readonly #stamps: Int32Array;
  /** Heading of the state before, which lies one step back; `none` at a start. */
  readonly #parents: Uint8Array;
  readonly #portsUsed = new Map<string, number>();
  #search = 0;
  #haste = 1;

  constructor(grid: RoutingGrid) {
    this.#grid = grid;
    const states = grid.columns * grid.rows * 4;
    this.#costs = new Float32Array(states);
    this.#stamps = new Int32Array(states);
    this.#parents = new Uint8Array(states);
  }

  /** A cheap path between two different cards, or null where they leave no room at all. */
  find(start: PathEnd, end: PathEnd): FoundPath | null {
    const { box: from } = start;
    const { box: to } = end;
    const starts = this.#ports(start, false);
    const goals = new Map(this.#ports(end, true).map((port) => [port.point * 4 + port.heading, port.cost]));
    const distance = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    for (const { haste, limit } of attemptsFor(distance)) {
      this.#search += 1;
      this.#haste = haste;
      this.#queue.clear();
      for (const { point, heading, cost: price } of starts) this.#offer(point * 4 + heading, price, none, to);
      const last = this.#run(goals, to, limit);
      if (last >= 0) return this.#trace(last, start, end);
    }
    return null;
  }

  /** Takes states in order of cost until the target's; returns that state, or -1. */
  #run(goals: ReadonlyMap<number, number>, to: Rectangle, limit: number): number {
    const goalFlag = this.#costs.length;
    const taken = this.#search * 2 + 1;
    for (let count = 0; count < limit; ) {
      const item = this.#queue.pop();
      if (item < 0) return -1;
      if (item >= goalFlag) return item - goalFlag;
      if (this.#stamps[item] === taken) continue;
      this.#stamps[item] = taken;
      count += 1;
      const spent = this.#costs[item] ?? 0;
      const goal = goals.get(item);
      if (goal !== undefined) this.#queue.push(item + goalFlag, spent + goal);
      const heading = (item & 3) as Heading;
      this.#step(item, heading, spent, to);
      this.#step(item, ((heading + 1) & 3) as Heading, spent + cost.bend, to);
      this.#step(item, ((heading + 3) & 3) as Heading, spent + cost.bend, to);
    }
    return -1;
  }

  #step(state: number, heading: Heading, spent: number, to: Rectangle): void {
    const { columns, rows, xs, ys, blocked } = this.#grid;
    const point = state >> 2;
    const column = point % columns;
    const row = (point - column) / columns;
    const nextColumn = heading === east ? column + 1 : heading === west ? column - 1 : column;
    const nextRow = heading === south ? row + 1 : heading === north ? row - 1 : row;
    if (nextColumn < 0 || nextRow < 0 || nextColumn >= columns || nextRow >= rows) return;
    const next = nextRow * columns + nextColumn;
    const isAcross = heading === east || heading === west;
    const length = isAcross
      ? Math.abs((xs[nextColumn] ?? 0) - (xs[column] ?? 0))
      : Math.abs((ys[nextRow] ?? 0) - (ys[row] ?? 0));
    const { usedAcross, usedDown, unwelcomeAcross, unwelcomeDown } = this.#grid;
    const along = isAcross ? usedAcross : usedDown;
    const athwart = isAcross ? usedDown : usedAcross;
    const unwelcome = isAcross ? unwelcomeAcross : unwelcomeDown;
    let factor = 1;
    if (blocked[next] === 1 || blocked[point] === 1) factor += cost.underCard;
    factor += (unwelcome[next] ?? 0) * cost.unwelcome;
    const sharing = Math.min(along[next] ?? 0, along[point] ?? 0, 4);
    factor += sharing * cost.shared;
    const crossings = Math.min(athwart[next] ?? 0, 6) * cost.crossing;
    this.#offer(next * 4 + heading, spent + length * factor + crossings, state & 3, to);
  }

  #offer(state: number, spent: number, parent: number, to: Rectangle): void {
    const open = this.#search * 2;
    const stamp = this.#stamps[state] ?? 0;
    if (stamp > open || (stamp === open && (this.#costs[state] ?? 0) <= spent)) return;
    this.#stamps[state] = open;
    this.#costs[state] = spent;
    this.#parents[state] = parent;
    this.#queue.push(state, spent + this.#remaining(state, to));
  }

  /** The state before, one step back along the heading; -1 at a start. */
  #before(state: number): number {
    const parent = this.#parents[state] ?? none;
    if (parent === none) return -1;
    const { columns } = this.#grid;
    const heading = state & 3;
    const back = heading === east ? -1 : heading === west ? 1 : heading === south ? -columns : columns;
    return ((state >> 2) + back) * 4 + parent;
  }

  /** About what is left to pay: the way to the card's border, and the bends that it takes at least. */
  #remaining(state: number, to: Rectangle): number {
    const point = state >> 2;
    const column = point % this.#grid.columns;
    const x = this.#grid.xs[column] ?? 0;
    const y = this.#grid.ys[(point - column) / this.#grid.columns] ?? 0;
    const dx = x < to.x ? to.x - x : Math.min(0, to.x + to.width - x);
    const dy = y < to.y ? to.y - y : Math.min(0, to.y + to.height - y);
    const heading = state & 3;
    const ahead = heading === east ? dx : heading === west ? -dx : heading === south ? dy : -dy;
    const aside = heading === east || heading === west ? dy : dx;
    const bends = aside === 0 ? (ahead >= 0 ? 0 : 2) : ahead >= 0 ? 1 : 2;
    return (Math.abs(dx) + Math.abs(dy)) * this.#haste + bends * cost.bend;
  }

  /** Points beside a card from which, or into which, an edge may run. Flows read from left to right. */
  #ports({ box, id, isRow }: PathEnd, isTarget: boolean): readonly Port[] {
    const { columns, rows, xs, ys } = this.#grid;
    const ports: Port[] = [];
    for (const side of headings) {
      const isSide = side === east || side === west;
      if (isRow && !isSide) continue;
      const heading = (isTarget ? (side + 2) & 3 : side) as Heading;
      const penalty =
        (heading === east ? 0 : isSide ? cost.backwards : cost.sideways) +
        cost.usedPort * (this.#portsUsed.get(`${side} ${id}`) ?? 0);
      const border = {
        [east]: box.x + box.width,
        [south]: box.y + box.height,
        [west]: box.x,
        [north]: box.y,
      }[side];
      const lines = isSide ? xs : ys;
      const beyond = side === east || side === south;
      const line = beyond
        ? isSide
          ? this.#grid.columnFrom(border + 6)
          : this.#grid.rowFrom(border + 6)
        : (isSide ? this.#grid.columnFrom(border - 6 + 0.001) : this.#grid.rowFrom(border - 6 + 0.001)) - 1;
      if (line < 0 || line >= (isSide ? columns : rows)) continue;
      const reach = Math.abs((lines[line] ?? 0) - border);
      const inset = isRow ? rowInset : portInset;
      const low = (isSide ? box.y : box.x) + inset;
      const high = (isSide ? box.y + box.height : box.x + box.width) - inset;
      const across = isSide ? ys : xs;
      const middle = (low + high) / 2;
      const limit = isSide ? rows : columns;
      for (
        let index = isSide ? this.#grid.rowFrom(low) : this.#grid.columnFrom(low);
        index < limit;
        index += 1
      ) {
        const value = across[index] ?? 0;
        if (value > high) break;
        const point = isSide ? index * columns + line : line * columns + index;
        ports.push({ point, heading, cost: reach + penalty + Math.abs(value - middle) * cost.offMiddle });
      }
    }
    return ports;
  }

  #trace(end: number, { box: from, id: fromId }: PathEnd, { box: to, id: toId }: PathEnd): FoundPath {
    const states: number[] = [];
    for (let state = end; state >= 0; state = this.#before(state)) states.push(state);
    states.reverse();
    const at: number[] = [];
    let previous = -1;
    for (const state of states) {
      const point = state >> 2;
      const isAcross = (state & 1) === 0;
      const used = isAcross ? this.#grid.usedAcross : this.#grid.usedDown;
      used[point] = Math.min(255, (used[point] ?? 0) + 1);
      const heading = state & 3;
      if (heading === previous) continue;
      previous = heading;
      const column = point % this.#grid.columns;
      // The state after a turn lies one step on; its line is the one it runs along.
      at.push(
        isAcross ? (this.#grid.ys[(point - column) / this.#grid.columns] ?? 0) : (this.#grid.xs[column] ?? 0),
      );
    }
    const first = ((states[0] ?? 0) & 3) as Heading;
    const last = (end & 3) as Heading;
    this.#takePort(first, fromId);
    this.#takePort(((last + 2) & 3) as Heading, toId);
    return {
      startsAcross: first === east || first === west,
      at,
      startAt: borderAt(from, first),
      endAt: borderAt(to, ((last + 2) & 3) as Heading),
    };
  }

  #takePort(side: Heading, id: string): void {
    const key = `${side} ${id}`;
    this.#portsUsed.set(key, (this.#portsUsed.get(key) ?? 0) + 1);
  }
}

function borderAt(box: Rectangle, side: Heading): number {
  if (side === east) return box.x + box.width;
  if (side === west) return box.x;
  return side === south ? box.y + box.height : box.y;
}
