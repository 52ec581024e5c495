import type { Citation } from '../../shared/model/citation';
import { t } from '../strings/text';

/** "systems.csv, line 4", or who said it: how evidence is written wherever it is named or copied. */
export function citationText(citation: Citation): string {
  if (citation.sourceId === null && citation.author !== undefined)
    return t('evidence.by', { author: citation.author });
  const place = t('evidence.place', { file: citation.file, line: String(citation.line) });
  return citation.pointer === undefined ? place : `${place} (${citation.pointer})`;
}

/** "systems.csv:4": the short form for cells and buttons. */
export function shortCitation(citation: Citation): string {
  return citation.sourceId === null
    ? (citation.author ?? citation.file)
    : `${citation.file}:${citation.line}`;
}

/** Each place once: several facts of one line need one link. */
export function distinctCitations(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Set<string>();
  return citations.filter((citation) => {
    const { sourceId, line, pointer = '', author = '', reason = '' } = citation;
    const key = JSON.stringify([sourceId, line, pointer, author, reason]);
    return !seen.has(key) && seen.add(key);
  });
}
