import { expect, test } from 'vitest';
import { hostileInput, sampleInput } from '../testing/export-inputs';
import { jsonExporter } from './json-exporter';

test('the graph is read back as it was, names and all', async () => {
  for (const input of [sampleInput(), hostileInput()]) {
    const { content } = await jsonExporter.write(input);
    const read = JSON.parse(String(content));
    expect(read.graph).toEqual(JSON.parse(JSON.stringify({ ...input.graph, level: undefined })));
    expect({ level: read.level, sources: read.sources, lines: read.picture.lines.length }).toEqual({
      level: 'system',
      sources: input.sources,
      lines: input.scene?.edges.length,
    });
  }
});
