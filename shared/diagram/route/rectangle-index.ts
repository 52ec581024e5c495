import type { Rectangle } from '../scene';

const cell = 160;

/** Rectangles by where they are, for asking which touch a given one. */
export class RectangleIndex<T extends Rectangle> {
  readonly #cells = new Map<number, T[]>();

  constructor(rectangles: Iterable<T>) {
    for (const rectangle of rectangles) this.add(rectangle);
  }

  add(rectangle: T): void {
    for (const key of keysOf(rectangle)) {
      const list = this.#cells.get(key);
      if (list === undefined) this.#cells.set(key, [rectangle]);
      else list.push(rectangle);
    }
  }

  /** Each once, in the order in which they were added to the cells. */
  touching(area: Rectangle): ReadonlySet<T> {
    const found = new Set<T>();
    for (const key of keysOf(area)) {
      for (const rectangle of this.#cells.get(key) ?? [])
        if (intersects(rectangle, area)) found.add(rectangle);
    }
    return found;
  }
}

function* keysOf({ x, y, width, height }: Rectangle): Iterable<number> {
  const right = Math.floor((x + width) / cell);
  const bottom = Math.floor((y + height) / cell);
  for (let row = Math.floor(y / cell); row <= bottom; row += 1) {
    for (let column = Math.floor(x / cell); column <= right; column += 1) yield row * 65_536 + column;
  }
}

/** Whether two rectangles share ground; sharing a border is not enough. */
export function intersects(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
