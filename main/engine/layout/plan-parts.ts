import { floorplan, type PlanEdge, type PlanForm, type PlanItem } from './floorplan';
import type { Arrangement, LayoutEdge, Manner, Place, SizedBox } from './layout-input';

/** Some boxes arranged already, in one or more forms: a group, a community, or a single box. */
export interface Part {
  readonly id: string;
  readonly members: readonly SizedBox[];
  readonly forms: readonly Arrangement[];
}

/** Stands parts in columns to the form of a page, and gives the places of all their boxes. */
export function planParts(
  parts: readonly Part[],
  edges: readonly LayoutEdge[],
  { aspect, room }: Manner,
): Arrangement {
  const boxes = new Map(
    parts.flatMap((part) => part.members.map((box) => [box.id, { box, part: part.id }] as const)),
  );
  const weights = new Map<string, PlanEdge>();
  /** For each part: which of its boxes meet which other part. */
  const meetings = new Map<string, Map<string, SizedBox[]>>(parts.map((part) => [part.id, new Map()]));
  const meet = (part: string, other: string, box: SizedBox) => {
    const others = meetings.get(part);
    const met = others?.get(other);
    if (met === undefined) others?.set(other, [box]);
    else met.push(box);
  };
  for (const { from, to } of edges) {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a === undefined || b === undefined || a.part === b.part) continue;
    const key = JSON.stringify([a.part, b.part]);
    weights.set(key, { from: a.part, to: b.part, weight: (weights.get(key)?.weight ?? 0) + 1 });
    meet(a.part, b.part, a.box);
    meet(b.part, a.part, b.box);
  }
  const items: PlanItem[] = parts.map(({ id, forms }) => ({
    id,
    forms: forms.map((form): PlanForm => {
      const ends = new Map<string, Place>();
      for (const [other, met] of meetings.get(id) ?? []) ends.set(other, meanCentre(met, form));
      return { width: form.width, height: form.height, cost: form.cost ?? 0, ends };
    }),
  }));
  const plan = floorplan(items, [...weights.values()], aspect, room);
  return { ...plan, places: placesOf(parts, plan.places, plan.forms) };
}

/** Places of all boxes, from those of their parts. */
export function placesOf(
  parts: readonly Part[],
  partPlaces: ReadonlyMap<string, Place>,
  forms: ReadonlyMap<string, number>,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const part of parts) {
    const at = partPlaces.get(part.id) ?? { x: 0, y: 0 };
    const form = part.forms[forms.get(part.id) ?? 0];
    for (const [id, { x, y }] of form?.places ?? []) places.set(id, { x: at.x + x, y: at.y + y });
  }
  return places;
}

function meanCentre(boxes: readonly SizedBox[], form: Arrangement): Place {
  let x = 0;
  let y = 0;
  for (const { id, width, height } of boxes) {
    const place = form.places.get(id);
    x += (place?.x ?? 0) + width / 2;
    y += (place?.y ?? 0) + height / 2;
  }
  return { x: x / boxes.length, y: y / boxes.length };
}
