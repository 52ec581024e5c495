import type { SourceRow } from '../../../shared/contract/case-methods';
import { bridge } from '../../api';
import { runJob } from '../../state/jobs-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';

/** Writes the rejected rows of one file, or of all, with line and reason, where the person chooses. */
export async function saveRejected(source: SourceRow | null): Promise<void> {
  const file = await bridge.chooseToSave({
    title: t('sources.saveRejected'),
    suggestedName: t('sources.rejectedName', { file: source?.name ?? t('sources.allFiles') }),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  if (file === null) return;
  const args = source === null ? { file } : { file, sourceId: source.id };
  const outcome = await runJob('sources.saveRejected', args, t('sources.saveRejected'));
  if (!outcome.ok) {
    notifyFailure(t('sources.saveFailed'), outcome.error);
    return;
  }
  notify({
    tone: 'good',
    title: t('sources.saved', { count: outcome.value.rows }),
    detail: outcome.value.file,
    action: { label: t('evidence.showFile'), run: () => void bridge.showInFolder(file) },
  });
}
