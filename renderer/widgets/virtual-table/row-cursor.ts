/** First and last row of a run of rows, inclusive; indices among the rows shown. */
export type RowRange = readonly [number, number];

/** The row one stands on and the rows chosen; indices among the rows shown. */
export interface RowCursor {
  readonly active: number;
  /** The rows from here to `active` are chosen; null where `active` is stood on and not chosen. */
  readonly anchor: number | null;
  /** Runs chosen before, one by one. */
  readonly kept?: readonly RowRange[];
}

const pageRows = 12;

/**
 * Where a key takes the cursor, or null for a key that is not the table's. Shift keeps the anchor, so that
 * a range grows; Ctrl/Cmd with an arrow moves and leaves the choice as it is, with Space it adds the row to
 * the choice or takes it out, and with A it chooses everything.
 */
export function moveCursor(
  cursor: RowCursor,
  key: { readonly key: string; readonly shiftKey: boolean; readonly isCommand: boolean },
  count: number,
): RowCursor | null {
  if (count === 0) return null;
  const last = count - 1;
  if (key.isCommand && key.key.toLowerCase() === 'a') return { anchor: 0, active: last };
  if (key.isCommand && key.key === ' ') return toggleRow(cursor, cursor.active);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: cursor.active + 1,
    ArrowUp: cursor.active - 1,
    PageDown: cursor.active + pageRows,
    PageUp: cursor.active - pageRows,
    Home: 0,
    End: last,
  };
  const target = targets[key.key];
  if (target === undefined) return null;
  const active = Math.max(0, Math.min(last, target));
  if (key.shiftKey) return { ...cursor, active, anchor: cursor.anchor ?? cursor.active };
  if (key.isCommand) return { active, anchor: null, kept: chosenRanges(cursor) };
  return { active, anchor: active };
}

/** Adds a row to the chosen ones or takes it out; the last one stays, because copying nothing is no use. */
export function toggleRow(cursor: RowCursor, index: number): RowCursor {
  const ranges = chosenRanges(cursor);
  if (!isChosen(ranges, index)) return { active: index, anchor: index, kept: ranges };
  const left = ranges.flatMap(([from, to]): readonly RowRange[] => {
    if (index < from || index > to) return [[from, to]];
    const parts: readonly RowRange[] = [
      [from, index - 1],
      [index + 1, to],
    ];
    return parts.filter(([first, end]) => first <= end);
  });
  return left.length === 0 ? { active: index, anchor: index } : { active: index, anchor: null, kept: left };
}

/** The chosen rows as runs in their order that neither overlap nor touch. */
export function chosenRanges({ active, anchor, kept = [] }: RowCursor): readonly RowRange[] {
  const own: readonly RowRange[] =
    anchor === null ? [] : [[Math.min(active, anchor), Math.max(active, anchor)]];
  const merged: [number, number][] = [];
  for (const [from, to] of [...kept, ...own].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before === undefined || from > before[1] + 1) merged.push([from, to]);
    else before[1] = Math.max(before[1], to);
  }
  return merged;
}

export function isChosen(ranges: readonly RowRange[], index: number): boolean {
  return ranges.some(([from, to]) => index >= from && index <= to);
}

/** The cursor within a list that has become shorter. */
export function withinRows(cursor: RowCursor, count: number): RowCursor {
  const last = Math.max(0, count - 1);
  return {
    active: Math.min(cursor.active, last),
    anchor: cursor.anchor === null ? null : Math.min(cursor.anchor, last),
    kept: (cursor.kept ?? []).flatMap(([from, to]) => (from > last ? [] : [[from, Math.min(to, last)]])),
  };
}
