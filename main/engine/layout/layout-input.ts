import type { VisibleGraph } from '../../../shared/diagram/visible-graph';

/** What a layout needs to know, as plain data that crosses to a worker. */
export interface LayoutInput {
  readonly boxes: readonly LayoutBox[];
  readonly edges: readonly LayoutEdge[];
}

export interface LayoutBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The open group it stands in, or null. */
  readonly group: string | null;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Top left of every box. */
export type Places = ReadonlyMap<string, Place>;

/** Sizes and connections of what is shown; parallel edges once, loops not at all. */
export function layoutInput(visible: VisibleGraph): LayoutInput {
  const seen = new Set<string>();
  const edges: LayoutEdge[] = [];
  for (const { from, to } of visible.edges) {
    const key = JSON.stringify([from, to]);
    if (from === to || seen.has(key)) continue;
    seen.add(key);
    edges.push({ from, to });
  }
  const boxes = visible.boxes.map(({ id, groupId, content }) => ({
    id,
    width: content.width,
    height: content.height,
    group: groupId,
  }));
  return { boxes, edges };
}
