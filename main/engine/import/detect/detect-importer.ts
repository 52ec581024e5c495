import type { Detection, FileProbe, Importer } from '../importer';
import { fittingPattern } from '../pattern/fitting-pattern';
import { importers } from '../registry';
import { foreignFormatOf } from './foreign-formats';

/** From here on an importer knows its format by more than a table's columns. */
const surest = 0.8;

/** The importer that is surest of a file, with what it found; null when none can read it. */
export function detectImporter(
  probe: FileProbe,
): { readonly importer: Importer; readonly detection: Detection } | null {
  let best: { importer: Importer; detection: Detection } | null = null;
  for (const importer of importers) {
    let detection: Detection | null;
    try {
      detection = importer.detect(probe);
    } catch {
      // A file made to upset one importer's detection may still be read by another.
      detection = null;
    }
    if (detection && (!best || detection.confidence > best.detection.confidence))
      best = { importer, detection };
  }
  // A table is told by its columns alone, and a format that names itself may happen to have such columns.
  const isTable = best !== null && best.detection.confidence < surest;
  return isTable && foreignFormatOf(probe)?.isNeverTable ? null : best;
}

export const importerById = (id: string): Importer | null =>
  importers.find((importer) => importer.id === id) ?? null;

/** Why no importer reads a file, and what to do next. */
export function refusalFor(probe: FileProbe): { readonly code: string; readonly message: string } {
  if (probe.head.length === 0)
    return { code: 'empty', message: `${probe.name} is empty. Fetch it again from where it came.` };
  const known = foreignFormatOf(probe);
  if (known !== null) return { code: known.code, message: `${probe.name} ${known.what}` };
  if (probe.isBinary) {
    return {
      code: 'binary',
      message: `${probe.name} is a binary file of no format this program reads. Export it as CSV, JSON or another of the formats listed under Help (the command "importers").`,
    };
  }
  const pattern = fittingPattern(probe.text);
  if (pattern !== null) {
    return {
      code: 'needs-pattern',
      message: `${probe.name} is a text log, which is read through a pattern. One to begin with, as the "pattern" of a mapping: ${pattern}`,
    };
  }
  return {
    code: 'unknown-format',
    message: `${probe.name} is text, but no importer recognises it. If it is a table, give its columns in a mapping; if it is a text log, give a pattern.`,
  };
}
