import { coordinate as n } from '../../../../shared/diagram/drawing';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { EdgeStyle, Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { colourOf, lightTheme, lineOf, wordColourOf } from '../../../../shared/diagram/theme';
import type { Exporter } from '../exporter';
import { requireScene } from '../require-scene';
import { groupName, type SceneBox, sceneBoxes, shortText } from '../scene-boxes';

/**
 * draw.io (diagrams.net): an uncompressed mxGraphModel, boxes and lines where they stand in the map, to be
 * edited there. Labels are plain text (html=0), so that no name is ever markup.
 */
export const drawioExporter: Exporter = {
  id: 'drawio',
  title: 'draw.io diagram',
  extension: 'drawio',
  views: ['map'],
  async write(input) {
    return { content: writeDrawio(requireScene(input)), notes: [] };
  },
};

const boxStyle = `rounded=1;arcSize=6;html=0;whiteSpace=wrap;align=left;verticalAlign=top;spacingLeft=8;spacingTop=4;fontFamily=Inter;fontSize=11;fillColor=${lightTheme.card.fill};strokeColor=${lightTheme.card.stroke};fontColor=${lightTheme.text.ink};`;
const groupStyle = `rounded=1;arcSize=2;html=0;container=1;collapsible=0;align=left;verticalAlign=top;spacingLeft=12;spacingTop=8;fontFamily=Inter;fontStyle=1;fontSize=12;fillColor=${lightTheme.group.fill};strokeColor=${lightTheme.group.stroke};fontColor=${lightTheme.text.group};`;

const edgeStyles: Readonly<Record<EdgeStyle, string>> = {
  observed: 'endArrow=block;endFill=1;strokeWidth=1.5;',
  unlogged: 'endArrow=open;',
  derived: 'endArrow=block;endFill=0;',
  silent: 'endArrow=block;endFill=0;strokeWidth=1.5;dashed=1;dashPattern=5 3;',
  undeclared: 'endArrow=diamond;endFill=1;strokeWidth=2;dashed=1;dashPattern=1 3;',
  planned: 'endArrow=doubleBlock;endFill=0;strokeWidth=1.5;dashed=1;dashPattern=12 5;',
  retired: 'endArrow=cross;dashed=1;dashPattern=9 3 1 3;',
};

function writeDrawio(scene: Scene): string {
  const cells: string[] = ['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>'];
  const frames = new Map<string, { readonly id: string; readonly x: number; readonly y: number }>();
  for (const [index, group] of scene.groups.entries()) {
    if (group.isCollapsed) continue;
    const place = { x: group.x - scene.origin.x, y: group.y - scene.origin.y };
    const id = `g${index + 1}`;
    frames.set(group.id, { id, ...place });
    cells.push(vertex(id, '1', groupName(group), groupStyle, place.x, place.y, group.width, group.height));
  }
  const ids = new Map<string, string>();
  const boxes = new Map<string, SceneBox>();
  for (const [index, box] of sceneBoxes(scene).entries()) {
    const frame = box.groupId === null ? undefined : frames.get(box.groupId);
    const id = `n${index + 1}`;
    ids.set(box.id, id);
    boxes.set(box.id, box);
    const x = box.x - scene.origin.x - (frame?.x ?? 0);
    const y = box.y - scene.origin.y - (frame?.y ?? 0);
    const style = box.isDeclared && box.status === 'live' ? boxStyle : `${boxStyle}dashed=1;`;
    const text = [box.name, ...box.lines].join('\n');
    cells.push(vertex(id, frame?.id ?? '1', text, style, x, y, box.width, box.height));
  }
  for (const [index, edge] of scene.edges.entries()) {
    const [source, target] = [ids.get(edge.from), ids.get(edge.to)];
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (source === undefined || target === undefined || from === undefined || to === undefined) continue;
    cells.push(edgeCell(`e${index + 1}`, edge, source, target, from, to, scene));
  }
  const size = `pageWidth="${n(scene.width)}" pageHeight="${n(scene.height)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<mxfile host="Whereabouts" compressed="false">
<diagram id="map" name="${attribute(shortText(scene.title))}">
<mxGraphModel grid="0" page="1" ${size} math="0">
<root>
${cells.join('\n')}
</root>
</mxGraphModel>
</diagram>
</mxfile>
`;
}

function vertex(
  id: string,
  parent: string,
  text: string,
  style: string,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const geometry = `<mxGeometry x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" as="geometry"/>`;
  return `<mxCell id="${id}" value="${attribute(text)}" style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell>`;
}

function edgeCell(
  id: string,
  edge: SceneEdge,
  source: string,
  target: string,
  from: SceneBox,
  to: SceneBox,
  scene: Scene,
): string {
  const start = edge.points[0] ?? from;
  const end = edge.points.at(-1) ?? to;
  const ports =
    `exitX=${n((start.x - from.x) / from.width)};exitY=${n((start.y - from.y) / from.height)};` +
    `entryX=${n((end.x - to.x) / to.width)};entryY=${n((end.y - to.y) / to.height)};`;
  const style = `edgeStyle=none;rounded=1;html=0;fontFamily=Inter;fontSize=10;strokeColor=${colourOf(edge, lightTheme)};fontColor=${wordColourOf(edge, lightTheme)};labelBackgroundColor=#ffffff;${edgeStyles[edge.style]}${widthOf(edge)}${ports}`;
  const corners = edge.points
    .slice(1, -1)
    .map(({ x, y }) => `<mxPoint x="${n(x - scene.origin.x)}" y="${n(y - scene.origin.y)}"/>`);
  const points = corners.length === 0 ? '' : `<Array as="points">${corners.join('')}</Array>`;
  return `<mxCell id="${id}" value="${attribute(edge.labelLines.join('\n'))}" style="${style}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`;
}

/** Of a line that says by its width how much it carries; of two widths the later one counts. */
function widthOf(edge: SceneEdge): string {
  return edge.weight === undefined ? '' : `strokeWidth=${n(lineOf(edge).width)};`;
}

/** Line breaks in an attribute are kept only as character references. */
function attribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;');
}
