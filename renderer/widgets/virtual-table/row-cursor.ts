/** The row one stands on and the rows chosen from `anchor` to it; indices among the rows shown. */
export interface RowCursor {
  readonly active: number;
  readonly anchor: number;
}

const pageRows = 12;

/**
 * Where a key takes the cursor, or null for a key that is not the table's. Shift keeps the anchor, so that
 * a range grows; Ctrl/Cmd+A chooses everything.
 */
export function moveCursor(
  cursor: RowCursor,
  key: { readonly key: string; readonly shiftKey: boolean; readonly isCommand: boolean },
  count: number,
): RowCursor | null {
  if (count === 0) return null;
  if (key.isCommand) return key.key.toLowerCase() === 'a' ? { anchor: 0, active: count - 1 } : null;
  const last = count - 1;
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
  return { active, anchor: key.shiftKey ? cursor.anchor : active };
}

/** First and last chosen row, inclusive. */
export function chosenRange(cursor: RowCursor): readonly [number, number] {
  return cursor.active < cursor.anchor ? [cursor.active, cursor.anchor] : [cursor.anchor, cursor.active];
}
