import { useCallback, useMemo } from 'react';
import type { EvidenceLine } from '../../shared/contract/analysis-methods';
import type { SourceRow } from '../../shared/contract/case-methods';
import type { Citation } from '../../shared/model/citation';
import { useAnswer } from '../state/use-answer';

/** The source of a file's name; the first imported where two files share one. */
export function sourceIdsByName(sources: readonly SourceRow[]): ReadonlyMap<string, SourceRow['id']> {
  const ids = new Map<string, SourceRow['id']>();
  for (const source of sources) if (!ids.has(source.name)) ids.set(source.name, source.id);
  return ids;
}

/** Turns "file and line", as findings cite it, into citations that open. */
export function useLineCitations(): (evidence: readonly EvidenceLine[]) => readonly Citation[] {
  const sources = useAnswer('sources.list', {}).value;
  const ids = useMemo(() => sourceIdsByName(sources ?? []), [sources]);
  return useCallback(
    (evidence) => evidence.map(({ file, line }) => ({ sourceId: ids.get(file) ?? null, file, line })),
    [ids],
  );
}
