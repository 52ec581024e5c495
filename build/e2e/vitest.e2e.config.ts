import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** End-to-end tests: each drives the real app, one after the other. Run them with `npm run e2e`. */
export default defineConfig({
  root,
  cacheDir: '.cache/vite-e2e',
  test: {
    include: ['build/e2e/**/*.test.ts'],
    globalSetup: ['build/temporary-folder.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as a locator waits: what the window comes to show is awaited by either.
    expect: { poll: { timeout: 20_000 } },
  },
});
