import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { MessageRow } from '../../../shared/contract/reconcile-methods';
import { messageCitation, messageColumns, messageKey } from '../../analysis/message-columns';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { goTo } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { FailureState } from '../../widgets/failure-state';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { type ChosenMessages, useReconcile } from './reconcile-store';

const atMost = 10_000;

/** The messages behind a number, each with its line; opening one shows the line. */
export function MessagesPanel({ messages }: { readonly messages: ChosenMessages }) {
  const { flow, disposition, period } = messages;
  const answer = useAnswer('reconcile.messages', {
    flow,
    disposition,
    limit: atMost,
    ...(period === null ? {} : { from: `${period.from}T00:00:00.000Z`, to: `${period.to}T23:59:59.999Z` }),
  });
  const rows = useMemo(() => answer.value ?? [], [answer.value]);
  const columns = useMemo(
    () => messageColumns<MessageRow>((record) => goTo('records', { text: record })),
    [],
  );
  const title = t('reconcile.messagesOf', { flow, disposition: t(`disposition.${disposition}`) });
  return (
    <section className="messages" aria-label={title}>
      <header className="messages__header">
        <h2 className="truncate">{title}</h2>
        <IconButton
          icon={X}
          label={t('common.closePanel')}
          onClick={() => useReconcile.setState({ messages: null })}
        />
      </header>
      {answer.failure !== null ? (
        <FailureState title={t('reconcile.failed')} message={answer.failure.message} />
      ) : (
        <VirtualTable
          label={title}
          rows={rows}
          columns={columns}
          rowKey={messageKey}
          onOpen={(row) => showEvidence(row.why, [messageCitation(row)])}
          onCopy={copyText}
          citation={(row) => `${row.file}:${row.line}`}
          empty={answer.isLoading ? null : <p>{t('reconcile.noMessages')}</p>}
          actions={
            rows.length === atMost && (
              <p className="table__count">{t('reconcile.firstOnly', { count: formatCount(atMost) })}</p>
            )
          }
        />
      )}
    </section>
  );
}
