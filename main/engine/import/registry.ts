import type { Importer } from './importer';
import { xesImporter } from './xes/xes';

/** Every importer, and the only list of them. Detection asks all; the most confident reads the file. */
export const importers: readonly Importer[] = [xesImporter];
