import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Unit tests: beside the file they test, in every layer. The end-to-end tests have their own configuration. */
export default defineConfig({
  root,
  cacheDir: '.cache/vite-unit',
  test: {
    include: ['{shared,main,renderer,build}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'build/e2e/**'],
    pool: 'forks',
    globalSetup: ['build/temporary-folder.ts'],
    setupFiles: ['build/repeatable-properties.ts'],
    // Nothing here waits for time to pass: the limit is for a test that hangs, on the slowest of machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
