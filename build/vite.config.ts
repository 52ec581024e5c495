import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The window's page. It is served by the app itself (app://), so every address is relative. */
export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  cacheDir: join(root, '.cache', 'vite-renderer'),
  plugins: [react()],
  build: {
    target: 'chrome130',
    // Nothing is inlined as a data: address, which the content security policy forbids for fonts.
    assetsInlineLimit: 0,
    // The policy allows no inline script, and a single window needs no preloading.
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
});
