import { type GridPlan, planGrid } from './grid-search';
import {
  type Arrangement,
  arrangement,
  type LayoutEdge,
  type Manner,
  type Place,
  type SizedBox,
} from './layout-input';

const usualGaps = { columns: 84, rows: 46 } as const;
/** Forms much longer or taller than a page are of no use to it. */
const formAspects = { least: 0.4, most: 4.5 } as const;
const maxForms = 6;

/**
 * Stands boxes on a grid, in the forms that it can take: each with another number of columns. Columns and
 * rows between which no edge runs stand closer.
 */
export function arrangeOnGrid(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  { aspect, room }: Manner,
  hasForms: boolean,
): readonly Arrangement[] {
  if (boxes.length === 0) return [{ width: 0, height: 0, places: new Map() }];
  const usual = columnsFor(boxes, aspect);
  const counts = hasForms ? countsNear(usual, boxes.length) : [usual];
  const forms = counts.map((columns) => placed(boxes, planGrid(boxes, edges, columns), room));
  const suited = forms.filter(
    ({ width, height }) => width / height >= formAspects.least && width / height <= formAspects.most,
  );
  return suited.length > 0 ? suited : forms;
}

/** How many columns come nearest to the aspect ratio. */
function columnsFor(boxes: readonly SizedBox[], aspect: number): number {
  const mean = (size: (box: SizedBox) => number) =>
    boxes.reduce((sum, box) => sum + size(box), 0) / boxes.length;
  const width = mean((box) => box.width) + usualGaps.columns;
  const height = mean((box) => box.height) + usualGaps.rows;
  const columns = Math.round(Math.sqrt((boxes.length * aspect * height) / width));
  return Math.min(boxes.length, Math.max(1, columns));
}

/** Numbers of columns, the usual one first, that give grids of different form. */
function countsNear(usual: number, boxes: number): readonly number[] {
  const counts: number[] = [];
  const rowCounts = new Set<number>();
  const near = Array.from({ length: boxes }, (_, index) => index + 1).sort(
    (a, b) => Math.abs(a - usual) - Math.abs(b - usual) || a - b,
  );
  for (const columns of near) {
    const rows = Math.ceil(boxes / columns);
    // As many rows with more columns would only be emptier.
    if (columns > Math.ceil(boxes / rows) || rowCounts.has(rows)) continue;
    rowCounts.add(rows);
    counts.push(columns);
    if (counts.length === maxForms) break;
  }
  return counts;
}

/** From cells to places: a row is as high as its highest card, a column as wide as its widest. */
function placed(boxes: readonly SizedBox[], plan: GridPlan, room: number): Arrangement {
  const widths = new Array<number>(plan.columns).fill(0);
  const heights = new Array<number>(plan.rows).fill(0);
  for (const [index, { width, height }] of boxes.entries()) {
    const { column, row } = cellOf(plan, index);
    widths[column] = Math.max(widths[column] ?? 0, width);
    heights[row] = Math.max(heights[row] ?? 0, height);
  }
  const xs = starts(widths, Math.round(usualGaps.columns * room));
  const ys = starts(heights, Math.round(usualGaps.rows * room));
  const places = new Map<string, Place>();
  for (const [index, { id, width, height }] of boxes.entries()) {
    const { column, row } = cellOf(plan, index);
    places.set(id, {
      x: (xs[column] ?? 0) + Math.round(((widths[column] ?? 0) - width) / 2),
      y: (ys[row] ?? 0) + Math.round(((heights[row] ?? 0) - height) / 2),
    });
  }
  return { ...arrangement(boxes, places), cost: plan.cost };
}

function cellOf(plan: GridPlan, index: number): { readonly column: number; readonly row: number } {
  const cell = plan.cells[index] ?? 0;
  return { column: cell % plan.columns, row: Math.floor(cell / plan.columns) };
}

/** Where each band begins, one after another; an empty band takes no room. */
function starts(extents: readonly number[], gap: number): readonly number[] {
  let at = 0;
  return extents.map((extent) => {
    const start = at;
    if (extent > 0) at += extent + gap;
    return start;
  });
}
