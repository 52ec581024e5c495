import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FileReport, ImportIssue } from '../../../shared/contract/import-methods';
import { bridge } from '../../api';
import { copyText } from '../../state/clipboard';
import { runJob } from '../../state/jobs-store';
import { notify, notifyFailure } from '../../state/notices-store';
import { formatCount, formatDuration } from '../../strings/format';
import { kindText } from '../../strings/kind-text';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { SplitPane } from '../../widgets/split-pane';
import { Tag, type Tone } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { useImport } from './import-store';
import { countOutcomes, type FileOutcome, inOrderOfConcern, outcomeOf } from './report-outcome';

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

const tones: Readonly<Record<FileOutcome, Tone>> = {
  imported: 'good',
  part: 'warn',
  known: 'quiet',
  refused: 'bad',
};

const fileColumns: readonly Column<FileReport>[] = [
  { id: 'file', title: t('issues.file'), width: 220, grows: true, value: (file) => nameOf(file.path) },
  {
    id: 'outcome',
    title: t('import.outcome'),
    width: 130,
    value: (file) => t(`import.outcome.${outcomeOf(file)}`),
    render: (file) => (
      <Tag tone={tones[outcomeOf(file)]} isBare>
        {t(`import.outcome.${outcomeOf(file)}`)}
      </Tag>
    ),
  },
  {
    id: 'importer',
    title: t('sources.importer'),
    width: 90,
    value: (file) => (['known', 'refused'].includes(outcomeOf(file)) ? null : file.importer),
  },
  {
    id: 'kind',
    title: t('sources.kind'),
    width: 130,
    value: (file) => (file.kind === null ? null : kindText(file.kind)),
  },
  {
    id: 'rows',
    title: t('sources.rows'),
    width: 90,
    align: 'end',
    value: (file) => file.rows,
    render: (file) => formatCount(file.rows),
  },
  {
    id: 'accepted',
    title: t('sources.accepted'),
    width: 100,
    align: 'end',
    value: (file) => file.accepted,
    render: (file) => formatCount(file.accepted),
  },
  {
    id: 'rejected',
    title: t('sources.rejected'),
    width: 100,
    align: 'end',
    value: (file) => file.rejected,
    render: (file) =>
      file.rejected === 0 ? (
        '0'
      ) : (
        <Tag tone="warn" isBare>
          {formatCount(file.rejected)}
        </Tag>
      ),
  },
  {
    id: 'time',
    title: t('import.took'),
    width: 90,
    align: 'end',
    value: (file) => file.seconds,
    render: (file) => formatDuration(file.seconds),
  },
  {
    id: 'notes',
    title: t('sources.notes'),
    width: 260,
    grows: true,
    value: (file) => file.notes.join(' · '),
  },
];

interface Issue extends ImportIssue {
  readonly key: number;
}

const outcomes = ['imported', 'part', 'refused', 'known'] as const;

const issueColumns: readonly Column<Issue>[] = [
  { id: 'line', title: t('issues.line'), width: 90, align: 'end', value: (issue) => issue.line },
  { id: 'code', title: t('issues.code'), width: 180, value: (issue) => issue.code },
  { id: 'message', title: t('issues.message'), width: 400, grows: true, value: (issue) => issue.message },
];

/** The issues of these files, and the files that were refused whole. */
async function saveIssues(files: readonly FileReport[]): Promise<void> {
  const file = await bridge.chooseToSave({
    title: t('sources.saveRejected'),
    suggestedName: t('sources.rejectedName', { file: t('import.thisImport') }),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  if (file === null) return;
  const refused = files.filter((each) => outcomeOf(each) === 'refused');
  const args = {
    file,
    hashes: files.filter((each) => outcomeOf(each) === 'part').map((each) => each.sha256),
    refused: refused.flatMap((each) => each.issues.map((issue) => ({ ...issue, file: nameOf(each.path) }))),
  };
  const outcome = await runJob('sources.saveRejected', args, t('sources.saveRejected'));
  if (outcome.ok)
    notify({ tone: 'good', title: t('sources.saved', { count: outcome.value.rows }), detail: file });
  else notifyFailure(t('sources.saveFailed'), outcome.error);
}

/** Every row is accounted for: taken or refused, and why. */
export function ImportReportPane() {
  const report = useImport((state) => state.report);
  const files = useMemo(() => inOrderOfConcern(report?.files ?? []), [report]);
  const counts = countOutcomes(files);
  const issueCount = files.reduce((total, file) => total + file.issueCount, 0);
  const firstWithIssues = files.find((file) => file.issueCount > 0) ?? files[0];
  const [shownPath, setShownPath] = useState(firstWithIssues?.path ?? null);
  const shown = files.find((file) => file.path === shownPath) ?? null;
  const sum = (of: (file: FileReport) => number) => files.reduce((total, file) => total + of(file), 0);
  const issues = (shown?.issues ?? []).map((issue, key) => ({ ...issue, key }));
  return (
    <>
      <p className="import__sum">
        {outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => t(`import.count.${outcome}`, { count: counts[outcome] }))
          .join(' · ')}
      </p>
      <p className="import__rows">
        {t('import.sum', {
          rows: sum((file) => file.rows),
          accepted: sum((file) => file.accepted),
          rejected: sum((file) => file.rejected),
        })}
      </p>
      <SplitPane
        label={t('common.resizePanel')}
        direction="column"
        size={260}
        least={140}
        leastFirst={160}
        first={
          <VirtualTable
            label={t('import.files')}
            rows={files}
            columns={fileColumns}
            rowKey={(file) => file.path}
            openKey={shownPath}
            onOpen={(file) => setShownPath(file.path)}
            onCopy={copyText}
            empty={<p>{t('import.nothing')}</p>}
            actions={
              <Button icon={FileDown} disabled={issueCount === 0} onClick={() => void saveIssues(files)}>
                {t('sources.saveRejected')}
              </Button>
            }
          />
        }
        second={
          shown === null ? null : (
            <VirtualTable
              label={t('import.issuesOf', { file: nameOf(shown.path) })}
              rows={issues}
              columns={issueColumns}
              rowKey={(issue) => issue.key}
              citation={(issue) => `${nameOf(shown.path)}:${issue.line}`}
              onCopy={copyText}
              empty={
                <div className="import__no-issues">
                  <p>{t('import.noIssues', { file: nameOf(shown.path) })}</p>
                  {shown.notes.map((note) => (
                    <p key={note}>{note}</p>
                  ))}
                </div>
              }
              actions={<p className="table__count">{nameOf(shown.path)}</p>}
            />
          )
        }
      />
    </>
  );
}
