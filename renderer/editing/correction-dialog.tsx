import { useState } from 'react';
import { AuthorFields, useAuthor } from '../analysis/author-fields';
import { citationText } from '../evidence/citation-text';
import { type CorrectionRequest, closeEditing } from '../state/editing-store';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { Check } from '../widgets/check';
import { Dialog } from '../widgets/dialog';
import { type Answer, choicesOf, factOf, noAnswer } from './answer';
import { AnswerField } from './answer-field';
import { NameLists } from './name-lists';
import { questionText, subjectText } from './question-text';
import { stateFacts } from './state-facts';
import './editing.css';

/** A person's own answer to a question, beside the sources' or in the place of those set aside. */
export function CorrectionDialog({ request }: { readonly request: CorrectionRequest }) {
  const { question, value, citations } = request;
  const [answer, setAnswer] = useState<Answer>(() => firstAnswer(request));
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const author = useAuthor();
  const ids = citations.flatMap((citation) =>
    citation.assertionId === undefined ? [] : [citation.assertionId],
  );
  const setAside = ids.filter((id) => !kept.has(id));
  const fact = factOf(question, answer);
  const isComplete = author.isComplete && (fact !== null || (setAside.length > 0 && answer.value === ''));

  const save = async () => {
    const facts = fact === null ? [] : [fact];
    if (await stateFacts({ facts, setAside, author: author.name, reason: author.reason })) author.clear();
  };

  return (
    <Dialog
      title={t('correct.title', { question: questionText(question), subject: subjectText(question.subject) })}
      description={t('correct.text')}
      isOpen
      onClose={closeEditing}
      footer={
        <>
          <Button onClick={closeEditing}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="correct-fact" disabled={!isComplete}>
            {t('correct.save')}
          </Button>
        </>
      }
    >
      <form
        id="correct-fact"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) void save();
        }}
      >
        <p className="editing__now">
          <span className="field__label">{t('correct.now')}</span>
          <strong>{value === '' ? t('correct.nothing') : value}</strong>
        </p>
        <AnswerField question={question} answer={answer} onChange={setAnswer} label={t('correct.value')} />
        {citations.length > 0 && (
          <fieldset className="editing__aside">
            <legend className="field__label">{t('correct.setAside')}</legend>
            {citations.map((citation) => {
              const id = citation.assertionId;
              if (id === undefined) return null;
              return (
                <Check
                  key={id}
                  isChecked={!kept.has(id)}
                  onChange={(isChecked) =>
                    setKept(
                      (before) => new Set(isChecked ? [...before].filter((k) => k !== id) : [...before, id]),
                    )
                  }
                >
                  {citationText(citation)}
                </Check>
              );
            })}
            <p className="field__hint">{t('correct.keep')}</p>
          </fieldset>
        )}
        <AuthorFields author={author} />
      </form>
      <NameLists />
    </Dialog>
  );
}

/** A choice begins at what is said now, so that a slip of the hand changes nothing. */
function firstAnswer({ question, value }: CorrectionRequest): Answer {
  const choices = choicesOf(question);
  return choices?.includes(value) === true ? { ...noAnswer, value } : noAnswer;
}
