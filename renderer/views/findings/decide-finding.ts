import { ask } from '../../api';
import { refreshCase } from '../../state/case-store';
import { recordChange } from '../../state/change-history';
import { notify, notifyFailure } from '../../state/notices-store';
import { carryComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { afterDecision } from './after-decision';

interface Decision {
  readonly accepts: boolean;
  readonly reason: string;
  readonly author: string;
}

/** Accepts a finding, or opens it again; either can be undone and redone. */
export async function decideFinding(
  finding: { readonly id: string; readonly title: string },
  decision: Decision,
): Promise<void> {
  if (!(await decide(finding.id, decision))) return;
  const summary = t(decision.accepts ? 'findings.wasAccepted' : 'findings.wasReopened', {
    title: finding.title,
  });
  notify({ tone: 'good', title: summary });
  const back = { ...decision, accepts: !decision.accepts, reason: t('edits.undoReason') };
  recordChange({
    summary,
    undo: () => decide(finding.id, back),
    redo: () => decide(finding.id, decision),
  });
}

async function decide(id: string, { accepts, reason, author }: Decision): Promise<boolean> {
  const outcome = await ask(accepts ? 'findings.accept' : 'findings.reopen', { id, reason, author });
  // A decision changes nothing that a rule looks at: the findings are not looked for again.
  if (outcome.ok)
    await refreshCase(carryComputed('findings.list', {}, (all) => afterDecision(all, id, outcome.value)));
  else notifyFailure(t('findings.decideFailed'), outcome.error);
  return outcome.ok;
}
