/** A cursor over the groups of one run, standing on its first. */
export interface RunCursor<Self> {
  readonly ids: Uint32Array;
  readonly count: number;
  next(): boolean;
  compare(other: Self): number;
}

/**
 * Visits the groups of several runs in order of key, those of one key as one group. Cursors come in order
 * of run, so that ids rise within a group. The array of ids is used again: read it at once.
 */
export function mergeRuns<Cursor extends RunCursor<Cursor>>(
  cursors: readonly Cursor[],
  visit: (ids: Uint32Array, count: number, cursor: Cursor) => void,
): void {
  const order = new Map(cursors.map((cursor, index) => [cursor, index]));
  const heap: Cursor[] = [];
  const isBefore = (a: Cursor, b: Cursor): boolean => {
    const difference = a.compare(b);
    return difference === 0 ? (order.get(a) ?? 0) < (order.get(b) ?? 0) : difference < 0;
  };
  const push = (cursor: Cursor): void => {
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Cursor;
      if (!isBefore(cursor, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = cursor;
  };
  /** Puts a cursor in the place of the top, which left it. */
  const replaceTop = (cursor: Cursor): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Cursor, heap[child] as Cursor)) child += 1;
      const below = heap[child] as Cursor;
      if (isBefore(cursor, below)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = cursor;
  };
  const removeTop = (): void => {
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) replaceTop(last);
  };

  for (const cursor of cursors) if (cursor.next()) push(cursor);
  const alike: Cursor[] = [];
  let gathered = new Uint32Array(64);
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    const second = heap.length > 1 ? secondOf(heap, isBefore) : undefined;
    if (second === undefined || top.compare(second) !== 0) {
      visit(top.ids, top.count, top);
      if (top.next()) replaceTop(top);
      else removeTop();
      continue;
    }
    let count = 0;
    alike.length = 0;
    for (let next = heap[0]; next !== undefined && next.compare(top) === 0; next = heap[0]) {
      if (count + next.count > gathered.length) {
        const larger = new Uint32Array((count + next.count) * 2);
        larger.set(gathered.subarray(0, count));
        gathered = larger;
      }
      gathered.set(next.ids.subarray(0, next.count), count);
      count += next.count;
      alike.push(next);
      removeTop();
    }
    visit(gathered, count, top);
    for (const cursor of alike) if (cursor.next()) push(cursor);
  }
}

function secondOf<Cursor>(
  heap: readonly Cursor[],
  isBefore: (a: Cursor, b: Cursor) => boolean,
): Cursor | undefined {
  const [, left, right] = heap;
  return left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
}
