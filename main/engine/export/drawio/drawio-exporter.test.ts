import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { displayText } from '../../../../shared/diagram/display-text';
import { hostileInput, sampleInput } from '../testing/export-inputs';
import { drawioExporter } from './drawio-exporter';

interface Cell {
  readonly attributes: Readonly<Record<string, string>>;
  readonly geometry: Record<string, string>;
}

/** The cells of an mxGraphModel as a strict XML reader sees them. */
function readCells(xml: string): readonly Cell[] {
  const cells: Cell[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mxCell') cells.push({ attributes: { ...attributes }, geometry: {} });
    if (name === 'mxGeometry') Object.assign(cells.at(-1)?.geometry ?? {}, attributes);
  });
  parser.write(xml).close();
  return cells;
}

test('holds every box in its group, at its place, and every flow between its boxes', async () => {
  const input = sampleInput();
  const { content } = await drawioExporter.write(input);
  const cells = readCells(String(content));
  const byId = new Map(cells.map((cell) => [cell.attributes.id, cell]));
  const title = (id: string | undefined) => byId.get(id)?.attributes.value?.split('\n')[0];
  const flows = cells
    .filter((cell) => cell.attributes.edge === '1')
    .map(({ attributes }) => `${title(attributes.source)} > ${title(attributes.target)}`);
  const names = new Map(input.graph?.nodes.map((node) => [node.id, node.name]));
  expect(flows).toEqual(input.scene?.edges.map((edge) => `${names.get(edge.from)} > ${names.get(edge.to)}`));
  for (const card of input.scene?.cards ?? []) {
    const cell = cells.find((candidate) => candidate.attributes.value?.split('\n')[0] === card.node.name);
    const group = input.scene?.groups.find(({ id }) => id === card.groupId);
    expect(title(cell?.attributes.parent)).toBe(group?.name);
    expect(Number(cell?.geometry.x)).toBeCloseTo(card.x - (group?.x ?? 0), 1);
    expect(Number(cell?.geometry.width)).toBe(card.width);
  }
});

test('keeps hostile names as text: no cell is read as markup', async () => {
  const input = hostileInput();
  const cells = readCells(String((await drawioExporter.write(input)).content));
  expect(cells.filter(({ attributes }) => attributes.vertex === '1').length).toBe(30);
  expect(cells.every(({ attributes }) => !/html=1/.test(attributes.style ?? ''))).toBe(true);
  expect(
    cells.some(({ attributes }) => attributes.value?.startsWith(displayText('<script>alert(1)</script>'))),
  ).toBe(true);
});
