import { runsUnder } from '../move-cards';
import type { Point, Rectangle, Scene } from '../scene';

/** What is wrong with a scene, in words: empty for a sound one. For tests. */
export function flawsOf(scene: Scene): readonly string[] {
  const flaws: string[] = [];
  const boxes = new Map<string, Rectangle>();
  for (const card of scene.cards) boxes.set(card.id, card);
  for (const group of scene.groups) if (group.isCollapsed) boxes.set(group.id, group);
  for (const box of [...scene.cards, ...scene.groups]) {
    if (!(box.width > 0 && box.height > 0)) flaws.push(`${box.id} has no size`);
    if (box.x < scene.origin.x || box.y < scene.origin.y) flaws.push(`${box.id} lies outside`);
  }
  for (const edge of scene.edges) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) {
      flaws.push(`${edge.id} ends at nothing`);
      continue;
    }
    if (edge.points.length < 2) flaws.push(`${edge.id} has no line`);
    if (!isOnBorder(edge.points[0], from)) flaws.push(`${edge.id} does not leave from its card's border`);
    if (!isOnBorder(edge.points.at(-1), to)) flaws.push(`${edge.id} does not meet its card's border`);
    for (let index = 1; index < edge.points.length; index += 1) {
      const a = edge.points[index - 1];
      const b = edge.points[index];
      if (a === undefined || b === undefined) continue;
      if (a.x !== b.x && a.y !== b.y) flaws.push(`${edge.id} has a slanted segment`);
      if (![a.x, a.y, b.x, b.y].every(Number.isFinite)) flaws.push(`${edge.id} runs nowhere`);
    }
    if ((edge.label === '') !== (edge.labelBox.width === 0)) flaws.push(`${edge.id} has lost its words`);
  }
  return flaws;
}

function isOnBorder(point: Point | undefined, box: Rectangle): boolean {
  if (point === undefined) return false;
  const close = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const isBesideX = point.x >= box.x - 0.01 && point.x <= box.x + box.width + 0.01;
  const isBesideY = point.y >= box.y - 0.01 && point.y <= box.y + box.height + 0.01;
  const onSide = (close(point.x, box.x) || close(point.x, box.x + box.width)) && isBesideY;
  const onTop = (close(point.y, box.y) || close(point.y, box.y + box.height)) && isBesideX;
  return onSide || onTop;
}

/** Edges that run under a card: their ids with the card's. */
export function edgesUnderCards(scene: Scene): readonly string[] {
  return scene.edges.flatMap((edge) =>
    scene.cards
      .filter((card) => runsUnder(edge.points, shrunk(card)))
      .map((card) => `${edge.id} under ${card.id}`),
  );
}

function shrunk({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
}

/** Pairs of rectangles that share ground. */
export function overlapping(rectangles: readonly (Rectangle & { readonly id: string })[]): readonly string[] {
  const pairs: string[] = [];
  for (const [index, a] of rectangles.entries()) {
    for (const b of rectangles.slice(index + 1)) {
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height) {
        pairs.push(`${a.id} over ${b.id}`);
      }
    }
  }
  return pairs;
}
