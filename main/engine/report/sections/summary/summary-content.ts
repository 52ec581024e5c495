import type { Prose } from '../../document/prose';
import type { SectionInput } from '../section-input';
import type { Judge } from './judgement';

/** What a template's summary says, in its fixed order. */
export interface SummaryContent {
  /** The answer in two to four sentences. */
  readonly lead: Prose;
  /** Four numbers. */
  readonly numbers: readonly { readonly value: Prose; readonly label: string }[];
  /** Made after the assessment: figures are numbered in the order in which they are read. */
  readonly found: () => readonly Prose[];
  readonly unknown: () => readonly Prose[];
  readonly questions: () => readonly Prose[];
}

export interface SummaryTemplate {
  readonly judges: readonly Judge[];
  readonly content: (input: SectionInput) => SummaryContent;
}
