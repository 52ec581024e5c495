import type { MessageRow } from '../../shared/contract/reconcile-methods';
import type { Citation } from '../../shared/model/citation';
import type { SourceId } from '../../shared/model/ids';
import { formatInstant } from '../strings/format';
import { t } from '../strings/text';
import type { Column } from '../widgets/virtual-table/table-rows';

export const messageKey = (row: MessageRow) => `${row.sourceId} ${row.line} ${row.message ?? ''}`;

export function messageCitation(row: MessageRow): Citation {
  return { sourceId: row.sourceId as SourceId, file: row.file, line: row.line };
}

/** Messages with their lines; a record leads to its journey. */
export function messageColumns<R extends MessageRow>(
  onRecord: (record: string) => void,
): readonly Column<R>[] {
  return [
    {
      id: 'message',
      title: t('message.id'),
      width: 170,
      value: (row) => row.message,
      render: (row) => <span className="mono">{row.message}</span>,
    },
    {
      id: 'record',
      title: t('message.record'),
      width: 170,
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
      width: 200,
      value: (row) => row.sentAt,
      render: (row) => row.sentAt !== null && formatInstant(row.sentAt),
    },
    { id: 'why', title: t('message.why'), width: 360, grows: true, value: (row) => row.why },
    { id: 'line', title: t('message.line'), width: 220, value: (row) => `${row.file}:${row.line}` },
  ];
}
