import type { Rectangle } from '../scene';

const cell = 160;

/** Rectangles by where they are, for asking which touch a given one. */
export class RectangleIndex<T extends Rectangle> {
  readonly #cells = new Map<number, number[]>();
  readonly #items: T[] = [];
  /** Per item: the question that met it last, so that each is answered once though it lies in many cells. */
  readonly #met: number[] = [];
  #question = 0;

  constructor(rectangles: Iterable<T>) {
    for (const rectangle of rectangles) this.add(rectangle);
  }

  add(rectangle: T): void {
    const index = this.#items.push(rectangle) - 1;
    this.#met.push(0);
    const { left, right, top, bottom } = cellsOf(rectangle);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const key = row * 65_536 + column;
        const list = this.#cells.get(key);
        if (list === undefined) this.#cells.set(key, [index]);
        else list.push(index);
      }
    }
  }

  /** The sum over all that share ground with the area. */
  sumTouching(area: Rectangle, price: (rectangle: T) => number): number {
    this.#question += 1;
    let sum = 0;
    const { left, right, top, bottom } = cellsOf(area);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        for (const index of this.#cells.get(row * 65_536 + column) ?? []) {
          const item = this.#items[index];
          if (item === undefined || this.#met[index] === this.#question) continue;
          this.#met[index] = this.#question;
          if (intersects(item, area)) sum += price(item);
        }
      }
    }
    return sum;
  }
}

function cellsOf({ x, y, width, height }: Rectangle) {
  return {
    left: Math.floor(x / cell),
    right: Math.floor((x + width) / cell),
    top: Math.floor(y / cell),
    bottom: Math.floor((y + height) / cell),
  };
}

/** Whether two rectangles share ground; sharing a border is not enough. */
export function intersects(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
