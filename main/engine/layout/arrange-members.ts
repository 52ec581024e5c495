import { arrangeOnGrid } from './arrange-on-grid';
import { arrangeParts } from './arrange-parts';
import { communities } from './communities';
import { type Arrangement, distinctEdges, type LayoutEdge, type Manner, type SizedBox } from './layout-input';
import { fit } from './pack';
import { type Part, placesOf, planParts } from './plan-parts';

/** Up to so many boxes are layered as a whole; more would make a picture of lines. */
const wholeUpTo = 60;
const communitySize = 30;
const clusterSize = 8;
/** Up to so many parts a plan of columns is tried; beyond, trying takes too long. */
const plannedUpTo = 36;
/** With more edges than this a part, layers take long and have no straight lines to offer. */
const edgesPerLayeredPart = 1.7;
/** How much more room layers may take, for their straighter lines, before columns are preferred. */
const layersWorth = 1.25;
const gaps = { cards: 30, parts: 48 } as const;

/**
 * Arranges boxes along their edges, in one or more forms. Many boxes are divided into communities first,
 * each arranged alone: several times faster, and near things stay near.
 */
export async function arrangeMembers(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  manner: Manner,
  hasForms: boolean,
): Promise<readonly Arrangement[]> {
  if (boxes.length <= wholeUpTo) return arrangeOnGrid(boxes, edges, manner, hasForms);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const joinedIds = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const lone = boxes.filter((box) => !joinedIds.has(box.id));
  const joined = boxes.filter((box) => joinedIds.has(box.id)).map((box) => box.id);
  const sets = communities(joined, edges, communitySize);
  // Boxes that cannot be divided further are layered, however many.
  if (sets.length === joined.length) return arrangeParts(boxes, edges, manner, gaps.cards, false);
  const parts: Part[] = [];
  for (const [index, ids] of sets.entries()) {
    const inside = new Set(ids);
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const within = edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
    const forms = arrangeOnGrid(members, within, manner, false);
    parts.push({ id: `part ${index}`, members, forms });
  }
  if (lone.length > 0) {
    const forms = arrangeOnGrid(lone, [], manner, false);
    parts.push({ id: 'lone', members: lone, forms });
  }
  return [await arrangeTogether(parts, edges, manner)];
}

/** Arranges parts: in layers along the edges between them, or in columns where that fits better. */
export async function arrangeTogether(
  parts: readonly Part[],
  edges: readonly LayoutEdge[],
  manner: Manner,
): Promise<Arrangement> {
  const { aspect } = manner;
  const partOf = new Map(parts.flatMap((part) => part.members.map((box) => [box.id, part.id] as const)));
  const between = distinctEdges(
    edges.map(({ from, to }) => ({ from: partOf.get(from) ?? '', to: partOf.get(to) ?? '' })),
  );
  const isSmall = parts.length <= plannedUpTo;
  const areSingle = parts.every((part) => part.members.length === 1);
  const isSparse = between.length <= parts.length * edgesPerLayeredPart;
  const planned = areSingle
    ? onGrid(parts, edges, manner)
    : isSmall
      ? planParts(parts, edges, manner)
      : undefined;
  // Frames stand better in columns than in layers: those leave large gaps between things of so different size.
  if (planned !== undefined && !(isSparse && areSingle)) return planned;
  if (planned === undefined && !isSparse) {
    const clusters = clusterParts(parts, between, edges, manner);
    if (clusters.length < parts.length) return arrangeTogether(clusters, edges, manner);
  }
  const boxes = parts.map(({ id, forms }) => ({
    id,
    width: forms[0]?.width ?? 0,
    height: forms[0]?.height ?? 0,
  }));
  const arrangements = isSmall
    ? await arrangeParts(boxes, between, manner, gaps.parts, true)
    : await arrangeMembers(boxes, between, manner, false);
  let layered: Arrangement | undefined;
  for (const candidate of arrangements) {
    if (layered === undefined || fit(candidate, aspect) < fit(layered, aspect)) layered = candidate;
  }
  if (layered === undefined) return { width: 0, height: 0, places: new Map() };
  const isLayered = planned === undefined || fit(layered, aspect) <= fit(planned, aspect) * layersWorth;
  return isLayered ? { ...layered, places: placesOf(parts, layered.places, new Map()) } : planned;
}

/** Boxes without groups: rows and columns of them. */
function onGrid(
  parts: readonly Part[],
  edges: readonly LayoutEdge[],
  manner: Manner,
): Arrangement | undefined {
  if (parts.length > wholeUpTo) return undefined;
  const boxes = parts.flatMap((part) => part.members);
  return arrangeOnGrid(boxes, edges, manner, false)[0];
}

/** Parts that have more edges among them than to others, planned together as one. */
function clusterParts(
  parts: readonly Part[],
  between: readonly LayoutEdge[],
  edges: readonly LayoutEdge[],
  manner: Manner,
): readonly Part[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const sets = communities([...byId.keys()], between, clusterSize);
  return sets.map((ids, index): Part => {
    const inside = ids.flatMap((id) => byId.get(id) ?? []);
    const [only] = inside;
    if (inside.length === 1 && only !== undefined) return only;
    const members = inside.flatMap((part) => part.members);
    return { id: `cluster ${index} of ${parts.length}`, members, forms: [planParts(inside, edges, manner)] };
  });
}
