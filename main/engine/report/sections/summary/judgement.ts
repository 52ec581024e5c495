import type { Prose } from '../../document/prose';
import type { Rating } from '../../document/report-document';
import type { SectionInput } from '../section-input';

/** One line of the summary's assessment. The rule is printed in the annex, so that it can be disputed. */
export interface Judgement {
  readonly question: string;
  readonly rating: Rating;
  readonly because: Prose;
  readonly rule: string;
}

export type Judge = (input: SectionInput) => Judgement;
