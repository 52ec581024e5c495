import { displayText } from '../../../../shared/diagram/display-text';
import { drawLegend } from '../../../../shared/diagram/draw-furniture';
import { drawScene } from '../../../../shared/diagram/draw-scene';
import { drawingToSvg, escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { Scene } from '../../../../shared/diagram/scene';
import { lightTheme } from '../../../../shared/diagram/theme';
import { type Exporter, type ExportInput, type ExportTable, tableViews } from '../exporter';
import { edgeTable, nodeTable } from '../graph-table';
import { requireGraph, requireScene } from '../require-scene';
import { sceneBoxes } from '../scene-boxes';
import { pageHead } from './page-head';
import { sourcesOf, writeTablePage } from './page-parts';
import { htmlTable } from './static-tables';
import { viewerScript } from './viewer-script';
import { viewerStyle } from './viewer-style';

/**
 * One HTML file that opens offline anywhere: the map to pan, zoom, search and follow, its tables as a twin,
 * and nothing that is loaded from elsewhere, which its own content security policy forbids. A view that is
 * a table becomes a page without a script.
 */
export const htmlExporter: Exporter = {
  id: 'html',
  title: 'HTML page',
  extension: 'html',
  views: ['map', ...tableViews],
  async write(input) {
    return { content: input.view === 'map' ? writePage(input) : writeTablePage(input), notes: [] };
  },
};

function writePage(input: ExportInput): string {
  const scene = requireScene(input);
  const title = escapeXml(displayText(scene.title));
  const picture = drawingToSvg(drawScene(scene, { hasFurniture: false }), 'map-');
  return `${pageHead({ title: displayText(scene.title), style: viewerStyle, script: viewerScript })}
<header>
<h1>${title}</h1>
<div class="tools" role="group" aria-label="Map tools">
<label for="search" class="hidden-text">Search the map</label>
<input id="search" type="search" placeholder="Search (press /)" autocomplete="off">
<label for="hops">Follow</label>
<select id="hops"><option value="1">1 hop</option><option value="2">2 hops</option><option value="3">3 hops</option><option value="all" selected>all hops</option></select>
<button type="button" id="zoom-out" aria-label="Zoom out">−</button>
<button type="button" id="zoom-in" aria-label="Zoom in">+</button>
<button type="button" id="fit">Fit</button>
<button type="button" id="show-table" aria-pressed="false">Table</button>
<span id="status" class="note" role="status"></span>
</div>
</header>
<main>
<section id="map" tabindex="0" aria-label="Map. Arrow keys move it, plus and minus zoom; Tab reaches the cards, whose arrow keys follow the flows.">
${picture}</section>
<aside id="panel" aria-label="Selected" hidden></aside>
<section id="tables" aria-label="Tables">
${tablesOf(input, scene)}
</section>
</main>
<footer>
${legendOf(scene)}
${footerOf(scene, input)}
</footer>
<script type="application/json" id="data">${dataOf(scene)}</script>
<script>${viewerScript}</script>
</body>
</html>
`;
}

function tablesOf(input: ExportInput, scene: Scene): string {
  const graph = requireGraph(input);
  const shown = new Set(sceneBoxes(scene).map((box) => box.id));
  const nodes = withoutColumn(nodeTable(graph), 'Id');
  const ids = graph.nodes.map(({ id, group }) =>
    shown.has(id) ? id : group !== null && shown.has(group) ? group : null,
  );
  const edges = withoutColumn(edgeTable(graph), 'Id');
  return [
    htmlTable(nodes, `Everything on the map: ${nodes.rows.length}`, ids),
    htmlTable(edges, `Every flow: ${edges.rows.length}`),
    ...(input.tables ?? []).map((table) => htmlTable(table, table.name)),
  ].join('\n');
}

/** Leaves out one column, and those with nothing in any row. */
function withoutColumn(table: ExportTable, name: string): ExportTable {
  const kept = table.header
    .map((header, index) => ({ header, index }))
    .filter(
      ({ header, index }) =>
        header !== name && table.rows.some((row) => row[index] !== null && row[index] !== ''),
    );
  return {
    name: table.name,
    header: kept.map(({ header }) => header),
    rows: table.rows.map((row) => kept.map(({ index }) => row[index] ?? null)),
  };
}

/** The legend as a picture of its own. */
function legendOf(scene: Scene): string {
  if (scene.legend.length === 0) return '';
  const width = 1100;
  const { items, height } = drawLegend(scene.legend, lightTheme, 0, 0, width, 1);
  const description = scene.legend.map((entry) => entry.text).join('; ');
  const shared = { background: lightTheme.background, smallestText: 11, title: 'Legend', description };
  return drawingToSvg({ ...shared, width, height, items }, 'legend-');
}

function footerOf(scene: Scene, input: ExportInput): string {
  return [...scene.footer.map((line) => `<p>${escapeXml(displayText(line))}</p>`), sourcesOf(input)].join(
    '\n',
  );
}

/** What the script needs, in a block that no parser takes for markup. */
function dataOf(scene: Scene): string {
  const boxes = sceneBoxes(scene).map(({ id, name, lines, x, y, width, height }) => {
    return { id, name, lines, x: x - scene.origin.x, y: y - scene.origin.y, width, height };
  });
  const lines = scene.edges.map(({ id, from, to }) => ({ id, from, to }));
  return JSON.stringify({ boxes, lines })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
