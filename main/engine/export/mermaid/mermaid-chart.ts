import { displayText } from '../../../../shared/diagram/display-text';
import type { EdgeStyle, Scene, SceneEdge } from '../../../../shared/diagram/scene';
import { groupName, provenanceLines, type SceneBox, sceneBoxes } from '../scene-boxes';

/**
 * Mermaid flowchart (syntax of version 11). Mermaid refuses a chart of more than 500 edges or 50,000
 * characters unless its host raises the limits, so a larger map is written as several charts.
 */
const maxEdges = 500;
const maxCharacters = 50_000;
/** Kept free for the lines that every chart has. */
const reserve = 2000;

/** Each style differs in form, not in colour alone; its word stands in the label. */
const arrows: Readonly<Record<EdgeStyle, string>> = {
  observed: '==>',
  unlogged: '-->',
  derived: '-->',
  silent: '-.->',
  undeclared: '--o',
  planned: '-.->',
  retired: '--x',
};

interface Chart {
  readonly boxes: Set<SceneBox>;
  readonly edges: string[];
  size: number;
}

/** The map as one chart, or several where it exceeds what Mermaid draws. */
export function mermaidCharts(scene: Scene): readonly string[] {
  const boxes = sceneBoxes(scene);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const names = new Map(boxes.map((box, index) => [box, `n${index + 1}`]));
  const sizes = new Map(boxes.map((box) => [box, nodeLine(box, names).length + 80]));
  const charts: Chart[] = [];
  const room = (chart: Chart, needed: readonly SceneBox[], length: number) => {
    const more = needed.filter((box) => !chart.boxes.has(box));
    const added = more.reduce((sum, box) => sum + (sizes.get(box) ?? 0), length);
    return chart.edges.length < maxEdges && chart.size + added <= maxCharacters - reserve ? added : null;
  };
  const put = (needed: readonly SceneBox[], line: string) => {
    let chart = charts.at(-1);
    if (chart === undefined || room(chart, needed, line.length) === null) {
      chart = { boxes: new Set(), edges: [], size: 0 };
      charts.push(chart);
    }
    chart.size += room(chart, needed, line.length) ?? line.length;
    for (const box of needed) chart.boxes.add(box);
    if (line !== '') chart.edges.push(line);
  };
  const joined = new Set<SceneBox>();
  for (const edge of scene.edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    joined.add(from).add(to);
    put([from, to], edgeLine(edge, names.get(from) ?? '', names.get(to) ?? ''));
  }
  for (const box of boxes) if (!joined.has(box)) put([box], '');
  if (charts.length === 0) charts.push({ boxes: new Set(), edges: [], size: 0 });
  return charts.map((chart, index) => writeChart(scene, chart, names, index, charts.length));
}

function writeChart(
  scene: Scene,
  chart: Chart,
  names: ReadonlyMap<SceneBox, string>,
  index: number,
  count: number,
): string {
  const part = count === 1 ? [] : [`%% Chart ${index + 1} of ${count}`];
  const groups = new Map<string | null, SceneBox[]>();
  for (const box of names.keys()) {
    if (!chart.boxes.has(box)) continue;
    const members = groups.get(box.groupId);
    if (members === undefined) groups.set(box.groupId, [box]);
    else members.push(box);
  }
  const lines = ['flowchart LR', ...part, ...provenanceLines(scene).map((line) => `%% ${comment(line)}`)];
  for (const [position, group] of scene.groups.entries()) {
    const members = groups.get(group.id);
    if (members === undefined) continue;
    lines.push(`  subgraph g${position + 1}["${escapeLabel(groupName(group))}"]`);
    lines.push(...members.map((box) => `    ${nodeLine(box, names)}`), '  end');
  }
  lines.push(...(groups.get(null) ?? []).map((box) => `  ${nodeLine(box, names)}`));
  lines.push(...chart.edges.map((edge) => `  ${edge}`));
  return `${lines.join('\n')}\n`;
}

function nodeLine(box: SceneBox, names: ReadonlyMap<SceneBox, string>): string {
  const label = [box.name, ...box.lines.slice(0, 4)].map(escapeLabel).join('<br/>');
  return `${names.get(box) ?? ''}["${label}"]`;
}

function edgeLine(edge: SceneEdge, from: string, to: string): string {
  const label = edge.label === '' ? '' : `|"${escapeLabel(edge.label)}"|`;
  return `${from} ${arrows[edge.style]}${label} ${to}`;
}

/** Mermaid's own escapes, "#" with a name or number and ";", for everything that it or HTML could read. */
function escapeLabel(text: string): string {
  return [...text]
    .map((character) =>
      /[\p{L}\p{N} .,:()/+\-–·…|]/u.test(character) ? character : `#${character.codePointAt(0)};`,
    )
    .join('');
}

/** A comment that opens with a brace would be read as a directive. */
function comment(text: string): string {
  return displayText(text).replace(/[{}%]/g, ' ');
}
