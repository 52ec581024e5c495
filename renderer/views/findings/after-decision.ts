import type { Acceptance, ListedFinding } from '../../../shared/contract/analysis-methods';

/** The findings as they are once one was accepted, or (null) opened again. */
export function afterDecision(
  findings: readonly ListedFinding[],
  id: string,
  accepted: Acceptance | null,
): readonly ListedFinding[] {
  return findings.map((finding) => (finding.id === id ? { ...finding, accepted } : finding));
}
