import { PackageX } from 'lucide-react';
import { useMemo } from 'react';
import type { LostRow } from '../../../shared/contract/reconcile-methods';
import { messageCitation, messageColumns, messageKey } from '../../analysis/message-columns';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { goTo } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

const atMost = 100_000;

/** Every lost message of a flow, with the line of its sending. */
export function LostMessages({ flow }: { readonly flow: string }) {
  const answer = useAnswer('reconcile.lost', { flow, limit: atMost });
  const columns = useMemo<readonly Column<LostRow>[]>(
    () => [
      ...messageColumns<LostRow>((record) => goTo('records', { text: record })),
      {
        id: 'acknowledged',
        title: t('losses.acknowledged'),
        width: 130,
        value: (row) => (row.isAcknowledged ? t('map.yes') : ''),
      },
    ],
    [],
  );
  if (answer.failure !== null)
    return <FailureState title={t('reconcile.failed')} message={answer.failure.message} />;
  return (
    <VirtualTable
      label={t('losses.messages')}
      rows={answer.value ?? []}
      columns={columns}
      rowKey={messageKey}
      onOpen={(row) => showEvidence(row.why, [messageCitation(row)])}
      onCopy={copyText}
      citation={(row) => `${row.file}:${row.line}`}
      empty={answer.isLoading ? null : <EmptyState icon={PackageX} title={t('losses.none')} />}
    />
  );
}
