import { PackageCheck, PackageX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { logsOfFlow } from '../../analysis/logs-of-flow';
import { NeedsFiles } from '../../analysis/needs-files';
import { Reconciled } from '../../analysis/reconciled';
import { copyText } from '../../state/clipboard';
import { useNavigation } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { formatCount, formatPercent } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { SplitPane } from '../../widgets/split-pane';
import { TwoLines } from '../../widgets/two-lines';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { FlowLosses } from './flow-losses';
import './losses-view.css';

const flowOf = (row: ReconcileRow) => `${row.from} > ${row.to}`;

const columns: readonly Column<ReconcileRow>[] = [
  {
    id: 'flow',
    title: t('reconcile.flow'),
    width: 180,
    grows: true,
    value: flowOf,
    text: (row) => (row.from.length > row.to.length ? row.from : `→ ${row.to}`),
    render: (row) => <TwoLines first={row.from} second={`→ ${row.to}`} />,
  },
  {
    id: 'sent',
    title: t('disposition.sent'),
    width: 70,
    align: 'end',
    isHiddenAtFirst: true,
    value: (row) => row.sent,
    render: (row) => formatCount(row.sent),
  },
  {
    id: 'lost',
    title: t('disposition.lost'),
    width: 70,
    align: 'end',
    value: (row) => row.lost,
    render: (row) => formatCount(row.lost),
  },
  {
    id: 'share',
    title: t('losses.share'),
    width: 80,
    align: 'end',
    value: (row) => row.lost / Math.max(1, row.sent),
    render: (row) => formatPercent(row.lost / Math.max(1, row.sent)),
  },
];

/** The flows that lose messages; for one: how many, since when, what the lost share, what would settle it. */
export default function LossesView() {
  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.losses')}</h1>
        <p className="view__subtitle">{t('losses.lead')}</p>
      </header>
      <Reconciled>
        <LossesByFlow />
      </Reconciled>
    </div>
  );
}

function LossesByFlow() {
  const answer = useAnswer('reconcile.flows', {});
  const coverage = useAnswer('coverage.list', {}).value ?? [];
  const focused = useNavigation((state) => state.focus?.flow ?? null);
  const [chosen, setChosen] = useState<string | null>(focused);
  // As the table shows them: without a choice the flow that loses most is opened.
  const rows = useMemo(
    () => (answer.value ?? []).filter((row) => row.lost > 0).sort((a, b) => b.lost - a.lost),
    [answer.value],
  );
  const shown = rows.find((row) => flowOf(row) === chosen) ?? rows[0] ?? null;
  if (answer.failure !== null)
    return <FailureState title={t('reconcile.failed')} message={answer.failure.message} />;
  if (answer.value !== null && rows.length === 0) {
    return (
      <NeedsFiles icon={PackageX} needs="events">
        <EmptyState icon={PackageCheck} title={t('losses.none')}>
          {t('losses.noneText')}
        </EmptyState>
      </NeedsFiles>
    );
  }
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="row"
      size={700}
      share={0.66}
      least={420}
      leastFirst={280}
      first={
        <VirtualTable
          label={t('losses.flows')}
          rows={rows}
          rowHeight={44}
          columns={columns}
          rowKey={flowOf}
          openKey={shown === null ? null : flowOf(shown)}
          onOpen={(row) => setChosen(flowOf(row))}
          onCopy={copyText}
          citation={(row) => logsOfFlow(row, coverage)}
          firstSort={{ column: 'lost', direction: 'descending' }}
          empty={<EmptyState icon={PackageX} title={t('losses.none')} />}
        />
      }
      second={shown === null ? null : <FlowLosses key={flowOf(shown)} row={shown} />}
    />
  );
}
