import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from '../../../../shared/diagram/drawing';
import { drawingToSvg } from '../../../../shared/diagram/drawing-to-svg';
import type { Exporter } from '../exporter';
import { assetFile } from '../picture/asset-file';
import { fontWeights, interFont } from '../picture/inter-fonts';
import { drawInterOnly } from '../picture/inter-only';
import { requireScene } from '../require-scene';

/** Two image pixels to a scene's, as far as the whole stays within what viewers and memory hold. */
const preferredScale = 2;
const maxPixels = 40_000_000;
const maxSide = 12_000;

export const pngExporter: Exporter = {
  id: 'png',
  title: 'PNG picture',
  extension: 'png',
  views: ['map'],
  isPicture: true,
  async write(input) {
    const { drawing, notes } = drawInterOnly(requireScene(input));
    return { content: await rasterise(drawing), notes };
  },
};

let ready: Promise<void> | undefined;

/** Draws with resvg and the bundled fonts only, so that the pixels are the same on every machine. */
async function rasterise(drawing: Drawing): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(assetFile('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const image = new Resvg(drawingToSvg(drawing), {
    font: { fontBuffers: fontWeights.map(interFont), defaultFontFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: scaleOf(drawing) },
  });
  try {
    const rendered = image.render();
    const png = rendered.asPng();
    rendered.free();
    return png;
  } finally {
    image.free();
  }
}

function scaleOf({ width, height }: Drawing): number {
  const byArea = Math.sqrt(maxPixels / (width * height));
  const bySide = maxSide / Math.max(width, height);
  return Math.floor(Math.min(preferredScale, byArea, bySide) * 100) / 100;
}
