import { frameOf } from '../../../shared/diagram/group-frame';
import type { Positions, Rectangle } from '../../../shared/diagram/scene';
import type { VisibleGraph } from '../../../shared/diagram/visible-graph';
import type { LayoutInput, Place } from './layout-input';
import { pushApart } from './push-apart';

/**
 * Groups that are opened one by one make room for themselves and give it back when they are folded. Where
 * things stand then follows from two things alone: where they stood while every such group was folded, their
 * home, and which groups are open now. Both are kept among the places, under ids that no box has.
 */
const folding = (group: string): string => `folding ${group}`;
const home = (unit: string): string => `home ${unit}`;

/** `opened` and `folded` singly; `laid out`: as the layout of the whole has it. */
type Folding = 'opened' | 'folded' | 'laid out';
const foldings: readonly Folding[] = ['laid out', 'folded', 'opened'];

const foldingOf = (group: string, positions: Positions): Folding =>
  foldings[positions[folding(group)]?.x ?? 0] ?? 'laid out';

const foldingNote = (group: string, state: Folding): readonly [string, Place] => [
  folding(group),
  { x: foldings.indexOf(state), y: 0 },
];

type Groups = VisibleGraph['groups'];

/** Whether a group that was opened or folded singly is not as it was when its places were kept. */
export function isFoldedOtherwise(groups: Groups, previous: Positions): boolean {
  return groups.some(
    ({ group, isCollapsed }) => foldingOf(group.id, previous) === (isCollapsed ? 'opened' : 'folded'),
  );
}

/** What is to be remembered once the whole was laid out afresh: that nothing was opened singly. */
export function laidOutNotes(groups: Groups, previous: Positions): readonly (readonly [string, Place])[] {
  const isNoted = ({ group }: Groups[number]) => foldingOf(group.id, previous) !== 'laid out';
  return groups.filter(isNoted).map(({ group }) => foldingNote(group.id, 'laid out'));
}

/** Size of a collapsed card, near enough to make room for what opens in its place. */
const collapsedSize = { width: 208, height: 66 } as const;
const gap = 44;

/** A group or a box without one: what moves as a whole. */
interface Unit {
  readonly id: string;
  readonly members: readonly string[];
  readonly now: Rectangle;
  readonly isOpened: boolean;
  readonly isPinned: boolean;
}

/**
 * Places of everything with these groups opened singly: from home, each group in turn grows from its card to
 * its frame, and what stands in its way moves aside. Also what is to be remembered of it.
 */
export function withRoomMade(
  input: LayoutInput,
  groups: Groups,
  places: ReadonlyMap<string, Place>,
  previous: Positions,
  /** Groups that had no places for their members before. */
  newlyOpened: ReadonlySet<string>,
): ReadonlyMap<string, Place> {
  const isOpened = ({ group, isCollapsed }: Groups[number]) =>
    !isCollapsed && (newlyOpened.has(group.id) || foldingOf(group.id, previous) !== 'laid out');
  const isFirst = !groups.some(({ group }) => foldingOf(group.id, previous) === 'opened');
  const units = unitsOf(input, groups, places, previous, isOpened);
  const homes = new Map(
    units.map(({ id, now, isPinned }) => {
      const kept = isFirst || isPinned ? undefined : previous[home(id)];
      return [id, kept ?? { x: now.x, y: now.y }] as const;
    }),
  );
  const stood = new Map(units.map((unit) => [unit.id, startOf(unit, homes)]));
  const pinned = new Set(units.filter(({ isPinned }) => isPinned).map(({ id }) => id));
  const opened = units
    .filter((unit) => unit.isOpened)
    .sort((a, b) => at(homes, a.id).y - at(homes, b.id).y || at(homes, a.id).x - at(homes, b.id).x);
  for (const { id, now } of opened) {
    const from = stood.get(id);
    if (from === undefined) continue;
    const to = { ...from, width: now.width, height: now.height };
    for (const [other, { dx, dy }] of pushApart(stood, { id, from, to }, pinned, gap)) {
      const rectangle = stood.get(other);
      if (rectangle !== undefined)
        stood.set(other, { ...rectangle, x: rectangle.x + dx, y: rectangle.y + dy });
    }
    stood.set(id, to);
  }
  return new Map([...moved(units, stood, places), ...notes(groups, homes, previous, isOpened)]);
}

/** Where a unit begins: at home; a group that is to open as its card. */
function startOf({ id, now, isOpened }: Unit, homes: ReadonlyMap<string, Place>): Rectangle {
  const { width, height } = isOpened ? collapsedSize : now;
  return { ...at(homes, id), width, height };
}

function unitsOf(
  input: LayoutInput,
  groups: Groups,
  places: ReadonlyMap<string, Place>,
  previous: Positions,
  isOpened: (group: Groups[number]) => boolean,
): readonly Unit[] {
  const rectangles = new Map(
    input.boxes.flatMap(({ id, width, height }) => {
      const place = places.get(id);
      return place === undefined ? [] : [[id, { ...place, width, height }] as const];
    }),
  );
  const hasPinned = (ids: readonly string[]) => ids.some((id) => previous[id]?.isPinned === true);
  const units: Unit[] = [];
  for (const visible of groups) {
    const { group, isCollapsed, members } = visible;
    const ids = isCollapsed ? [group.id] : members.filter((id) => rectangles.has(id));
    const standing = ids.flatMap((id) => rectangles.get(id) ?? []);
    const [first] = standing;
    if (first === undefined) continue;
    const frame = isCollapsed ? first : frameOf(standing);
    const opens = isOpened(visible);
    // A group opens where its card stands, whatever a person has moved within it.
    const card = opens && !isCollapsed ? (previous[group.id] ?? frame) : frame;
    const now = { ...frame, ...(opens ? { x: card.x, y: card.y } : {}) };
    units.push({
      id: group.id,
      members: ids,
      now,
      isOpened: opens,
      isPinned: opens ? false : hasPinned(ids),
    });
  }
  for (const { id, group } of input.boxes) {
    const now = rectangles.get(id);
    const isInGroup = group !== null || groups.some((visible) => visible.group.id === id);
    if (now !== undefined && !isInGroup)
      units.push({ id, members: [id], now, isOpened: false, isPinned: hasPinned([id]) });
  }
  return units;
}

function moved(
  units: readonly Unit[],
  stood: ReadonlyMap<string, Rectangle>,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> {
  const all = new Map(places);
  for (const { id, members, now, isOpened } of units) {
    const to = stood.get(id) ?? now;
    const from = isOpened ? frameOrigin(members, places) : now;
    for (const member of members) {
      const place = places.get(member);
      if (place !== undefined) all.set(member, { x: place.x + to.x - from.x, y: place.y + to.y - from.y });
    }
  }
  return all;
}

/** Where the frame around these boxes begins. */
function frameOrigin(members: readonly string[], places: ReadonlyMap<string, Place>): Place {
  const { x, y } = frameOf(
    members.flatMap((id) => places.get(id) ?? []).map((place) => ({ ...place, width: 0, height: 0 })),
  );
  return { x, y };
}

function notes(
  groups: Groups,
  homes: ReadonlyMap<string, Place>,
  previous: Positions,
  isOpened: (group: Groups[number]) => boolean,
): readonly (readonly [string, Place])[] {
  const states = groups.flatMap((visible) => {
    const { group, isCollapsed } = visible;
    if (isOpened(visible)) return [foldingNote(group.id, 'opened')];
    return isCollapsed && foldingOf(group.id, previous) === 'opened' ? [foldingNote(group.id, 'folded')] : [];
  });
  return [...states, ...[...homes].map(([unit, place]) => [home(unit), place] as const)];
}

const at = (homes: ReadonlyMap<string, Place>, id: string): Place => homes.get(id) ?? { x: 0, y: 0 };
