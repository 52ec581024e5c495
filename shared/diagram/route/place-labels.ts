import type { Point, Rectangle } from '../scene';
import { RectangleIndex } from './rectangle-index';

/** An edge's line and its words, in the ways they can be broken, the preferred one for each direction first. */
export interface LabelToPlace {
  readonly id: string;
  readonly points: readonly Point[];
  readonly forms: readonly LabelForm[];
}

/** `across` suits horizontal lines, `down` vertical ones. */
export interface LabelForm {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly suits: 'across' | 'down';
}

export interface PlacedLabel extends Rectangle {
  readonly lines: readonly string[];
}

/** What a place for a label costs, by what it hides, per pixel of overlap. */
const cost = {
  card: 60,
  label: 40,
  line: 7,
  heading: 12,
  overhang: 2,
  offMiddle: 0.06,
  unsuited: 6,
  besideLine: 16,
  /** Of its own line: words there hide which way it turns. */
  corner: 30,
  endMark: 160,
} as const;

/** Positions tried along each segment, nearest to its middle first. */
const fractions = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] as const;

/** On their line, which is left out under them, or wholly beside it: half on it, they would seem to end it. */
const asides = ['on', 'before', 'after'] as const;
/** Between a line and the words beside it. */
const besideGap = 2;

/** Length of line that should show on either side of its words. */
const lineShown = 22;

/** Words nearer to an edge's end than this hide its mark. */
const endMarkLength = 17;

/** Segments shorter than this carry no label unless all are. */
const shortSegment = 12;

interface Segment extends Rectangle {
  readonly edge: string;
}

/**
 * Finds each label a place on its own line where it hides no card, no other label and as little of other
 * lines as can be. Labels with few choices come first.
 */
export function placeLabels(
  labels: readonly LabelToPlace[],
  cards: readonly Rectangle[],
  headings: readonly Rectangle[],
): ReadonlyMap<string, PlacedLabel> {
  const obstacles = new RectangleIndex(cards);
  const titles = new RectangleIndex(headings);
  const lines = new RectangleIndex<Segment>(labels.flatMap(segmentsOf));
  const placed = new RectangleIndex<OwnedLabel>([]);
  const boxes = new Map<string, OwnedLabel>();
  /** What lies under a place of other words; a place that was given up hides nothing. */
  const hidden = (area: Rectangle, id: string, price: (other: Rectangle) => number) =>
    placed.sumTouching(area, (other) =>
      other.edge === id || boxes.get(other.edge) !== other ? 0 : price(other),
    );
  const place = (label: LabelToPlace): void => {
    let best: PlacedLabel | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    // Cheapest first: mostly the first one hides nothing, and no later one can be better.
    for (const { box, penalty } of candidatesOf(label).sort((a, b) => a.penalty - b.penalty)) {
      if (penalty >= bestCost) break;
      const spread = spreadOf(box);
      const price =
        penalty +
        (touches(box, label.points.at(-1), endMarkLength) ? cost.endMark : 0) +
        cornersIn(box, label.points) * cost.corner +
        obstacles.sumTouching(spread, (card) => cost.card * (1 + depth(spread, card))) +
        hidden(spread, label.id, (other) => cost.label * (1 + overlap(spread, other))) +
        titles.sumTouching(box, (title) => cost.heading * overlap(box, title)) +
        lines.sumTouching(box, (line) => (line.edge === label.id ? 0 : cost.line * overlap(box, line)));
      if (price < bestCost) [best, bestCost] = [box, price];
    }
    if (best === undefined) return;
    const owned = { ...best, edge: label.id };
    boxes.set(label.id, owned);
    placed.add(owned);
  };
  const byLength = [...labels]
    .filter((label) => label.forms.length > 0)
    .sort((a, b) => lengthOf(a.points) - lengthOf(b.points) || (a.id < b.id ? -1 : 1));
  for (const label of byLength) place(label);
  // The first ones chose before the others were there.
  for (const label of byLength) {
    const box = boxes.get(label.id);
    if (box !== undefined && hidden(spreadOf(box), label.id, () => 1) > 0) place(label);
  }
  return new Map([...boxes].map(([id, { edge: _, ...box }]) => [id, box]));
}

/** Words keep this far from cards and from each other. */
const spreadOf = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x - 3,
  y: y - 2,
  width: width + 6,
  height: height + 4,
});

interface OwnedLabel extends PlacedLabel {
  readonly edge: string;
}

interface Candidate {
  readonly box: PlacedLabel;
  readonly penalty: number;
}

function candidatesOf(label: LabelToPlace): Candidate[] {
  const candidates: Candidate[] = [];
  const total = lengthOf(label.points);
  let run = 0;
  for (let index = 1; index < label.points.length; index += 1) {
    const a = label.points[index - 1];
    const b = label.points[index];
    if (a === undefined || b === undefined) continue;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const isAcross = a.y === b.y;
    for (const { lines, width, height, suits } of label.forms) {
      if (length < shortSegment && total >= 4 * shortSegment) break;
      const needed = isAcross ? width : height;
      const unsuited = label.forms.length > 1 && (suits === 'across') !== isAcross ? cost.unsuited : 0;
      for (const fraction of fractions) {
        const x = a.x + (b.x - a.x) * fraction;
        const y = a.y + (b.y - a.y) * fraction;
        const overhang = Math.max(0, needed / 2 + lineShown - length * Math.min(fraction, 1 - fraction));
        const offMiddle = Math.abs(run + length * fraction - total / 2);
        for (const aside of asides) {
          const left = isAcross ? x - width / 2 : shifted(x, width, aside);
          const top = isAcross ? shifted(y, height, aside) : y - height / 2;
          const beside = aside === 'on' ? 0 : cost.besideLine;
          candidates.push({
            box: { x: left, y: top, width, height, lines },
            penalty: overhang * cost.overhang + offMiddle * cost.offMiddle + unsuited + beside,
          });
        }
      }
    }
    run += length;
  }
  return candidates;
}

/** Where a piece of a size begins that stands on a coordinate, or before or after it. */
function shifted(at: number, size: number, aside: (typeof asides)[number]): number {
  if (aside === 'on') return at - size / 2;
  return aside === 'before' ? at - size - besideGap : at + besideGap;
}

function cornersIn(box: Rectangle, points: readonly Point[]): number {
  return points.slice(1, -1).filter((point) => touches(box, point, 2)).length;
}

function touches(box: Rectangle, point: Point | undefined, within: number): boolean {
  return (
    point !== undefined &&
    point.x > box.x - within &&
    point.x < box.x + box.width + within &&
    point.y > box.y - within &&
    point.y < box.y + box.height + within
  );
}

function segmentsOf(label: LabelToPlace): Segment[] {
  const segments: Segment[] = [];
  for (let index = 1; index < label.points.length; index += 1) {
    const a = label.points[index - 1];
    const b = label.points[index];
    if (a === undefined || b === undefined) continue;
    segments.push({
      edge: label.id,
      x: Math.min(a.x, b.x) - 1,
      y: Math.min(a.y, b.y) - 1,
      width: Math.abs(a.x - b.x) + 2,
      height: Math.abs(a.y - b.y) + 2,
    });
  }
  return segments;
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (a !== undefined && b !== undefined) length += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  return length;
}

/** The longer side of what two rectangles share: comparable for lines and areas. */
function overlap(a: Rectangle, b: Rectangle): number {
  const { width, height } = shared(a, b);
  return width <= 0 || height <= 0 ? 0 : Math.max(width, height);
}

/** How far one reaches into the other: words that reach over a card's border hide none of its own. */
function depth(a: Rectangle, b: Rectangle): number {
  const { width, height } = shared(a, b);
  return Math.max(0, Math.min(width, height));
}

function shared(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
