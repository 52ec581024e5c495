import { create } from 'zustand';
import type { Citation } from '../../shared/model/citation';

interface EvidenceState {
  /** What the citations prove, as a title: "Owner of Penfold EPR". */
  readonly subject: string;
  readonly citations: readonly Citation[];
  readonly at: number;
}

/** The citations shown in the evidence viewer; none means that it is closed. */
export const useEvidence = create<EvidenceState>(() => ({ subject: '', citations: [], at: 0 }));

export function showEvidence(subject: string, citations: readonly Citation[], at = 0): void {
  useEvidence.setState({ subject, citations, at });
}

export function stepEvidence(by: 1 | -1): void {
  useEvidence.setState(({ citations, at }) => ({
    at: (at + by + citations.length) % Math.max(1, citations.length),
  }));
}

export function closeEvidence(): void {
  useEvidence.setState({ subject: '', citations: [], at: 0 });
}
