import type { ReconcileDay } from '../../shared/contract/reconcile-methods';
import { dispositions } from '../../shared/model/vocabulary';
import { useAnswer } from '../state/use-answer';
import { t } from '../strings/text';
import type { Column } from '../widgets/virtual-table/table-rows';
import { logsOfFlow } from './logs-of-flow';
import { TableTools } from './table-tools';

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

const labels = {
  copy: t('reconcile.copyDays'),
  copied: t('reconcile.daysCopied'),
  save: t('reconcile.saveDays'),
};

/** The numbers behind a picture of days, to be copied or saved. */
export function DaysTools({ name, days }: { readonly name: string; readonly days: readonly ReconcileDay[] }) {
  const coverage = useAnswer('coverage.list', {}).value ?? [];
  return (
    <TableTools
      name={name}
      rows={days}
      columns={columns}
      citation={(day) => logsOfFlow(day, coverage)}
      labels={labels}
    />
  );
}
