import { create } from 'zustand';
import type { StatableQuestion, StatableSubject } from '../../shared/contract/edit-methods';
import type { Citation } from '../../shared/model/citation';

/** A question with what the case says on it now, to be answered by a person. */
export interface CorrectionRequest {
  readonly question: StatableQuestion;
  /** What the case says now, as it is shown; empty where it says nothing. */
  readonly value: string;
  /** Statements that can be set aside. */
  readonly citations: readonly Citation[];
}

/** What an addition begins with, where it is asked for beside a thing that is known. */
export interface AddRequest {
  readonly subject: StatableSubject | null;
  /** A name to say that it is not the subject's. */
  readonly notName?: string;
}

interface EditingState {
  readonly correction: CorrectionRequest | null;
  readonly addition: AddRequest | null;
  readonly isListOpen: boolean;
}

const nothing: EditingState = { correction: null, addition: null, isListOpen: false };

/** Which of the dialogs for statements is open. */
export const useEditing = create<EditingState>(() => nothing);

export function openCorrection(correction: CorrectionRequest): void {
  useEditing.setState({ ...nothing, correction });
}

export function openAdd(subject: StatableSubject | null): void {
  useEditing.setState({ ...nothing, addition: { subject } });
}

/** To say that what is shown as another name of a system is none of its. */
export function openParting(system: string, notName: string): void {
  useEditing.setState({ ...nothing, addition: { subject: { kind: 'system', name: system }, notName } });
}

export function openEdits(): void {
  useEditing.setState({ ...nothing, isListOpen: true });
}

export function closeEditing(): void {
  useEditing.setState(nothing);
}
