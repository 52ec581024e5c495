import { frameOf, framePadding } from '../../../shared/diagram/group-frame';
import type { Positions, Rectangle } from '../../../shared/diagram/scene';
import type { LayoutBox, LayoutInput, Place } from './layout-input';
import { areWithin, centreOf, nearestFreePlace } from './plane';
import { pushApart } from './push-apart';

const gaps = { cards: 30, units: 44 } as const;
/** How far beside its neighbours a new card is wanted: one layer on. */
const layerStep = 312;

/** Boxes that come together: the members of a group that is new, arranged already, or one box. */
export interface NewBlock {
  readonly group: string | null;
  readonly boxes: readonly LayoutBox[];
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, Place>;
  /** Where it stood before in another form: a group's collapsed card that is now open. Room is made afterwards. */
  readonly opensAt?: Place;
}

/**
 * Puts new boxes among those that have a place. Nothing that is there moves, except to make room for a
 * group that grows where there is none; what a person placed never moves.
 */
export class KeptPlaces {
  readonly #boxes: ReadonlyMap<string, LayoutBox>;
  readonly #neighbours = new Map<string, { id: string; side: 1 | -1 }[]>();
  readonly #pinned: ReadonlySet<string>;
  readonly places = new Map<string, Place>();

  constructor(input: LayoutInput, previous: Positions) {
    this.#boxes = new Map(input.boxes.map((box) => [box.id, box]));
    this.#pinned = new Set(input.boxes.flatMap(({ id }) => (previous[id]?.isPinned === true ? [id] : [])));
    for (const { id } of input.boxes) {
      const position = previous[id];
      if (position !== undefined) this.places.set(id, { x: position.x, y: position.y });
    }
    const list = (id: string) => {
      const known = this.#neighbours.get(id) ?? [];
      this.#neighbours.set(id, known);
      return known;
    };
    for (const { from, to } of input.edges) {
      list(to).push({ id: from, side: 1 });
      list(from).push({ id: to, side: -1 });
    }
  }

  /** Puts a block where it fits nearest to what its boxes are joined to. */
  putBlock(block: NewBlock): void {
    const isFramed = block.group !== null;
    const inset = isFramed ? { x: framePadding.side, y: framePadding.top } : { x: 0, y: 0 };
    const size = {
      width: block.width + 2 * inset.x,
      height: block.height + (isFramed ? framePadding.top + framePadding.bottom : 0),
    };
    let at: Place;
    if (block.opensAt !== undefined) {
      at = { x: block.opensAt.x, y: block.opensAt.y };
    } else {
      const units = [...this.#units().values()];
      at = nearestFreePlace(size, this.#wanted(block.boxes), units, gaps.units) ?? { x: 0, y: 0 };
    }
    for (const [id, { x, y }] of block.places) {
      this.places.set(id, { x: at.x + inset.x + x, y: at.y + inset.y + y });
    }
  }

  /** Puts a box into a group that has members already. */
  putIntoGroup(box: LayoutBox): void {
    const members = this.#members(box.group);
    const frame = frameOf(members);
    const others = [...this.#units()].flatMap(([id, unit]) => (id === `frame ${box.group}` ? [] : [unit]));
    const free = nearestFreePlace(box, this.#wanted([box]), members, gaps.cards);
    if (free !== null) {
      const grown = frameOf([...members, free]);
      if (!others.some((unit) => areWithin(grown, unit, gaps.units / 2))) {
        this.places.set(box.id, { x: free.x, y: free.y });
        return;
      }
    }
    // A new row at the foot of the group, and what lies below moves down by as much.
    const bottom = frame.y + frame.height - framePadding.bottom;
    this.#makeRoom(`frame ${box.group}`, frame, frame.height + gaps.cards + box.height);
    this.places.set(box.id, { x: frame.x + framePadding.side, y: bottom + gaps.cards });
  }

  /** Moves aside what stands in the way of a unit that grows downwards. */
  #makeRoom(id: string, from: Rectangle, height: number): void {
    const units = this.#units();
    const isFixed = (unit: string) => this.#idsOf(unit).some((box) => this.#pinned.has(box));
    const fixed = new Set([...units.keys()].filter(isFixed));
    const shifts = pushApart(units, { id, from, to: { ...from, height } }, fixed, gaps.units);
    for (const [unit, { dx, dy }] of shifts) {
      for (const member of this.#idsOf(unit)) {
        const place = this.places.get(member);
        if (place !== undefined) this.places.set(member, { x: place.x + dx, y: place.y + dy });
      }
    }
  }

  /** Where boxes would best stand: one layer on from what they come from, one before what they go to. */
  #wanted(boxes: readonly LayoutBox[]): Place {
    let x = 0;
    let y = 0;
    let count = 0;
    for (const { id } of boxes) {
      for (const neighbour of this.#neighbours.get(id) ?? []) {
        const rectangle = this.#rectangle(neighbour.id);
        if (rectangle === undefined) continue;
        const centre = centreOf(rectangle);
        x += centre.x + neighbour.side * layerStep;
        y += centre.y;
        count += 1;
      }
    }
    if (count > 0) return { x: x / count, y: y / count };
    // Joined to nothing: with its group, else at the foot of everything.
    const members = this.#members(boxes[0]?.group ?? null);
    if (members.length > 0) return centreOf(frameOf(members));
    const all = [...this.#units().values()];
    if (all.length === 0) return { x: 0, y: 0 };
    return {
      x: Math.min(...all.map((unit) => unit.x)),
      y: Math.max(...all.map((unit) => unit.y + unit.height)),
    };
  }

  #units(): ReadonlyMap<string, Rectangle> {
    const units = new Map<string, Rectangle>();
    const groups = new Map<string, Rectangle[]>();
    for (const id of this.places.keys()) {
      const box = this.#boxes.get(id);
      const rectangle = this.#rectangle(id);
      if (box === undefined || rectangle === undefined) continue;
      if (box.group === null) units.set(`box ${id}`, rectangle);
      else {
        const members = groups.get(box.group) ?? [];
        groups.set(box.group, members);
        members.push(rectangle);
      }
    }
    for (const [group, members] of groups) units.set(`frame ${group}`, frameOf(members));
    return units;
  }

  #idsOf(unit: string): readonly string[] {
    if (unit.startsWith('box ')) return [unit.slice(4)];
    const group = unit.slice(6);
    return [...this.places.keys()].filter((id) => this.#boxes.get(id)?.group === group);
  }

  #members(group: string | null): readonly Rectangle[] {
    if (group === null) return [];
    return [...this.places.keys()].flatMap((id) =>
      this.#boxes.get(id)?.group === group ? (this.#rectangle(id) ?? []) : [],
    );
  }

  #rectangle(id: string): Rectangle | undefined {
    const place = this.places.get(id);
    const box = this.#boxes.get(id);
    return place === undefined || box === undefined
      ? undefined
      : { x: place.x, y: place.y, width: box.width, height: box.height };
  }
}
