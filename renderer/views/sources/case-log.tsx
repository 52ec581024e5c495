import { ScrollText } from 'lucide-react';
import type { LogEntry } from '../../../shared/contract/case-methods';
import { copyText } from '../../state/clipboard';
import { useAnswer } from '../../state/use-answer';
import { formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { mappingLines } from './mapping-lines';

const detailText = (entry: LogEntry) =>
  typeof entry.detail === 'string'
    ? entry.detail
    : mappingLines(entry.detail)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ');

const columns: readonly Column<LogEntry>[] = [
  { id: 'id', title: t('log.number'), width: 70, align: 'end', value: (entry) => entry.id },
  {
    id: 'at',
    title: t('log.at'),
    width: 210,
    value: (entry) => entry.at,
    render: (entry) => formatInstant(entry.at),
  },
  { id: 'actor', title: t('log.actor'), width: 130, value: (entry) => entry.actor },
  { id: 'action', title: t('log.action'), width: 150, value: (entry) => entry.action },
  { id: 'detail', title: t('log.detail'), width: 320, grows: true, value: detailText },
  {
    id: 'hash',
    title: t('log.hash'),
    width: 150,
    value: (entry) => entry.hash,
    render: (entry) => <span className="mono">{entry.hash.slice(0, 16)}…</span>,
  },
];

/** What was done to the case, by whom and when; each entry's hash covers the one before. */
export function CaseLog() {
  const answer = useAnswer('case.log', { limit: 10_000 });
  if (answer.failure !== null)
    return <FailureState title={t('log.failed')} message={answer.failure.message} />;
  return (
    <VirtualTable
      label={t('sources.log')}
      rows={answer.value ?? []}
      columns={columns}
      rowKey={(entry) => entry.id}
      onCopy={copyText}
      firstSort={{ column: 'id', direction: 'descending' }}
      empty={<EmptyState icon={ScrollText} title={t('log.none')} />}
    />
  );
}
