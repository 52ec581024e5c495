import type { Detection, FileProbe, Importer } from './importer';
import { importers } from './registry';

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
  return best;
}

export const importerById = (id: string): Importer | null =>
  importers.find((importer) => importer.id === id) ?? null;

/** Files that are often given and never read, by their first bytes, with what to do instead. */
const knownBinaries: readonly {
  readonly starts: string;
  readonly code: string;
  readonly what: string | ((probe: FileProbe) => string);
}[] = [
  {
    starts: 'PK',
    code: 'archive',
    what: ({ compression, head }) =>
      compression === 'zip'
        ? 'is an archive or a workbook inside an archive. Unpack the outer one and import what it held.'
        : head.length <= 22
          ? 'is an empty archive. Fetch it again from where it came.'
          : 'is an archive of no format this program reads, or it is damaged. Unpack it, or fetch it again.',
  },
  {
    starts: '\u00d0\u00cf\u0011\u00e0',
    code: 'old-office',
    what: 'is of an Office version before 2007. Save it as .xlsx or CSV and import that.',
  },
  { starts: '%PDF', code: 'pdf', what: 'is a PDF. Ask for the table it was printed from, as .xlsx or CSV.' },
  {
    starts: 'SQLite format 3',
    code: 'database',
    what: 'is a database of no format this program reads. Export its tables as CSV and import those.',
  },
];

/** Why no importer reads a file, and what to do next. */
export function refusalFor(probe: FileProbe): { readonly code: string; readonly message: string } {
  if (probe.head.length === 0)
    return { code: 'empty', message: `${probe.name} is empty. Fetch it again from where it came.` };
  const known = knownBinaries.find(({ starts }) => probe.head.toString('latin1', 0, 16).startsWith(starts));
  if (known)
    return {
      code: known.code,
      message: `${probe.name} ${typeof known.what === 'string' ? known.what : known.what(probe)}`,
    };
  if (probe.isBinary) {
    return {
      code: 'binary',
      message: `${probe.name} is a binary file of no format this program reads. Export it as CSV, JSON or one of the formats that "importers" lists.`,
    };
  }
  return {
    code: 'unknown-format',
    message: `${probe.name} is text, but no importer recognises it. If it is a table, give its columns in a mapping; if it is a text log, give a pattern.`,
  };
}
