import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. Everything the set-up makes lies in its git-ignored `.cache`. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cache = join(root, '.cache');
export const out = join(cache, 'out');
export const modules = join(root, 'node_modules');
