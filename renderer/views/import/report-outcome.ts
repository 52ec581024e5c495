import type { FileReport } from '../../../shared/contract/import-methods';

/** What became of a file: `part`: taken, with rows rejected or in doubt. */
export type FileOutcome = 'imported' | 'part' | 'known' | 'refused';

export function outcomeOf(file: FileReport): FileOutcome {
  if (file.importer === 'already imported') return 'known';
  if (file.importer === 'none') return 'refused';
  return file.issueCount > 0 ? 'part' : 'imported';
}

/** The files with something to look at come first; otherwise they stay in their order. */
export function inOrderOfConcern(files: readonly FileReport[]): readonly FileReport[] {
  const rank: Readonly<Record<FileOutcome, number>> = { refused: 0, part: 1, imported: 2, known: 3 };
  return [...files].sort((a, b) => rank[outcomeOf(a)] - rank[outcomeOf(b)]);
}

export function countOutcomes(files: readonly FileReport[]): Readonly<Record<FileOutcome, number>> {
  const counts = { imported: 0, part: 0, known: 0, refused: 0 };
  for (const file of files) counts[outcomeOf(file)] += 1;
  return counts;
}
