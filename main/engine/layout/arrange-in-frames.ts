import { framePadding } from '../../../shared/diagram/group-frame';
import { type Arrangement, arrangement, type LayoutBox, type LayoutInput, type Place } from './layout-input';

/** Between the cards of a frame there is room for a line's words. */
const gap = 40;

/**
 * Arranges the steps of interfaces along the way that messages take from system to system: each system's steps
 * in a column, what comes in over what goes out, and the columns as boxes.
 */
export async function arrangeInFrames(
  { boxes, edges, lineCount }: LayoutInput,
  arrange: (input: LayoutInput) => Promise<Arrangement>,
): Promise<Arrangement> {
  const frames = new Map<string, LayoutBox[]>();
  const frameOf = new Map<string, string>();
  for (const box of boxes) {
    const frame = box.group === null ? `box ${box.id}` : `frame ${box.group}`;
    frameOf.set(box.id, frame);
    frames.set(frame, [...(frames.get(frame) ?? []), box]);
  }
  const comesIn = balances(edges, frameOf);
  const sized = [...frames].map(([id, members]) => {
    const ordered = [...members].sort((a, b) => (comesIn.get(b.id) ?? 0) - (comesIn.get(a.id) ?? 0));
    const isOpen = members.some(({ group }) => group !== null);
    const padding = isOpen ? framePadding : { side: 0, top: 0, bottom: 0 };
    const height = ordered.reduce((sum, box) => sum + box.height + gap, -gap);
    return {
      id,
      ordered,
      padding,
      group: null,
      width: Math.max(...ordered.map(({ width }) => width)) + 2 * padding.side,
      height: height + padding.top + padding.bottom,
    };
  });
  const planned = await arrange({
    boxes: sized.map(({ id, width, height, group }) => ({ id, width, height, group })),
    edges: between(edges, frameOf),
    lineCount,
    isProcess: true,
  });
  const places = new Map<string, Place>();
  for (const { id, ordered, padding } of sized) {
    const at = planned.places.get(id) ?? { x: 0, y: 0 };
    let y = at.y + padding.top;
    for (const box of ordered) {
      places.set(box.id, { x: at.x + padding.side, y });
      y += box.height + gap;
    }
  }
  return arrangement(boxes, places);
}

/** For each step how much more comes to it from other systems than goes out to them. */
function balances(
  edges: LayoutInput['edges'],
  frameOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const balance = new Map<string, number>();
  const add = (id: string, volume: number) => balance.set(id, (balance.get(id) ?? 0) + volume);
  for (const { from, to, volume = 1 } of edges) {
    if (frameOf.get(from) === frameOf.get(to)) continue;
    add(to, volume);
    add(from, -volume);
  }
  return balance;
}

/** The ways between systems, each pair once, in the direction that more take, as long as that closes no circle. */
function between(edges: LayoutInput['edges'], frameOf: ReadonlyMap<string, string>): LayoutInput['edges'] {
  const ways = new Map<string, { from: string; to: string; volume: number }>();
  for (const edge of edges) {
    const [from = '', to = ''] = [frameOf.get(edge.from), frameOf.get(edge.to)];
    if (from === to) continue;
    const isForth = from < to;
    const key = JSON.stringify(isForth ? [from, to] : [to, from]);
    const way = ways.get(key) ?? { from: isForth ? from : to, to: isForth ? to : from, volume: 0 };
    way.volume += (isForth ? 1 : -1) * (edge.volume ?? 1);
    ways.set(key, way);
  }
  return withoutCircles(
    [...ways.values()].map(({ from, to, volume }) =>
      volume >= 0 ? { from, to, volume } : { from: to, to: from, volume: -volume },
    ),
  );
}

/** The strongest ways keep their direction; a weaker one that would lead back to where it comes from is turned. */
function withoutCircles(
  ways: readonly { readonly from: string; readonly to: string; readonly volume: number }[],
): LayoutInput['edges'] {
  const onward = new Map<string, string[]>();
  const leadsTo = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    for (const at of seen) {
      if (at === to) return true;
      for (const next of onward.get(at) ?? []) seen.add(next);
    }
    return false;
  };
  return [...ways]
    .sort((a, b) => b.volume - a.volume || (a.from + a.to < b.from + b.to ? -1 : 1))
    .map(({ from, to, volume }) => {
      const way = leadsTo(to, from) ? { from: to, to: from, volume } : { from, to, volume };
      onward.set(way.from, [...(onward.get(way.from) ?? []), way.to]);
      return way;
    });
}
