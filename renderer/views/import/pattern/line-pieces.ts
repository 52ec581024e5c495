import type { PatternSpan } from '../../../../shared/contract/import-methods';

export interface LinePiece {
  readonly text: string;
  /** The group that takes it; null where none does. */
  readonly name: string | null;
  readonly from: number;
}

/** A line cut at what its groups take. A group within another is left to the outer one. */
export function linePieces(
  text: string,
  spans: readonly Pick<PatternSpan, 'name' | 'from' | 'to'>[],
): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from < at || span.to <= span.from) continue;
    if (span.from > at) pieces.push({ text: text.slice(at, span.from), name: null, from: at });
    pieces.push({ text: text.slice(span.from, span.to), name: span.name, from: span.from });
    at = span.to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), name: null, from: at });
  return pieces;
}
