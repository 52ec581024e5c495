import { describe, expect, test } from 'vitest';
import { exportViews } from '../../../shared/contract/estate-methods';
import { exporterById, exporterForFile, exporters } from './registry';
import { hostileInput, mapInput, sampleInput } from './testing/export-inputs';

/** Formats made from the picture or the graph alone; those of the whole model are tested beside themselves. */
const ofTheMap = ['svg', 'png', 'pdf', 'html', 'drawio', 'mermaid', 'mermaid-markdown', 'dot', 'csv', 'json'];
const mapExporters = exporters.filter((exporter) => ofTheMap.includes(exporter.id));

describe('every exporter of the map', () => {
  test.each(mapExporters.map((exporter) => [exporter.id, exporter] as const))(
    '%s gives the same bytes for the same case',
    async (_, exporter) => {
      const [first, second] = [await exporter.write(sampleInput()), await exporter.write(sampleInput())];
      expect(Buffer.from(first.content).equals(Buffer.from(second.content))).toBe(true);
      expect(first.content.length).toBeGreaterThan(500);
    },
  );

  test.each(mapExporters.map((exporter) => [exporter.id, exporter] as const))(
    '%s writes hostile names, and an empty map',
    async (_, exporter) => {
      const empty = mapInput({ level: 'system', groups: [], nodes: [], edges: [] });
      for (const input of [hostileInput(), empty]) {
        const { content } = await exporter.write(input);
        expect(content.length).toBeGreaterThan(0);
      }
    },
  );
});

describe('the registry', () => {
  test('finds a format by its id, and by the ending of a file for a view that it can write', () => {
    expect([
      exporterById('mermaid')?.extension,
      exporterForFile('/x/Board map.PDF', 'map')?.id,
      exporterForFile('owners.csv', 'owners')?.id,
      exporterForFile('owners.pdf', 'owners')?.id,
      exporterForFile('map', 'map')?.id,
    ]).toEqual(['mmd', 'pdf', 'csv', undefined, undefined]);
  });

  test('has no two formats of one name, and every view can be written', () => {
    expect(new Set(exporters.map((exporter) => exporter.id)).size).toBe(exporters.length);
    const written = new Set(exporters.flatMap((exporter) => exporter.views));
    expect(exportViews.filter((view) => !written.has(view))).toEqual([]);
  });
});
