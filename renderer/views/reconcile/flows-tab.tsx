import { ArrowLeftRight } from 'lucide-react';
import type { CoverageRow, ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { logsOfFlow } from '../../analysis/logs-of-flow';
import { NeedsFiles } from '../../analysis/needs-files';
import { copyText } from '../../state/clipboard';
import type { Answer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { SplitPane } from '../../widgets/split-pane';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { flowColumns, flowName } from './flow-columns';
import { FlowReckoning } from './flow-reckoning';
import { useReconcile } from './reconcile-store';

interface FlowsTabProps {
  readonly flows: Answer<readonly ReconcileRow[]>;
  readonly coverage: readonly CoverageRow[];
}

/** A line a flow: the sum of what became of its messages, and what that sum rests on. */
export function FlowsTab({ flows, coverage }: FlowsTabProps) {
  const chosen = useReconcile((state) => state.flow);
  if (flows.failure !== null)
    return <FailureState title={t('reconcile.failed')} message={flows.failure.message} />;
  const row = flows.value?.find((candidate) => flowName(candidate) === chosen) ?? null;
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="row"
      size={360}
      least={280}
      leastFirst={320}
      first={
        <VirtualTable
          label={t('reconcile.flows')}
          rows={flows.value ?? []}
          columns={flowColumns}
          rowHeight={44}
          rowKey={flowName}
          citation={(opened) => logsOfFlow(opened, coverage)}
          openKey={chosen}
          onOpen={(opened) => useReconcile.setState({ flow: flowName(opened) })}
          onCopy={copyText}
          firstSort={{ column: 'lost', direction: 'descending' }}
          empty={
            <NeedsFiles icon={ArrowLeftRight} needs="events">
              <EmptyState icon={ArrowLeftRight} title={t('reconcile.none')}>
                {t('reconcile.noneText')}
              </EmptyState>
            </NeedsFiles>
          }
        />
      }
      second={
        row === null ? null : (
          <FlowReckoning row={row} onClose={() => useReconcile.setState({ flow: null })} />
        )
      }
    />
  );
}
