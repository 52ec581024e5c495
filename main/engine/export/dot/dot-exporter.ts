import type { EdgeStyle, Scene } from '../../../../shared/diagram/scene';
import { lightTheme } from '../../../../shared/diagram/theme';
import type { Exporter } from '../exporter';
import { requireScene } from '../require-scene';
import { groupName, provenanceLines, type SceneBox, sceneBoxes, shortText } from '../scene-boxes';

/** Graphviz DOT. `dot` lays it out afresh; `neato -n2` draws the boxes where they stand in the map. */
export const dotExporter: Exporter = {
  id: 'dot',
  title: 'Graphviz DOT',
  extension: 'dot',
  views: ['map'],
  async write(input) {
    return { content: writeDot(requireScene(input)), notes: [] };
  },
};

const edgeAttributes: Readonly<Record<EdgeStyle, string>> = {
  observed: 'style=solid arrowhead=normal',
  unlogged: 'style=solid arrowhead=vee',
  derived: 'style=solid arrowhead=onormal',
  silent: 'style=dashed arrowhead=empty',
  undeclared: 'style=dotted arrowhead=diamond',
  planned: 'style=dashed arrowhead=vee',
  retired: 'style=dotted arrowhead=tee',
};

/** Graphviz counts in points, of which 72 make an inch; the scene's pixels are 96 to one. */
const pointsPerPixel = 0.75;

function writeDot(scene: Scene): string {
  const lines = [
    ...provenanceLines(scene).map((line) => `// ${line}`),
    'digraph map {',
    `  graph [label=${quote(scene.title)} labelloc=t rankdir=LR charset="UTF-8" fontname="Inter,Arial"]`,
    '  node [shape=box style=rounded fontname="Inter,Arial" fontsize=10 margin="0.12,0.08"]',
    '  edge [fontname="Inter,Arial" fontsize=8]',
  ];
  const boxes = sceneBoxes(scene);
  const names = new Map(boxes.map((box, index) => [box.id, `n${index + 1}`]));
  for (const [index, group] of scene.groups.entries()) {
    const members = boxes.filter((box) => box.groupId === group.id);
    if (members.length === 0) continue;
    lines.push(
      `  subgraph cluster_${index + 1} {`,
      `    label=${quote(groupName(group))} color="${lightTheme.rule}"`,
    );
    lines.push(...members.map((box) => `    ${nodeLine(box, names.get(box.id) ?? '', scene)}`), '  }');
  }
  for (const box of boxes) {
    if (box.groupId === null) lines.push(`  ${nodeLine(box, names.get(box.id) ?? '', scene)}`);
  }
  for (const edge of scene.edges) {
    const [from, to] = [names.get(edge.from), names.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const colour = lightTheme.edge[edge.style];
    lines.push(
      `  ${from} -> ${to} [label=${quote(edge.label)} ${edgeAttributes[edge.style]} color="${colour}"]`,
    );
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function nodeLine(box: SceneBox, name: string, scene: Scene): string {
  const label = [box.name, ...box.lines].map(escapeLabel).join('\\n');
  const x = (box.x + box.width / 2 - scene.origin.x) * pointsPerPixel;
  const y = (scene.origin.y + scene.height - box.y - box.height / 2) * pointsPerPixel;
  const style = box.isDeclared && box.status === 'live' ? '' : ' style="rounded,dashed"';
  return `${name} [label="${label}" pos="${x.toFixed(1)},${y.toFixed(1)}!"${style}]`;
}

function quote(raw: string): string {
  return `"${escapeLabel(shortText(raw))}"`;
}

/** A backslash begins an escape and an ampersand an HTML entity, in quoted strings too. */
function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
