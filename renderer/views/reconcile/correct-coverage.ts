import type { ArgsOf } from '../../../shared/contract/contract';
import { ask } from '../../api';
import { refreshCase } from '../../state/case-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { recordAct } from '../../state/placement-history';
import { t } from '../../strings/text';

type Correction = ArgsOf<'coverage.correct'>;

/** Corrects a log's coverage; the correction can be undone and redone. True when it is kept. */
export async function correctCoverage(correction: Correction): Promise<boolean> {
  let id = await state(correction);
  if (id === null) return false;
  const summary = t('coverage.corrected', { system: correction.system });
  notify({ tone: 'good', title: summary });
  recordAct({
    summary,
    undo: async () => id !== null && (await retract(id, correction.author)),
    redo: async () => {
      id = await state(correction);
      return id !== null;
    },
  });
  return true;
}

async function state(correction: Correction): Promise<number | null> {
  const outcome = await ask('coverage.correct', correction);
  if (!outcome.ok) {
    notifyFailure(t('coverage.correctFailed'), outcome.error);
    return null;
  }
  await refreshCase();
  return outcome.value.id;
}

async function retract(id: number, author: string): Promise<boolean> {
  const outcome = await ask('coverage.retract', { id, author, reason: t('edits.undoReason') });
  if (outcome.ok) await refreshCase();
  else notifyFailure(t('coverage.retractFailed'), outcome.error);
  return outcome.ok;
}
