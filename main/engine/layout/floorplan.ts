import type { Arrangement, LayoutEdge, Place, Size } from './layout-input';
import { fit } from './pack';

/** A thing to place, in one of the forms that it can take; forms differ in size and in where its edges meet it. */
export interface PlanItem {
  readonly id: string;
  readonly forms: readonly PlanForm[];
}

export interface PlanForm extends Size {
  /** Mean place, within the form, of the ends of the edges that join it to each other item, by that item's id. */
  readonly ends: ReadonlyMap<string, Place>;
}

export interface PlanEdge extends LayoutEdge {
  readonly weight: number;
}

export interface Plan extends Arrangement {
  /** Which form each item took. */
  readonly forms: ReadonlyMap<string, number>;
  readonly cost: number;
}

const gaps = { columns: 110, items: 56 } as const;
/** What a pixel of mean distance is worth against a pixel of page height, and against the flow's direction. */
const distanceWeight = 0.9;
const backwardsFactor = 1.35;
const maxRounds = 14;

interface Slot {
  readonly item: PlanItem;
  readonly form: number;
}
type Columns = readonly (readonly Slot[])[];

/**
 * Stands items in columns, flows from left to right, so that the whole has the aspect ratio of a page and
 * joined items are near each other: improves several first guesses by moving one item at a time. For some
 * dozens of items. The same input gives the same plan.
 */
export function floorplan(items: readonly PlanItem[], edges: readonly PlanEdge[], aspect: number): Plan {
  const ordered = flowOrder(items, edges);
  let best: { columns: Columns; cost: number } | undefined;
  for (let count = 1; count <= Math.min(7, items.length); count += 1) {
    const improved = improve(splitEvenly(ordered, count), edges, aspect);
    if (best === undefined || improved.cost < best.cost - 1e-6) best = improved;
  }
  const columns = best?.columns ?? [];
  return { ...placeColumns(columns), forms: formsOf(columns), cost: best?.cost ?? 0 };
}

/** Sources first: by what flows out less what flows in, then as given. */
function flowOrder(items: readonly PlanItem[], edges: readonly PlanEdge[]): readonly PlanItem[] {
  const balance = new Map<string, number>();
  for (const { from, to, weight } of edges) {
    balance.set(from, (balance.get(from) ?? 0) + weight);
    balance.set(to, (balance.get(to) ?? 0) - weight);
  }
  return items
    .map((item, index) => ({ item, index, out: balance.get(item.id) ?? 0 }))
    .sort((a, b) => b.out - a.out || a.index - b.index)
    .map(({ item }) => item);
}

/** Columns of about equal height, in order. */
function splitEvenly(items: readonly PlanItem[], count: number): Columns {
  const heights = items.map((item) => (item.forms[0]?.height ?? 0) + gaps.items);
  const target = heights.reduce((sum, height) => sum + height, 0) / count;
  const columns: Slot[][] = [[]];
  let height = 0;
  for (const [index, item] of items.entries()) {
    if (height + (heights[index] ?? 0) / 2 > target * columns.length && columns.length < count)
      columns.push([]);
    height += heights[index] ?? 0;
    columns.at(-1)?.push({ item, form: 0 });
  }
  return columns.filter((column) => column.length > 0);
}

function improve(
  start: Columns,
  edges: readonly PlanEdge[],
  aspect: number,
): { readonly columns: Columns; readonly cost: number } {
  let columns = start;
  let cost = costOf(columns, edges, aspect);
  const ids = start.flat().map(({ item }) => item.id);
  for (let round = 0; round < maxRounds; round += 1) {
    let hasImproved = false;
    for (const id of ids) {
      for (const candidate of variantsOf(columns, id)) {
        const price = costOf(candidate, edges, aspect);
        if (price >= cost - 1e-6) continue;
        [columns, cost, hasImproved] = [candidate, price, true];
      }
    }
    if (!hasImproved) break;
  }
  return { columns, cost };
}

/** Every plan in which one item stands elsewhere, or has another form. */
function* variantsOf(columns: Columns, id: string): Iterable<Columns> {
  const slot = columns.flat().find(({ item }) => item.id === id);
  if (slot === undefined) return;
  const rest = columns
    .map((column) => column.filter(({ item }) => item.id !== id))
    .filter((column) => column.length > 0);
  for (let form = 0; form < slot.item.forms.length; form += 1) {
    const moved: Slot = { item: slot.item, form };
    for (const [index, column] of rest.entries()) {
      for (let at = 0; at <= column.length; at += 1) {
        yield rest.with(index, [...column.slice(0, at), moved, ...column.slice(at)]);
      }
    }
    for (let at = 0; at <= rest.length; at += 1) yield [...rest.slice(0, at), [moved], ...rest.slice(at)];
  }
}

function costOf(columns: Columns, edges: readonly PlanEdge[], aspect: number): number {
  const { places, width, height } = placeColumns(columns);
  const forms = new Map(columns.flat().map(({ item, form }) => [item.id, item.forms[form]]));
  let distance = 0;
  let weights = 0;
  for (const { from, to, weight } of edges) {
    const a = endOf(places.get(from), forms.get(from), to);
    const b = endOf(places.get(to), forms.get(to), from);
    const dx = b.x - a.x;
    const across = dx >= 0 ? dx : -dx * backwardsFactor;
    distance += weight * (across + Math.abs(b.y - a.y));
    weights += weight;
  }
  return fit({ width, height }, aspect) + (weights === 0 ? 0 : (distance / weights) * distanceWeight);
}

function endOf(place: Place | undefined, form: PlanForm | undefined, other: string): Place {
  const end = form?.ends.get(other) ?? { x: (form?.width ?? 0) / 2, y: (form?.height ?? 0) / 2 };
  return { x: (place?.x ?? 0) + end.x, y: (place?.y ?? 0) + end.y };
}

function placeColumns(columns: Columns): Arrangement {
  const heights = columns.map((column) =>
    column.reduce((sum, slot) => sum + sizeOf(slot).height + gaps.items, -gaps.items),
  );
  const height = Math.max(0, ...heights);
  const places = new Map<string, Place>();
  let x = 0;
  for (const [index, column] of columns.entries()) {
    const width = Math.max(0, ...column.map((slot) => sizeOf(slot).width));
    let y = Math.round((height - (heights[index] ?? 0)) / 2);
    for (const slot of column) {
      const size = sizeOf(slot);
      places.set(slot.item.id, { x: x + Math.round((width - size.width) / 2), y });
      y += size.height + gaps.items;
    }
    x += width + gaps.columns;
  }
  return { width: Math.max(0, x - gaps.columns), height, places };
}

function sizeOf({ item, form }: Slot): Size {
  return item.forms[form] ?? { width: 0, height: 0 };
}

function formsOf(columns: Columns): ReadonlyMap<string, number> {
  return new Map(columns.flat().map(({ item, form }) => [item.id, form]));
}
