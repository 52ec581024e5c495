import type { ReactNode } from 'react';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { copyText } from '../../state/clipboard';
import { formatBytes, formatCount, formatMoment } from '../../strings/format';
import { kindText } from '../../strings/kind-text';
import { t } from '../../strings/text';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

const columns: readonly Column<SourceRow>[] = [
  { id: 'name', title: t('sources.name'), width: 220, grows: true, value: (row) => row.name },
  { id: 'kind', title: t('sources.kind'), width: 100, value: (row) => kindText(row.kind) },
  { id: 'importer', title: t('sources.importer'), width: 90, value: (row) => row.importer },
  {
    id: 'rows',
    title: t('sources.rows'),
    width: 90,
    align: 'end',
    value: (row) => row.rows,
    render: (row) => formatCount(row.rows),
  },
  {
    id: 'accepted',
    title: t('sources.accepted'),
    width: 96,
    align: 'end',
    value: (row) => row.accepted,
    render: (row) => formatCount(row.accepted),
  },
  {
    id: 'rejected',
    title: t('sources.rejected'),
    width: 100,
    align: 'end',
    value: (row) => row.rejected,
    render: (row) =>
      row.rejected === 0 ? (
        '0'
      ) : (
        <Tag tone="warn" isBare>
          {formatCount(row.rejected)}
        </Tag>
      ),
  },
  {
    id: 'issues',
    title: t('sources.issues'),
    width: 80,
    align: 'end',
    value: (row) => row.issues,
    render: (row) => formatCount(row.issues),
    isHiddenAtFirst: true,
  },
  { id: 'encoding', title: t('sources.encoding'), width: 110, value: (row) => row.encoding },
  {
    id: 'bytes',
    title: t('sources.size'),
    width: 90,
    align: 'end',
    value: (row) => row.bytes,
    render: (row) => formatBytes(row.bytes),
  },
  {
    id: 'imported',
    title: t('sources.importedAt'),
    width: 150,
    value: (row) => row.importedAt,
    render: (row) => formatMoment(row.importedAt),
  },
  {
    id: 'sha256',
    title: 'SHA-256',
    width: 150,
    value: (row) => row.sha256,
    render: (row) => <span className="mono">{row.sha256.slice(0, 16)}…</span>,
  },
  { id: 'path', title: t('sources.path'), width: 280, value: (row) => row.path, isHiddenAtFirst: true },
];

interface SourcesTableProps {
  readonly sources: readonly SourceRow[];
  readonly openId: number | null;
  readonly onOpen: (source: SourceRow) => void;
  readonly empty: ReactNode;
}

export function SourcesTable({ sources, openId, onOpen, empty }: SourcesTableProps) {
  return (
    <VirtualTable
      label={t('sources.files')}
      rows={sources}
      columns={columns}
      rowKey={(source) => source.id}
      onOpen={onOpen}
      openKey={openId}
      onCopy={copyText}
      empty={empty}
    />
  );
}
