import { expect, test } from 'vitest';
import { generatedEstate } from '../../../../shared/diagram/testing/sample-graph';
import { hostileInput, mapInput, sampleInput } from '../testing/export-inputs';
import { mermaidExporter, mermaidMarkdownExporter } from './mermaid-exporter';

const nodeLine = /^ +n\d+\["/gm;
const edgeLine = /^ +n\d+ [-=.ox>]+(\|"[^"]*"\|)? n\d+$/gm;

test('holds every box and every flow, with its words', async () => {
  const { content, notes } = await mermaidExporter.write(sampleInput());
  const chart = String(content);
  expect([chart.match(nodeLine)?.length, chart.match(edgeLine)?.length, notes]).toEqual([25, 40, []]);
  expect(chart).toContain('n9 ==>|"4,357 sent · 709 lost"| n21');
});

test('splits at 500 edges and 50,000 characters, loses nothing, and says so', async () => {
  const graph = generatedEstate(200, 900, 6, 5);
  const input = mapInput(graph);
  const { content, notes } = await mermaidExporter.write(input);
  const charts = String(content).split(/(?=^flowchart LR$)/m);
  expect(charts.every((chart) => chart.length <= 50_000)).toBe(true);
  expect(charts.every((chart) => (chart.match(edgeLine)?.length ?? 0) <= 500)).toBe(true);
  const edges = charts.reduce((sum, chart) => sum + (chart.match(edgeLine)?.length ?? 0), 0);
  expect(edges).toBe(input.scene?.edges.length);
  const boxes = new Set(charts.flatMap((chart) => (chart.match(nodeLine) ?? []).map((line) => line.trim())));
  expect(boxes.size).toBe(200);
  expect(notes).toEqual([
    `Split into ${charts.length} charts: Mermaid draws at most 500 edges and 50,000 characters in one. Paste each, from its "flowchart" line on, by itself.`,
  ]);
  const markdown = String((await mermaidMarkdownExporter.write(input)).content);
  expect(markdown.match(/^```mermaid$/gm)?.length).toBe(charts.length);
});

test('leaves nothing in a label that Mermaid or HTML could read', async () => {
  const { content } = await mermaidExporter.write(hostileInput());
  const labels = [...String(content).matchAll(/\["(.*)"\]$/gm)].map((match) => match[1] ?? '');
  expect(labels.length).toBe(30);
  for (const label of labels) {
    expect(label).not.toBe('');
    expect(label.replaceAll('<br/>', '').replace(/#\d+;/g, '')).not.toMatch(/["<>&#;`\\{}%[\]]/);
  }
});
