import type { Severity } from './vocabulary';

/** A rule's result with its evidence. Codes are stable: scripts and reports cite them. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Name of what it is about; a flow is "A > B". */
  readonly subject: string;
  readonly title: string;
  readonly detail: string;
  readonly evidence: readonly { readonly file: string; readonly line: number }[];
}
