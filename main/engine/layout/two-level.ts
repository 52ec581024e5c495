import { framePadding } from '../../../shared/diagram/group-frame';
import { arrangeMembers, arrangeTogether } from './arrange-members';
import type { Arrange, Arrangement, LayoutBox, LayoutInput, Place } from './layout-input';
import type { Part } from './plan-parts';

/** The form a picture should have: that of a screen, and nearly that of a page on its side. */
const aspect = 1.75;
/** In pictures of up to so many boxes every group is tried in several forms. */
const formsUpTo = 160;

/**
 * Arranges each group's cards alone, then the groups as boxes: far faster than the whole at once, and a
 * group stays together. The same input gives the same places.
 */
export async function arrangeTwoLevel(input: LayoutInput, arrange: Arrange): Promise<Arrangement> {
  const groups = new Map<string, LayoutBox[]>();
  const groupOf = new Map<string, string | null>();
  const parts: Part[] = [];
  for (const box of input.boxes) {
    groupOf.set(box.id, box.group);
    if (box.group === null) {
      parts.push({ id: `box ${box.id}`, members: [box], forms: [single(box)] });
      continue;
    }
    const members = groups.get(box.group);
    if (members === undefined) groups.set(box.group, [box]);
    else members.push(box);
  }
  const manner = { arrange, aspect, room: roomFor(input) };
  const hasForms = input.boxes.length <= formsUpTo;
  for (const [group, members] of groups) {
    const edges = input.edges.filter(
      ({ from, to }) => groupOf.get(from) === group && groupOf.get(to) === group,
    );
    const forms = await arrangeMembers(members, edges, manner, hasForms);
    parts.push({ id: `frame ${group}`, members, forms: forms.map(framed) });
  }
  return arrangeTogether(parts, input.edges, manner);
}

/** So many lines to a box need no more room than usual; from there it grows up to a limit. */
const usualLinesPerBox = 1.7;
const mostRoom = 1.9;
/** In a picture of a few boxes their flows' words take the room, and there is plenty. */
const fewBoxes = 10;
const roomForFew = 0.35;

function roomFor({ boxes, lineCount }: LayoutInput): number {
  const perBox = lineCount / Math.max(1, boxes.length);
  const room = 1 + Math.max(0, perBox - usualLinesPerBox) * 0.3 + (boxes.length <= fewBoxes ? roomForFew : 0);
  return Math.min(mostRoom, room);
}

function single({ id, width, height }: LayoutBox): Arrangement {
  return { width, height, places: new Map([[id, { x: 0, y: 0 }]]) };
}

/** With room for the frame and its heading. */
function framed({ width, height, places, ...rest }: Arrangement): Arrangement {
  const moved = new Map<string, Place>();
  for (const [id, { x, y }] of places) moved.set(id, { x: x + framePadding.side, y: y + framePadding.top });
  return {
    ...rest,
    width: width + 2 * framePadding.side,
    height: height + framePadding.top + framePadding.bottom,
    places: moved,
  };
}
