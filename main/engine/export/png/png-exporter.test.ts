import { expect, test } from 'vitest';
import { drawScene } from '../../../../shared/diagram/draw-scene';
import { requireScene } from '../require-scene';
import { sampleInput } from '../testing/export-inputs';
import { pngExporter } from './png-exporter';

test('is a PNG of twice the drawing, with its text drawn in the bundled font', async () => {
  const input = sampleInput();
  const { content } = await pngExporter.write(input);
  const bytes = Buffer.from(content);
  const { width, height } = drawScene(requireScene(input));
  expect({
    signature: bytes.subarray(0, 8).toString('latin1'),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    end: bytes.subarray(-8, -4).toString('latin1'),
  }).toEqual({ signature: '\x89PNG\r\n\x1a\n', width: width * 2, height: height * 2, end: 'IEND' });
  const blank = {
    ...requireScene(input),
    cards: [],
    groups: [],
    edges: [],
    leftOut: [],
    legend: [],
    footer: [],
    title: '',
  };
  const empty = await pngExporter.write({ ...input, scene: blank });
  expect(bytes.length).toBeGreaterThan(10 * empty.content.length);
});
