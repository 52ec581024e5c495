import type { StatableQuestion } from '../../shared/contract/edit-methods';
import { t } from '../strings/text';
import { Choice } from '../widgets/choice';
import { TextField } from '../widgets/text-field';
import { type Answer, choicesOf } from './answer';
import { nameListId } from './name-lists';

interface AnswerFieldProps {
  readonly question: StatableQuestion;
  readonly answer: Answer;
  readonly onChange: (answer: Answer) => void;
  readonly label: string;
}

/** One of the few values that a question takes, or words. */
export function AnswerField({ question, answer, onChange, label }: AnswerFieldProps) {
  const choices = choicesOf(question);
  return (
    <>
      {choices === null ? (
        <TextField
          label={label}
          isWide
          value={answer.value}
          onChange={(value) => onChange({ ...answer, value })}
          list={listFor(question)}
        />
      ) : (
        <Choice
          label={label}
          isWide
          value={answer.value}
          options={[
            ...(answer.value === '' ? [{ value: '', title: t('mapping.chooseKind') }] : []),
            ...choices.map((value) => ({ value, title: sentence(value) })),
          ]}
          onChange={(value) => onChange({ ...answer, value })}
        />
      )}
      {question.fact === 'control' && (
        <TextField
          label={t('add.detail')}
          isWide
          value={answer.detail}
          onChange={(detail) => onChange({ ...answer, detail })}
        />
      )}
    </>
  );
}

function listFor(question: StatableQuestion): string | undefined {
  if (question.fact === 'responsibility') return nameListId('parties');
  return question.fact === 'property' && question.predicate === 'site' ? nameListId('sites') : undefined;
}

const sentence = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
