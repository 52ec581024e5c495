import type { EvidenceLine } from '../../../shared/contract/analysis-methods';
import type { Citation } from '../../../shared/model/citation';
import type { Database } from '../store/database';

/** Lines a finding cites; the details say how many there are in all. */
export const mostEvidence = 20;

/** Citations as file and line, each once; a person's own statement has no line. */
export function linesOf(citations: Iterable<Citation>): readonly EvidenceLine[] {
  const found = new Map<string, EvidenceLine>();
  for (const { sourceId, file, line } of citations) {
    if (sourceId === null && line === 0) continue;
    found.set(`${file}\u0000${line}`, { file, line });
  }
  return [...found.values()].slice(0, mostEvidence);
}

/** Where events stand in their files. */
export function eventLines(db: Database, events: ArrayLike<number>): readonly EvidenceLine[] {
  const found: EvidenceLine[] = [];
  for (let i = 0; i < events.length && found.length < mostEvidence; i++) {
    const id = events[i] ?? 0;
    const row = db.get<EvidenceLine>(
      'SELECT s.name AS file, e.line FROM event e JOIN source s ON s.id = e.source_id WHERE e.id = ?',
      id,
    );
    if (row) found.push(row);
  }
  return found;
}
