import { useState } from 'react';
import { create } from 'zustand';
import { bridge } from '../api';
import { t } from '../strings/text';
import { TextField } from '../widgets/text-field';

/** Who is at work, asked once on this computer and kept with everything that is stated. */
export const useAuthorName = create<{ readonly name: string }>(() => ({ name: '' }));

/** Keeps a name for the next statement, in this session and after it. */
export function rememberAuthor(name: string): void {
  useAuthorName.setState({ name });
  void bridge.remember({ author: name });
}

/** Author and reason of a statement: nothing that a person states is kept without both. */
export function useAuthor() {
  const name = useAuthorName((state) => state.name);
  const [reason, setReason] = useState('');
  return {
    name,
    setName: (changed: string) => useAuthorName.setState({ name: changed }),
    reason,
    setReason,
    isComplete: name.trim() !== '' && reason.trim() !== '',
    clear: () => {
      setReason('');
      rememberAuthor(name.trim());
    },
  };
}

export function AuthorFields({ author }: { readonly author: ReturnType<typeof useAuthor> }) {
  return (
    <>
      <TextField label={t('author.reason')} isWide value={author.reason} onChange={author.setReason} />
      <TextField label={t('author.name')} isWide value={author.name} onChange={author.setName} />
      <p className="field__hint">{t('author.hint')}</p>
    </>
  );
}
