import type { ArgsOf } from '../../../shared/contract/contract';
import type { CoverageCorrection } from '../../../shared/contract/reconcile-methods';
import { ask } from '../../api';
import { refreshCase } from '../../state/case-store';
import { recordChange } from '../../state/change-history';
import { notify, notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';

type Correction = ArgsOf<'coverage.correct'>;

/** Corrects a log's coverage; the correction can be undone and redone. True when it is kept. */
export async function correctCoverage(correction: Correction): Promise<boolean> {
  let id = await state(correction);
  if (id === null) return false;
  const summary = t('coverage.corrected', { system: correction.system });
  notify({ tone: 'good', title: summary });
  recordChange({
    summary,
    undo: async () =>
      id !== null && (await retract(id, { author: correction.author, reason: t('edits.undoReason') })),
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

async function retract(
  id: number,
  why: { readonly reason: string; readonly author: string },
): Promise<boolean> {
  const outcome = await ask('coverage.retract', { id, ...why });
  if (outcome.ok) await refreshCase();
  else notifyFailure(t('coverage.retractFailed'), outcome.error);
  return outcome.ok;
}

/** Takes a correction back; undo states it again in the name of its author. True when it is gone. */
export async function retractCoverage(
  system: string,
  { id: first, from, to, isCovered, reason, author }: CoverageCorrection,
  why: { readonly reason: string; readonly author: string },
): Promise<boolean> {
  let id: number | null = first;
  if (!(await retract(first, why))) return false;
  const summary = t('coverage.retracted', { system });
  notify({ tone: 'good', title: summary });
  recordChange({
    summary,
    undo: async () => {
      id = await state({ system, from, to, isCovered, reason, author });
      return id !== null;
    },
    redo: async () => id !== null && (await retract(id, why)),
  });
  return true;
}
