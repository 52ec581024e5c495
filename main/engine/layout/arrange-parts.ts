import { connectedComponents } from './components';
import type { Arrangement, LayoutEdge, Manner, Place, SizedBox } from './layout-input';
import { pack, packRows } from './pack';

/** By how much the first form may be wider than the page before another is tried. */
const tooLong = 2.2;

/**
 * Arranges each connected part along its edges and packs the parts, and the boxes that no edge joins,
 * beside each other. Gives the forms it can take: flows to the right, and flows downwards if asked for or
 * where the first form is too long for a page.
 */
export async function arrangeParts(
  boxes: readonly SizedBox[],
  edges: readonly LayoutEdge[],
  manner: Manner,
  usualGap: number,
  hasForms: boolean,
): Promise<readonly Arrangement[]> {
  const { arrange, aspect, room } = manner;
  const gap = Math.round(usualGap * room);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const components = connectedComponents([...byId.keys()], edges);
  const lone = components.flatMap((ids) => (ids.length === 1 ? (byId.get(ids[0] ?? '') ?? []) : []));
  const joined = components.filter((ids) => ids.length > 1);
  const forms: Arrangement[] = [];
  for (const direction of ['RIGHT', 'DOWN'] as const) {
    const parts: Arrangement[] = [];
    for (const ids of joined) {
      const members = new Set(ids);
      parts.push(
        await arrange(
          boxes.filter((box) => members.has(box.id)),
          edges.filter((edge) => members.has(edge.from)),
          direction,
          room,
        ),
      );
    }
    // Beside others, lone boxes fill rows as wide as the widest part.
    const widest = Math.max(0, ...parts.map((part) => part.width));
    if (lone.length > 0)
      parts.push(parts.length === 0 ? pack(lone, gap, aspect) : packRows(lone, gap, widest));
    forms.push(packParts(parts, gap, aspect));
    const [first] = forms;
    const isTooLong = first !== undefined && first.width > first.height * aspect * tooLong;
    // Without edges there is no direction.
    if (joined.length === 0 || !(hasForms || isTooLong)) break;
  }
  return forms;
}

function packParts(parts: readonly Arrangement[], gap: number, aspect: number): Arrangement {
  const named = parts.map((part, index) => ({ id: String(index), width: part.width, height: part.height }));
  const packed = pack(named, gap, aspect);
  const places = new Map<string, Place>();
  for (const [index, part] of parts.entries()) {
    const at = packed.places.get(String(index)) ?? { x: 0, y: 0 };
    for (const [id, { x, y }] of part.places) places.set(id, { x: at.x + x, y: at.y + y });
  }
  return { width: packed.width, height: packed.height, places };
}
