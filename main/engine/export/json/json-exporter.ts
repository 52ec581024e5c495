import { type Exporter, type ExportInput, tableViews } from '../exporter';
import { requireGraph, requireScene } from '../require-scene';

/** JSON (UTF-8, two spaces): the graph and where its boxes stand, or the view's table as header and rows. */
export const jsonExporter: Exporter = {
  id: 'json',
  title: 'JSON data',
  extension: 'json',
  views: ['map', ...tableViews],
  async write(input) {
    return { content: `${JSON.stringify(contentOf(input), null, 2)}\n`, notes: [] };
  },
};

function contentOf(input: ExportInput): unknown {
  const { view, title, generatedAt, sources } = input;
  const about = { format: 'whereabouts', version: 1, view, title, generatedAt, sources };
  if (view !== 'map') return { ...about, tables: input.tables ?? [] };
  const { origin, width, height, cards, groups, edges, legend, footer } = requireScene(input);
  const { level, ...graph } = requireGraph(input);
  return {
    ...about,
    level,
    footer,
    legend,
    graph,
    picture: {
      ...{ origin, width, height },
      boxes: [...cards, ...groups].map((box) => ({
        id: box.id,
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
      })),
      lines: edges.map(({ id, from, to, style, label, points, edges: flows }) => {
        return { id, from, to, style, label, points, flows: flows.map((flow) => flow.id) };
      }),
    },
  };
}
