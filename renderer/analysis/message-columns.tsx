import type { MessageRow, MessageWindowRow } from '../../shared/contract/reconcile-methods';
import type { Citation } from '../../shared/model/citation';
import type { SourceId } from '../../shared/model/ids';
import { formatInstant, withReadableTimes } from '../strings/format';
import { t } from '../strings/text';
import type { Column } from '../widgets/virtual-table/table-rows';
import { LinePlace } from './line-place';

export const messageKey = (row: MessageRow) => `${row.sourceId} ${row.line} ${row.message ?? ''}`;

export function messageCitation(row: MessageRow): Citation {
  return { sourceId: row.sourceId as SourceId, file: row.file, line: row.line };
}

const acknowledged: Column<MessageWindowRow> = {
  id: 'acknowledged',
  title: t('losses.acknowledged'),
  width: 110,
  isUnsorted: true,
  value: (row) => (row.isAcknowledged ? t('message.yes') : t('message.no')),
};

/** Messages with their lines; a record leads to its journey. */
export function messageColumns(
  onRecord: (record: string) => void,
  saysAcknowledged: boolean,
): readonly Column<MessageWindowRow>[] {
  return [
    {
      id: 'message',
      title: t('message.id'),
      width: 110,
      text: (row) => row.message ?? '',
      value: (row) => row.message,
      render: (row) => <span className="mono">{row.message}</span>,
    },
    {
      id: 'record',
      title: t('message.record'),
      width: 110,
      text: (row) => row.record ?? '',
      value: (row) => row.record,
      render: (row) =>
        row.record !== null && (
          <button
            type="button"
            tabIndex={-1}
            className="citations__link mono"
            onClick={() => onRecord(row.record ?? '')}
          >
            {row.record}
          </button>
        ),
    },
    {
      id: 'sentAt',
      title: t('message.sentAt'),
      width: 206,
      value: (row) => row.sentAt,
      render: (row) => row.sentAt !== null && formatInstant(row.sentAt),
    },
    {
      id: 'line',
      title: t('message.line'),
      width: 160,
      value: (row) => `${row.file}:${row.line}`,
      text: (row) => `${row.file}:${row.line}`,
      render: (row) => <LinePlace file={row.file} line={row.line} />,
    },
    ...(saysAcknowledged ? [acknowledged] : []),
    {
      id: 'why',
      title: t('message.why'),
      width: 200,
      grows: true,
      isUnsorted: true,
      value: (row) => withReadableTimes(row.why),
    },
  ];
}
