import type { Scene } from '../../../../shared/diagram/scene';

const size = { width: 200, height: 80 };

/** A scene of boxes by their places and edges written "from>to", for tests of what is done with scenes. */
export function sceneOf(
  boxes: Readonly<Record<string, readonly [number, number]>>,
  edges: readonly string[],
): Scene {
  return {
    level: 'system',
    title: 'A test',
    origin: { x: 0, y: 0 },
    width: 1000,
    height: 600,
    groups: [],
    cards: Object.entries(boxes).map(([id, [x, y]]) => ({
      id,
      x,
      y,
      ...size,
      groupId: null,
      node: {
        id,
        kind: 'system',
        name: id,
        group: null,
        lines: [],
        isDeclared: true,
        status: 'live',
        flags: [],
        subjectId: null,
      },
      titleLines: [id],
      lines: [],
      texts: [],
      marks: [],
      isPinned: false,
    })),
    edges: edges.map((id) => {
      const [from = '', to = ''] = id.split('>');
      const points = [from, to].map((end) => ({ x: boxes[end]?.[0] ?? 0, y: boxes[end]?.[1] ?? 0 }));
      return {
        id,
        from,
        to,
        style: 'observed',
        edges: [],
        points,
        label: '',
        labelLines: [],
        labelAt: { x: 0, y: 0 },
        labelBox: { x: 0, y: 0, width: 0, height: 0 },
      };
    }),
    legend: [],
    leftOut: [],
    footer: [],
  };
}
