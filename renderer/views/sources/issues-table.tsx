import { FileDown, ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import type { IssueRow, SourceRow } from '../../../shared/contract/case-methods';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { saveRejected } from './save-rejected';

/** More than this is a file read wrongly: the rest is in the saved list, which is complete. */
const atMost = 50_000;

interface Issue extends IssueRow {
  readonly key: number;
}

const columns: readonly Column<Issue>[] = [
  { id: 'file', title: t('issues.file'), width: 200, value: (row) => row.file },
  { id: 'line', title: t('issues.line'), width: 80, align: 'end', value: (row) => row.line },
  {
    id: 'severity',
    title: t('issues.severity'),
    width: 110,
    value: (row) => row.severity,
    render: (row) => (
      <Tag tone={row.severity === 'rejected' ? 'bad' : 'warn'} isBare>
        {row.severity === 'rejected' ? t('issues.rejected') : t('issues.warning')}
      </Tag>
    ),
  },
  { id: 'code', title: t('issues.code'), width: 170, value: (row) => row.code },
  { id: 'message', title: t('issues.message'), width: 420, grows: true, value: (row) => row.message },
];

interface IssuesTableProps {
  readonly source: SourceRow | null;
  readonly onAllSources: () => void;
}

/** Rows that were refused or read with a doubt; each opens at its line. */
export function IssuesTable({ source, onAllSources }: IssuesTableProps) {
  const answer = useAnswer('sources.issues', {
    limit: atMost,
    ...(source === null ? {} : { sourceId: source.id }),
  });
  const issues = useMemo(() => (answer.value ?? []).map((issue, key) => ({ ...issue, key })), [answer.value]);
  if (answer.failure !== null)
    return <FailureState title={t('issues.failed')} message={answer.failure.message} />;
  return (
    <VirtualTable
      label={t('sources.issues')}
      rows={issues}
      columns={columns}
      rowKey={(issue) => issue.key}
      onCopy={copyText}
      citation={(issue) => `${issue.file}:${issue.line}`}
      onOpen={(issue) =>
        showEvidence(issue.message, [{ sourceId: issue.sourceId, file: issue.file, line: issue.line }])
      }
      actions={
        <>
          {source !== null && (
            <Button variant="quiet" onClick={onAllSources}>
              {t('issues.ofAll')}
            </Button>
          )}
          <Button icon={FileDown} disabled={issues.length === 0} onClick={() => void saveRejected(source)}>
            {t('sources.saveRejected')}
          </Button>
        </>
      }
      empty={
        <EmptyState icon={ListChecks} title={t('issues.none')}>
          {t('issues.noneText')}
        </EmptyState>
      }
    />
  );
}
