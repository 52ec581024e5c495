import type { Rectangle } from '../scene';

/** Distance of a line's first choice from a card. */
const clearance = 13;
/** A point nearer to a card than this counts as under it. */
const blockedWithin = 5.5;
/** Lines nearer to each other than this are one. */
const minSpacing = 6;
/** Height of a frame's heading, and how far inside its border a line would look like the border's twin. */
const headingHeight = 34;
const headingWidth = 200;
const borderBand = 17;

/**
 * The lines that edges may run along: beside every card and frame, and through the middle of every card
 * (to meet it). Far fewer than a raster's, and none is wasted on empty ground.
 */
export class RoutingGrid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly columns: number;
  readonly rows: number;
  /** Per point: 1 under a card. */
  readonly blocked: Uint8Array;
  /** Per point, for moves along each axis: 1 where a line would hug a frame's border, 3 where it would cross a heading. */
  readonly unwelcomeAcross: Uint8Array;
  readonly unwelcomeDown: Uint8Array;
  /** Per point: how many edges already run through it along each axis. */
  readonly usedAcross: Uint8Array;
  readonly usedDown: Uint8Array;

  /** `rows`: those of open cards, at which edges may meet them. */
  constructor(boxes: readonly Rectangle[], frames: readonly Rectangle[], rows: readonly Rectangle[] = []) {
    const xs: number[] = [];
    const ys: number[] = [];
    for (const box of boxes) {
      xs.push(box.x - clearance, box.x + box.width / 2, box.x + box.width + clearance);
      ys.push(box.y - clearance, box.y + box.height / 2, box.y + box.height + clearance);
    }
    for (const row of rows) ys.push(row.y + row.height / 2);
    for (const frame of frames) {
      xs.push(frame.x - clearance, frame.x + frame.width + clearance);
      ys.push(frame.y - clearance, frame.y + frame.height + clearance);
    }
    this.xs = spaced(xs);
    this.ys = spaced(ys);
    this.columns = this.xs.length;
    this.rows = this.ys.length;
    const size = this.columns * this.rows;
    this.blocked = new Uint8Array(size);
    this.unwelcomeAcross = new Uint8Array(size);
    this.unwelcomeDown = new Uint8Array(size);
    this.usedAcross = new Uint8Array(size);
    this.usedDown = new Uint8Array(size);
    for (const box of boxes) this.#mark(this.blocked, grown(box, blockedWithin), 1);
    for (const frame of frames) this.#markFrame(frame);
  }

  /** Index of the first column at or right of `x`; `columns` where there is none. */
  columnFrom(x: number): number {
    return firstAtLeast(this.xs, x);
  }

  rowFrom(y: number): number {
    return firstAtLeast(this.ys, y);
  }

  #markFrame(frame: Rectangle): void {
    const { x, y, width, height } = frame;
    this.#mark(this.unwelcomeAcross, { x, y: y + height - borderBand, width, height: borderBand + 6 }, 1);
    this.#mark(this.unwelcomeDown, { x: x - 6, y, width: borderBand + 6, height }, 1);
    this.#mark(this.unwelcomeDown, { x: x + width - borderBand, y, width: borderBand + 6, height }, 1);
    this.#mark(this.unwelcomeAcross, { x, y: y - 6, width, height: headingHeight + 6 }, 3);
    this.#mark(this.unwelcomeDown, { x, y, width: Math.min(width, headingWidth), height: headingHeight }, 3);
  }

  #mark(into: Uint8Array, area: Rectangle, value: number): void {
    const firstColumn = this.columnFrom(area.x);
    const firstRow = this.rowFrom(area.y);
    const right = area.x + area.width;
    const bottom = area.y + area.height;
    for (let row = firstRow; row < this.rows && (this.ys[row] ?? 0) <= bottom; row += 1) {
      for (let column = firstColumn; column < this.columns && (this.xs[column] ?? 0) <= right; column += 1) {
        into[row * this.columns + column] = value;
      }
    }
  }
}

/** Sorted, and thinned out to the least spacing. */
function spaced(values: number[]): Float64Array {
  values.sort((a, b) => a - b);
  const kept: number[] = [];
  for (const value of values) {
    const last = kept.at(-1);
    if (last === undefined || value - last >= minSpacing) kept.push(value);
  }
  return Float64Array.from(kept);
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grown(box: Rectangle, by: number): Rectangle {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}
