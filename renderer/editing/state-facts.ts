import type { StatableFact } from '../../shared/contract/edit-methods';
import { ask } from '../api';
import { refreshCase } from '../state/case-store';
import { recordChange } from '../state/change-history';
import { closeEditing } from '../state/editing-store';
import { notify, notifyFailure } from '../state/notices-store';
import { statementChange, undoLast } from '../state/undo';
import { t } from '../strings/text';

interface Act {
  readonly facts: readonly StatableFact[];
  readonly setAside: readonly number[];
  readonly author: string;
  readonly reason: string;
}

/** Keeps a statement and shows the case as it stands with it; true where that went well. */
export async function stateFacts(act: Act): Promise<boolean> {
  const outcome = await ask('edit.state', {
    facts: [...act.facts],
    setAside: [...act.setAside],
    author: act.author.trim(),
    reason: act.reason.trim(),
  });
  if (!outcome.ok) {
    notifyFailure(t('correct.failed'), outcome.error);
    return false;
  }
  closeEditing();
  recordChange(statementChange(outcome.value));
  await refreshCase();
  notify({
    tone: 'good',
    title: t('correct.done', { summary: outcome.value.summary }),
    action: { label: t('edits.undo'), run: () => void undoLast() },
  });
  return true;
}
