import { bridge } from '../api';
import { t } from '../strings/text';
import { notify, notifyFailure } from './notices-store';

/** Saves a table as CSV where the person chooses, and says where it is. */
export async function saveCsv(name: string, csv: string): Promise<void> {
  const outcome = await bridge.saveText({
    title: t('table.save'),
    suggestedName: `${name.replace(/[\\/:*?"<>|]+/g, '-')}.csv`,
    filters: [{ name: 'CSV', extensions: ['csv'] }],
    text: csv,
  });
  if (!outcome.ok) notifyFailure(t('table.saveFailed'), outcome.error);
  else if (outcome.value !== null) notifySaved(outcome.value);
}

export function notifySaved(file: string, title = t('table.saved')): void {
  notify({
    tone: 'good',
    title,
    detail: file,
    action: { label: t('evidence.showFile'), run: () => void bridge.showInFolder(file) },
  });
}
