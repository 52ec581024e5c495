import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Scene } from '../../shared/diagram/scene';

/** The checkout: bundles lie two folders below its cache. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A page that shows a scene's cards and flows as React Flow does by itself: its default nodes and edges. */
export async function writeRivalPage(folder: string, scene: Scene): Promise<string> {
  // By its address: within the bench's own bundle it would not find its program.
  const { default: esbuild } = (await import(
    pathToFileURL(join(root, 'node_modules', 'esbuild', 'lib', 'main.js')).href
  )) as { readonly default: typeof import('esbuild') };
  const nodes = scene.cards.map(({ id, x, y, width, height, node }) => ({
    id,
    position: { x, y },
    data: { label: node.name },
    style: { width, height },
  }));
  const edges = scene.edges.map(({ id, from, to, label }) => ({ id, source: from, target: to, label }));
  const source = `
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { ReactFlow } from '@xyflow/react';
    import '@xyflow/react/dist/style.css';
    const nodes = ${JSON.stringify(nodes)};
    const edges = ${JSON.stringify(edges)};
    createRoot(document.getElementById('root')).render(createElement(ReactFlow, {
      defaultNodes: nodes, defaultEdges: edges, fitView: true, minZoom: 0.02, panOnScroll: true,
    }));`;
  const script = join(folder, 'rival.js');
  await esbuild.build({
    stdin: { contents: source, resolveDir: root, loader: 'js' },
    outfile: script,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const page = join(folder, 'rival.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="rival.css">
     <style>html, body, #root { margin: 0; width: 100%; height: 100% }</style>
     <div id="root"></div><script src="rival.js"></script>`,
  );
  return page;
}
