import { create } from 'zustand';
import type { VerifyReport } from '../../shared/contract/case-methods';
import { t } from '../strings/text';
import { runJob } from './jobs-store';
import { notify, notifyFailure } from './notices-store';

interface VerifyState {
  readonly report: VerifyReport | null;
}

/** The last check of the open case, shown in the sources view. */
export const useVerification = create<VerifyState>(() => ({ report: null }));

/** Checks the database, the source files' hashes and the case log's chain. */
export async function verifyCase(): Promise<void> {
  const outcome = await runJob('case.verify', {}, t('verify.job'));
  if (!outcome.ok) {
    notifyFailure(t('verify.failed'), outcome.error);
    return;
  }
  const report = outcome.value;
  useVerification.setState({ report });
  const wrong = report.checks.filter((check) => !check.ok);
  if (report.ok) notify({ tone: 'good', title: t('verify.good', { count: report.checks.length }) });
  else {
    notify({
      tone: 'bad',
      title: t('verify.bad', { count: wrong.length }),
      detail: wrong.map((check) => `${check.name}: ${check.detail}`).join(' · '),
    });
  }
}
