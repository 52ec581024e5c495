/** What parts the two ends of a flow in one cell: "EPR > PAS", "EPR -> PAS", "EPR → PAS". */
const arrow = /\s*(?:[-=–—]*>+|→|⟶|⇒|➔|➜)\s*/u;

/**
 * The two ends of a flow that one cell names; null where it names no two. "EPR to PAS" counts only under a
 * header that says flow, so ask for it with `inWords`.
 */
export function twoEnds(text: string, inWords = false): readonly [from: string, to: string] | null {
  const parts = text.split(arrow);
  const [from, to] = parts.length === 2 ? parts : inWords ? text.split(/\s+to\s+/i) : [];
  const isPair = from !== undefined && to !== undefined && from.trim() !== '' && to.trim() !== '';
  if (!isPair || (parts.length !== 2 && text.split(/\s+to\s+/i).length !== 2)) return null;
  return [from.trim(), to.trim()];
}
