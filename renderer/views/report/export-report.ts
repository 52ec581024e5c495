import type { ReportDefinition } from '../../../shared/model/report';
import { bridge } from '../../api';
import { runJob } from '../../state/jobs-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';

const formats = {
  pdf: { extension: 'pdf', title: 'PDF' },
  html: { extension: 'html', title: 'HTML' },
} as const;

/** Asks where to, writes the report, and says what a person has to know of it. */
export async function exportReport(
  definition: ReportDefinition,
  format: keyof typeof formats,
): Promise<void> {
  const { extension, title } = formats[format];
  const file = await bridge.chooseToSave({
    title: t('report.where'),
    suggestedName: `${fileName(definition.title)}.${extension}`,
    filters: [{ name: title, extensions: [extension] }],
  });
  if (file === null) return;
  const outcome = await runJob('report.write', { definition, file }, t('report.writing', { format: title }));
  if (!outcome.ok) {
    notifyFailure(t('report.writeFailed'), outcome.error);
    return;
  }
  notify({
    tone: 'good',
    title: t('report.written', { format: title, count: outcome.value.pages }),
    detail: [outcome.value.file, ...outcome.value.notes].join(' · '),
    action: { label: t('evidence.showFile'), run: () => void bridge.showInFolder(outcome.value.file) },
  });
}

/** A title as every file system takes it. */
export const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || 'report';
