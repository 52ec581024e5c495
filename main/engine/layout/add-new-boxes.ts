import { frameOf } from '../../../shared/diagram/group-frame';
import type { Positions } from '../../../shared/diagram/scene';
import type { VisibleGraph } from '../../../shared/diagram/visible-graph';
import { arrangeMembers } from './arrange-members';
import { KeptPlaces, type NewBlock } from './keep-positions';
import type { LayoutBox, LayoutInput, Place } from './layout-input';
import { isFoldedOtherwise, withRoomMade } from './room-made';
import { arrangeSimply } from './simple-layered';

const aspect = 1.75;

/**
 * Places of all boxes: the former ones, and one for each new box near what it is joined to; with what is to be
 * remembered of groups that were opened singly.
 */
export async function addNewBoxes(
  input: LayoutInput,
  visible: VisibleGraph,
  previous: Positions,
): Promise<ReadonlyMap<string, Place>> {
  const kept = new KeptPlaces(input, previous);
  closeGroups(visible, previous, kept);
  const fresh = input.boxes.filter((box) => !kept.places.has(box.id));
  const placedGroups = new Set(
    input.boxes.flatMap((box) => (kept.places.has(box.id) && box.group !== null ? [box.group] : [])),
  );
  const newGroups = new Map<string, LayoutBox[]>();
  const opened = new Set<string>();
  for (const box of fresh) {
    if (box.group === null || placedGroups.has(box.group)) continue;
    const members = newGroups.get(box.group);
    if (members === undefined) newGroups.set(box.group, [box]);
    else members.push(box);
  }
  for (const [group, boxes] of newGroups) {
    const ids = new Set(boxes.map((box) => box.id));
    const edges = input.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const [arranged] = await arrangeMembers(boxes, edges, { arrange: arrangeSimply, aspect, room: 1 }, false);
    if (arranged === undefined) continue;
    const opensAt = previous[group];
    if (opensAt !== undefined) opened.add(group);
    kept.putBlock({ group, boxes, ...arranged, ...(opensAt === undefined ? {} : { opensAt }) });
  }
  const rest = fresh.filter((box) => !kept.places.has(box.id));
  for (const box of nearestFirst(rest, input, kept)) {
    if (box.group !== null) kept.putIntoGroup(box);
    else kept.putBlock(blockOf(box));
  }
  if (opened.size === 0 && !isFoldedOtherwise(visible.groups, previous)) return kept.places;
  return withRoomMade(input, visible.groups, kept.places, previous, opened);
}

function blockOf(box: LayoutBox): NewBlock {
  const places = new Map([[box.id, { x: 0, y: 0 }]]);
  return { group: null, boxes: [box], width: box.width, height: box.height, places };
}

/** A group that was just collapsed stands where its frame began. */
function closeGroups(visible: VisibleGraph, previous: Positions, kept: KeptPlaces): void {
  for (const { group, isCollapsed, members } of visible.groups) {
    if (!isCollapsed || kept.places.has(group.id)) continue;
    const former = members.flatMap((id) => {
      const position = previous[id];
      return position === undefined ? [] : [{ x: position.x, y: position.y, width: 0, height: 0 }];
    });
    if (former.length === 0) continue;
    const { x, y } = frameOf(former);
    kept.places.set(group.id, { x, y });
  }
}

/** Boxes joined to what has a place before those joined only to them. */
function nearestFirst(
  boxes: readonly LayoutBox[],
  input: LayoutInput,
  kept: KeptPlaces,
): readonly LayoutBox[] {
  const waiting = new Map(boxes.map((box) => [box.id, box]));
  const neighbours = new Map<string, string[]>();
  const list = (id: string) => {
    const known = neighbours.get(id) ?? [];
    neighbours.set(id, known);
    return known;
  };
  for (const { from, to } of input.edges) {
    list(from).push(to);
    list(to).push(from);
  }
  const ordered: LayoutBox[] = [];
  const take = (id: string) => {
    const box = waiting.get(id);
    if (box === undefined) return;
    waiting.delete(id);
    ordered.push(box);
  };
  for (const box of boxes) {
    if ((neighbours.get(box.id) ?? []).some((id) => kept.places.has(id))) take(box.id);
  }
  for (let index = 0; index < ordered.length; index += 1) {
    for (const id of neighbours.get(ordered[index]?.id ?? '') ?? []) take(id);
  }
  return [...ordered, ...waiting.values()];
}
