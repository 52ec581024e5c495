import type { Importer } from './importer';

/** Every importer, and the only list of them. Detection asks all; the most confident reads the file. */
export const importers: readonly Importer[] = [];
