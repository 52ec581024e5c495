import type { Arrangement, Place, Size, SizedBox } from './layout-input';

/**
 * Packs boxes on shelves so that the whole comes near an aspect ratio: tallest first, each shelf filled
 * from the left. For what no edge joins.
 */
export function pack(boxes: readonly SizedBox[], gap: number, aspect: number): Arrangement {
  if (boxes.length === 0) return { width: 0, height: 0, places: new Map() };
  const sorted = [...boxes].sort(tallestFirst);
  const widest = Math.max(...boxes.map((box) => box.width));
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  const base = Math.sqrt(area * aspect);
  let best: Arrangement | undefined;
  for (const factor of [0.7, 0.85, 1, 1.15, 1.3, 1.6]) {
    const candidate = onShelves(sorted, gap, Math.max(widest, base * factor));
    if (best === undefined || fit(candidate, aspect) < fit(best, aspect)) best = candidate;
  }
  return best ?? onShelves(sorted, gap, widest);
}

/** Packs boxes in rows of at most a width, or of one box where that is wider. */
export function packRows(boxes: readonly SizedBox[], gap: number, width: number): Arrangement {
  return onShelves([...boxes].sort(tallestFirst), gap, width);
}

function tallestFirst(a: SizedBox, b: SizedBox): number {
  return b.height - a.height || b.width - a.width || (a.id < b.id ? -1 : 1);
}

/** Height that a page of the aspect ratio must have to hold it: smaller is better. */
export function fit({ width, height }: Size, aspect: number): number {
  return Math.max(height, width / aspect);
}

function onShelves(boxes: readonly SizedBox[], gap: number, limit: number): Arrangement {
  const places = new Map<string, Place>();
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = 0;
  for (const box of boxes) {
    if (x > 0 && x + box.width > limit + 0.5) {
      x = 0;
      y += shelf + gap;
      shelf = 0;
    }
    places.set(box.id, { x, y });
    x += box.width + gap;
    width = Math.max(width, x - gap);
    shelf = Math.max(shelf, box.height);
  }
  return { width, height: y + shelf, places };
}
