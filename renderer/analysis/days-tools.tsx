import { Copy, Download } from 'lucide-react';
import { useContext } from 'react';
import type { ReconcileDay } from '../../shared/contract/reconcile-methods';
import { dispositions } from '../../shared/model/vocabulary';
import { copyText } from '../state/clipboard';
import { t } from '../strings/text';
import { IconButton } from '../widgets/button';
import { SaveTable } from '../widgets/virtual-table/save-table';
import { type Column, rowsAsCsv, rowsAsText } from '../widgets/virtual-table/table-rows';

const columns: readonly Column<ReconcileDay>[] = [
  { id: 'from', title: t('map.from'), width: 120, value: (row) => row.from },
  { id: 'to', title: t('map.to'), width: 120, value: (row) => row.to },
  { id: 'day', title: t('reconcile.day'), width: 90, value: (row) => row.day },
  ...dispositions.map(
    (disposition): Column<ReconcileDay> => ({
      id: disposition,
      title: t(`disposition.${disposition}`),
      width: 80,
      value: (row) => row.counts[disposition] ?? 0,
    }),
  ),
];

/** The numbers behind a picture of days, to be copied or saved. */
export function DaysTools({ name, days }: { readonly name: string; readonly days: readonly ReconcileDay[] }) {
  const save = useContext(SaveTable);
  return (
    <>
      <IconButton
        icon={Copy}
        label={t('reconcile.copyDays')}
        onClick={() => copyText(rowsAsText(days, columns, null), t('reconcile.daysCopied'))}
      />
      <IconButton
        icon={Download}
        label={t('reconcile.saveDays')}
        onClick={() => save?.(name, rowsAsCsv(days, columns, null))}
      />
    </>
  );
}
