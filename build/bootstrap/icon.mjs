import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.mjs';
import { cache, modules, root } from './paths.mjs';

/** The app's icon as a PNG of 1024 pixels, drawn from build/icons/icon.svg. */
export async function drawIcon() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(join(modules, '@resvg', 'resvg-wasm', 'index_bg.wasm')));
  const svg = readFileSync(join(root, 'build', 'icons', 'icon.svg'), 'utf8');
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: 1024 } }).render();
  const path = join(cache, 'icons', 'icon.png');
  writeWhole(path, image.asPng());
  return path;
}
