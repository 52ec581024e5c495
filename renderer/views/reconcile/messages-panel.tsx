import { X } from 'lucide-react';
import { MessagesTable } from '../../analysis/messages-table';
import { formatDay } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { type ChosenMessages, useReconcile } from './reconcile-store';

/** The messages behind a number, each with its line; opening one shows the line. */
export function MessagesPanel({ messages }: { readonly messages: ChosenMessages }) {
  const { flow, disposition, period } = messages;
  const what = t('reconcile.messagesOf', { flow, disposition: t(`disposition.${disposition}`) });
  const title = period === null ? what : t('reconcile.messagesOn', { what, when: periodText(period) });
  return (
    <section className="messages" aria-label={title}>
      <header className="messages__header">
        <h2 className="truncate" title={title}>
          {title}
        </h2>
        <IconButton
          icon={X}
          label={t('common.closePanel')}
          onClick={() => useReconcile.setState({ messages: null })}
        />
      </header>
      <MessagesTable
        key={title}
        label={title}
        flow={flow}
        disposition={disposition}
        period={period}
        empty={<p>{t('reconcile.noMessages')}</p>}
      />
    </section>
  );
}

function periodText(period: NonNullable<ChosenMessages['period']>): string {
  if (period === 'timeless') return t('reconcile.noTimeLong');
  const { from, to } = period;
  return from === to ? formatDay(from) : t('reconcile.period', { from: formatDay(from), to: formatDay(to) });
}
