import { useState } from 'react';
import { AuthorFields, useAuthor } from '../analysis/author-fields';
import { type AddRequest, closeEditing } from '../state/editing-store';
import { t } from '../strings/text';
import { Button } from '../widgets/button';
import { Choice } from '../widgets/choice';
import { Dialog } from '../widgets/dialog';
import { additions, type Draft, draftFor, draftToPart, factsOf } from './add-draft';
import { AddFields } from './add-fields';
import { noAnswer } from './answer';
import { NameLists } from './name-lists';
import { stateFacts } from './state-facts';
import './editing.css';

/** A fact that no source says, in a person's name. */
export function AddDialog({ request }: { readonly request: AddRequest }) {
  const [draft, setDraft] = useState<Draft>(() => firstDraft(request));
  const author = useAuthor();
  const facts = factsOf(draft);
  const isComplete = facts.length > 0 && author.isComplete;
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));

  const save = async () => {
    if (await stateFacts({ facts, setAside: [], author: author.name, reason: author.reason })) author.clear();
  };

  return (
    <Dialog
      title={t('add.title')}
      description={t('add.text')}
      isOpen
      onClose={closeEditing}
      footer={
        <>
          <Button onClick={closeEditing}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form="add-fact" disabled={!isComplete}>
            {t('add.save')}
          </Button>
        </>
      }
    >
      <form
        id="add-fact"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) void save();
        }}
      >
        <Choice
          label={t('add.what')}
          isWide
          value={draft.what}
          options={additions.map((value) => ({ value, title: t(`add.what.${value}`) }))}
          onChange={(what) => change({ what, answer: noAnswer })}
        />
        <AddFields draft={draft} onChange={change} />
        <AuthorFields author={author} />
      </form>
      <NameLists />
    </Dialog>
  );
}

const firstDraft = ({ subject, notName }: AddRequest): Draft =>
  subject?.kind === 'system' && notName !== undefined
    ? draftToPart(subject.name, notName)
    : draftFor(subject);
