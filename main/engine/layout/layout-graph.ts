import type { Positions, SceneOptions } from '../../../shared/diagram/scene';
import { visibleGraph } from '../../../shared/diagram/visible-graph';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { addNewBoxes } from './add-new-boxes';
import { arrangeFully, arrangePlainly } from './arrange';
import { type LayoutInput, layoutInput, type Place } from './layout-input';
import { isFoldedOtherwise, laidOutNotes } from './room-made';
import { runInWorker } from './run-in-worker';

export interface LayoutResult {
  /** Every former position, and one for each box that had none. */
  readonly positions: Positions;
  /** Said when a simpler layout was used, or much had to move; else null. */
  readonly note: string | null;
}

/**
 * Places what the options show. Boxes that have a position keep it; new ones are put near their
 * neighbours. The whole is laid out, in a worker thread and within the deadline, only where nothing has a
 * position yet or most of it is new; what a person placed stays even then.
 */
export async function layoutGraph(
  graph: LineageGraph,
  options: Pick<SceneOptions, 'collapsed' | 'only'>,
  previous: Positions,
  deadlineMs: number,
  workerFile?: string,
): Promise<LayoutResult> {
  const visible = visibleGraph(graph, options);
  const input = layoutInput(visible, graph.level);
  const known = input.boxes.filter((box) => previous[box.id] !== undefined);
  if (known.length === input.boxes.length && !isFoldedOtherwise(visible.groups, previous)) {
    return { positions: previous, note: null };
  }
  const members = visible.groups.filter((group) => group.isCollapsed).flatMap((group) => group.members);
  const isMostlyNew =
    known.length * 2 < input.boxes.length && !members.some((id) => previous[id] !== undefined);
  if (!isMostlyNew || isOpening(visible.groups, previous)) {
    return { positions: merge(previous, await addNewBoxes(input, visible, previous)), note: null };
  }
  const { places: fresh, note } = await layOutAfresh(input, deadlineMs, workerFile);
  const pinned = known.filter((box) => previous[box.id]?.isPinned === true);
  const moved = pinned.length === 0 ? fresh : await aroundPinned(input, visible, fresh, previous);
  // Who opens all groups at once expects another picture.
  const opens = visible.groups.some(
    ({ group, isCollapsed }) => !isCollapsed && previous[group.id] !== undefined,
  );
  const afresh =
    known.length > pinned.length && !opens ? 'Most of this picture is new: it was laid out afresh.' : null;
  const places = new Map([...moved, ...laidOutNotes(visible.groups, previous)]);
  return { positions: merge(previous, places), note: note ?? afresh };
}

/** Groups opened one after another find their place among the others; all at once are a new picture. */
const openedSingly = 3;

/** Whether a few groups that stood collapsed are now open for the first time: then nothing else is to move far. */
function isOpening(groups: ReturnType<typeof visibleGraph>['groups'], previous: Positions): boolean {
  const opened = groups.filter(({ group, isCollapsed }) => !isCollapsed && previous[group.id] !== undefined);
  return opened.length > 0 && (opened.length <= openedSingly || opened.length < groups.length / 2);
}

async function layOutAfresh(
  input: LayoutInput,
  deadlineMs: number,
  workerFile: string | undefined,
): Promise<{ readonly places: ReadonlyMap<string, Place>; readonly note: string | null }> {
  const outcome = await runInWorker(input, deadlineMs, workerFile);
  switch (outcome.kind) {
    case 'places':
      return { places: outcome.places, note: null };
    case 'absent':
      // Sources run unbundled, as by the unit tests: the same layout, on this thread.
      return { places: (await arrangeFully(input)).places, note: null };
    case 'late':
    case 'failed': {
      const reason =
        outcome.kind === 'late'
          ? `took longer than ${Math.round(deadlineMs / 100) / 10} seconds`
          : 'did not succeed';
      const note = `The full layout ${reason}: a simpler one is shown.`;
      return { places: (await arrangePlainly(input)).places, note };
    }
  }
}

/** Lays the fresh places around the cards that a person placed: what would lie under those moves aside. */
async function aroundPinned(
  input: LayoutInput,
  visible: ReturnType<typeof visibleGraph>,
  places: ReadonlyMap<string, Place>,
  previous: Positions,
): Promise<ReadonlyMap<string, Place>> {
  const pinned = input.boxes.filter((box) => previous[box.id]?.isPinned === true);
  let dx = 0;
  let dy = 0;
  for (const { id } of pinned) {
    dx += ((previous[id]?.x ?? 0) - (places.get(id)?.x ?? 0)) / pinned.length;
    dy += ((previous[id]?.y ?? 0) - (places.get(id)?.y ?? 0)) / pinned.length;
  }
  const kept: Record<string, Positions[string]> = {};
  for (const { id } of pinned) {
    const position = previous[id];
    if (position !== undefined) kept[id] = position;
  }
  for (const box of input.boxes) {
    const place = places.get(box.id);
    if (place === undefined || kept[box.id] !== undefined) continue;
    const at = { x: Math.round(place.x + dx), y: Math.round(place.y + dy) };
    const isCovered = pinned.some((other) => {
      const position = previous[other.id];
      return (
        position !== undefined &&
        at.x < position.x + other.width + 12 &&
        position.x < at.x + box.width + 12 &&
        at.y < position.y + other.height + 12 &&
        position.y < at.y + box.height + 12
      );
    });
    if (!isCovered) kept[box.id] = at;
  }
  return addNewBoxes(input, visible, kept);
}

function merge(previous: Positions, places: ReadonlyMap<string, Place>): Positions {
  const positions: Record<string, Positions[string]> = { ...previous };
  for (const [id, { x, y }] of places) {
    const before = positions[id];
    if (before?.x !== x || before.y !== y) positions[id] = { x: Math.round(x), y: Math.round(y) };
  }
  return positions;
}
