import { PackageX } from 'lucide-react';
import { type DayPeriod, MessagesTable } from '../../analysis/messages-table';
import { formatDay } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';

interface LostMessagesProps {
  readonly flow: string;
  /** Only those sent on these days; null for all. */
  readonly period: DayPeriod | null;
  readonly onAllTime: () => void;
}

/** Every lost message of a flow, with the line of its sending. */
export function LostMessages({ flow, period, onAllTime }: LostMessagesProps) {
  return (
    <>
      {period !== null && (
        <p className="losses__period" role="status">
          {t('losses.ofPeriod', { period: periodText(period) })}
          <Button onClick={onAllTime}>{t('losses.allTime')}</Button>
        </p>
      )}
      <MessagesTable
        label={t('losses.messagesOf', { flow })}
        flow={flow}
        disposition="lost"
        period={period}
        empty={<EmptyState icon={PackageX} title={t('losses.none')} />}
      />
    </>
  );
}

const periodText = ({ from, to }: DayPeriod) =>
  from === to ? formatDay(from) : t('reconcile.period', { from: formatDay(from), to: formatDay(to) });
