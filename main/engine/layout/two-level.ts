import { framePadding } from '../../../shared/diagram/group-frame';
import { arrangeParts } from './arrange-parts';
import { floorplan, type PlanEdge, type PlanForm, type PlanItem } from './floorplan';
import {
  type Arrange,
  type Arrangement,
  distinctEdges,
  type LayoutBox,
  type LayoutInput,
  type Place,
} from './layout-input';
import { fit } from './pack';

/** The form a picture should have: that of a screen, and nearly that of a page on its side. */
const aspect = 1.6;
const gaps = { cards: 34, parts: 60 } as const;
/** Up to so many outer boxes a plan of columns is tried; beyond, trying takes too long. */
const plannedUpTo = 36;

/** A group, or a box without one, at the outer level. */
interface Outer {
  readonly id: string;
  readonly forms: readonly Arrangement[];
}

/**
 * Arranges each group's cards alone, then the groups as boxes: far faster than the whole at once, and a
 * group stays together. A few groups are planned in columns to the form of a page; many boxes are layered.
 */
export async function arrangeTwoLevel(input: LayoutInput, arrange: Arrange): Promise<Arrangement> {
  const groups = new Map<string | null, LayoutBox[]>();
  for (const box of input.boxes) {
    const members = groups.get(box.group);
    if (members === undefined) groups.set(box.group, [box]);
    else members.push(box);
  }
  const groupOf = new Map(input.boxes.map((box) => [box.id, box.group]));
  const outerId = (id: string) => {
    const group = groupOf.get(id);
    return group === null || group === undefined ? id : frameId(group);
  };
  const outers: Outer[] = [];
  for (const [group, members] of groups) {
    if (group === null) {
      for (const box of members) outers.push({ id: box.id, forms: [single(box)] });
      continue;
    }
    const edges = input.edges.filter(
      ({ from, to }) => groupOf.get(from) === group && groupOf.get(to) === group,
    );
    const forms = await arrangeParts(members, edges, arrange, gaps.cards, aspect);
    outers.push({ id: frameId(group), forms: forms.map(framed) });
  }

  const joined = distinctEdges(input.edges.map(({ from, to }) => ({ from: outerId(from), to: outerId(to) })));
  const layered = await layer(outers, joined, arrange);
  const chosen = outers.length <= plannedUpTo ? better(layered, plan(outers, input, outerId)) : layered;
  const places = new Map<string, Place>();
  for (const outer of outers) {
    const at = chosen.places.get(outer.id) ?? { x: 0, y: 0 };
    const form = outer.forms[chosen.forms.get(outer.id) ?? 0];
    for (const [id, place] of form?.places ?? []) places.set(id, { x: at.x + place.x, y: at.y + place.y });
  }
  return { width: chosen.width, height: chosen.height, places };
}

interface Chosen extends Arrangement {
  readonly forms: ReadonlyMap<string, number>;
}

/** How much more room layers may take, for their straighter lines, before columns are preferred. */
const layersWorth = 1.12;

function better(layered: Chosen, planned: Chosen): Chosen {
  return fit(layered, aspect) <= fit(planned, aspect) * layersWorth ? layered : planned;
}

async function layer(
  outers: readonly Outer[],
  edges: LayoutInput['edges'],
  arrange: Arrange,
): Promise<Chosen> {
  const boxes = outers.map(({ id, forms }) => ({
    id,
    width: forms[0]?.width ?? 0,
    height: forms[0]?.height ?? 0,
  }));
  const arrangements = await arrangeParts(boxes, edges, arrange, gaps.parts, aspect);
  const [first] = arrangements;
  if (first === undefined) return { width: 0, height: 0, places: new Map(), forms: new Map() };
  const best = arrangements.reduce((a, b) => (fit(b, aspect) < fit(a, aspect) ? b : a), first);
  return { ...best, forms: new Map() };
}

function plan(outers: readonly Outer[], input: LayoutInput, outerId: (id: string) => string): Chosen {
  const weights = new Map<string, PlanEdge>();
  const sizes = new Map(input.boxes.map((box) => [box.id, box]));
  /** For each outer box: which of its cards meet which other outer box. */
  const meetings = new Map<string, Map<string, string[]>>();
  const meet = (outer: string, other: string, card: string) => {
    const others = meetings.get(outer) ?? new Map<string, string[]>();
    meetings.set(outer, others);
    others.set(other, [...(others.get(other) ?? []), card]);
  };
  for (const { from, to } of input.edges) {
    const [a, b] = [outerId(from), outerId(to)];
    if (a === b) continue;
    const key = JSON.stringify([a, b]);
    weights.set(key, { from: a, to: b, weight: (weights.get(key)?.weight ?? 0) + 1 });
    meet(a, b, from);
    meet(b, a, to);
  }
  const items: PlanItem[] = outers.map(({ id, forms }) => ({
    id,
    forms: forms.map((form): PlanForm => {
      const ends = new Map<string, Place>();
      for (const [other, cards] of meetings.get(id) ?? []) ends.set(other, meanCentre(cards, form, sizes));
      return { width: form.width, height: form.height, ends };
    }),
  }));
  return floorplan(items, [...weights.values()], aspect);
}

function meanCentre(
  cards: readonly string[],
  form: Arrangement,
  sizes: ReadonlyMap<string, LayoutBox>,
): Place {
  let x = 0;
  let y = 0;
  for (const card of cards) {
    const place = form.places.get(card);
    const size = sizes.get(card);
    x += (place?.x ?? 0) + (size?.width ?? 0) / 2;
    y += (place?.y ?? 0) + (size?.height ?? 0) / 2;
  }
  return { x: x / cards.length, y: y / cards.length };
}

function single({ id, width, height }: LayoutBox): Arrangement {
  return { width, height, places: new Map([[id, { x: 0, y: 0 }]]) };
}

/** With room for the frame and its heading. */
function framed({ width, height, places }: Arrangement): Arrangement {
  const moved = new Map<string, Place>();
  for (const [id, { x, y }] of places) moved.set(id, { x: x + framePadding.side, y: y + framePadding.top });
  return {
    width: width + 2 * framePadding.side,
    height: height + framePadding.top + framePadding.bottom,
    places: moved,
  };
}

/** Ids of nodes and of groups are names of different kinds; a frame's cannot be mistaken for a node's. */
function frameId(group: string): string {
  return `frame ${group}`;
}
