import type { Page } from 'playwright-core';

export declare function dropFiles(
  page: Page,
  paths: readonly string[],
  point?: { readonly x: number; readonly y: number },
): Promise<void>;
