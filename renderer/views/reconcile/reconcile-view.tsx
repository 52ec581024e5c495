import type { CoverageRow, ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { Reconciled } from '../../analysis/reconciled';
import { useAnswer } from '../../state/use-answer';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { SplitPane } from '../../widgets/split-pane';
import { Tabs } from '../../widgets/tabs';
import { CoverageTab } from './coverage-tab';
import { DaysTab } from './days-tab';
import { FlowsTab } from './flows-tab';
import { MessagesPanel } from './messages-panel';
import { useReconcile } from './reconcile-store';
import './reconcile-view.css';

/** Every sent message with what became of it: by day, by flow, and how far the logs can tell. */
export default function ReconcileView() {
  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.reconcile')}</h1>
        <p className="view__subtitle">{t('reconcile.lead')}</p>
      </header>
      <Reconciled>
        <ReconciledTabs />
      </Reconciled>
    </div>
  );
}

function ReconciledTabs() {
  const { tab, messages } = useReconcile();
  const flows = useAnswer('reconcile.flows', {});
  const coverage = useAnswer('coverage.list', {});
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="column"
      size={280}
      least={150}
      leastFirst={230}
      first={
        <Tabs
          label={t('nav.reconcile')}
          value={tab}
          onChange={(chosen) => useReconcile.setState({ tab: chosen })}
          actions={
            coverage.value !== null &&
            coverage.value.length > 0 &&
            flows.value !== null && <CoverageFirst coverage={coverage.value} flows={flows.value} />
          }
          tabs={[
            {
              value: 'coverage',
              title: t('reconcile.coverage'),
              ...(coverage.value === null ? {} : { count: formatCount(coverage.value.length) }),
            },
            { value: 'days', title: t('reconcile.days') },
            {
              value: 'flows',
              title: t('reconcile.flows'),
              ...(flows.value === null ? {} : { count: formatCount(flows.value.length) }),
            },
          ]}
        >
          {tab === 'days' && <DaysTab />}
          {tab === 'flows' && <FlowsTab flows={flows} coverage={coverage.value ?? []} />}
          {tab === 'coverage' && <CoverageTab coverage={coverage} />}
        </Tabs>
      }
      second={messages === null ? null : <MessagesPanel messages={messages} />}
    />
  );
}

/** What every verdict of this view rests on, said before any: a log that is not there cannot deny a receipt. */
function CoverageFirst({
  coverage,
  flows,
}: {
  readonly coverage: readonly CoverageRow[];
  readonly flows: readonly ReconcileRow[];
}) {
  const logged = new Set(coverage.map((row) => row.system));
  const corrections = coverage.reduce((sum, row) => sum + row.corrections.length, 0);
  return (
    <p className="reconcile__coverage">
      {t(corrections === 0 ? 'reconcile.coverageFirst' : 'reconcile.coverageCorrected', {
        count: coverage.length,
        gaps: coverage.reduce((sum, row) => sum + row.gaps.length, 0),
        corrections,
        blind: flows.filter((row) => row.sent > 0 && !logged.has(row.to)).length,
      })}
    </p>
  );
}
