import { Pencil } from 'lucide-react';
import type { StatableQuestion } from '../../shared/contract/edit-methods';
import type { Citation } from '../../shared/model/citation';
import { openCorrection } from '../state/editing-store';
import { t } from '../strings/text';
import { questionText, subjectText } from './question-text';
import './editing.css';

interface CorrectButtonProps {
  readonly question: StatableQuestion;
  readonly value: string;
  /** Only what states an answer can be set aside: not the places where a question was left blank. */
  readonly citations: readonly Citation[];
}

/** The pencil beside a fact. */
export function CorrectButton({ question, value, citations }: CorrectButtonProps) {
  const label = t('correct.open', { label: questionText(question), subject: subjectText(question.subject) });
  return (
    <button
      type="button"
      className="correct-button"
      aria-label={label}
      title={label}
      onClick={() => openCorrection({ question, value, citations })}
    >
      <Pencil size={12} aria-hidden />
    </button>
  );
}
