import { PackageX } from 'lucide-react';
import type { PatternAnswer } from '../../../shared/contract/analysis-methods';
import { type DayPeriod, MessagesTable } from '../../analysis/messages-table';
import { attributesText } from '../../analysis/patterns-table';
import { formatDay } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';

/** Which of the lost are shown: those sent on some days, or those that a pattern counts. */
export type ChosenLost =
  | { readonly kind: 'period'; readonly period: DayPeriod }
  | { readonly kind: 'pattern'; readonly pattern: PatternAnswer; readonly hasSpells: boolean };

interface LostMessagesProps {
  readonly flow: string;
  /** Null for all. */
  readonly chosen: ChosenLost | null;
  readonly onAll: () => void;
}

/** Every lost message of a flow, with the line of its sending. */
export function LostMessages({ flow, chosen, onAll }: LostMessagesProps) {
  const pattern = chosen?.kind === 'pattern' ? chosen.pattern.attributes : null;
  return (
    <>
      {chosen !== null && (
        <div className="losses__period">
          <p role="status">{chosenText(chosen)}</p>
          <Button onClick={onAll}>
            {chosen.kind === 'period' ? t('losses.allTime') : t('losses.allMessages')}
          </Button>
        </div>
      )}
      <MessagesTable
        label={
          pattern === null
            ? t('losses.messagesOf', { flow })
            : t('losses.messagesOfPattern', { flow, pattern: attributesText(pattern) })
        }
        flow={flow}
        disposition="lost"
        period={chosen?.kind === 'period' ? chosen.period : null}
        pattern={pattern}
        empty={<EmptyState icon={PackageX} title={t('losses.none')} />}
      />
    </>
  );
}

function chosenText(chosen: ChosenLost): string {
  if (chosen.kind === 'period') return t('losses.ofPeriod', { period: periodText(chosen.period) });
  const { attributes, lost } = chosen.pattern;
  const text = { lost, pattern: attributesText(attributes) };
  return chosen.hasSpells ? t('losses.ofPatternInSpell', text) : t('losses.ofPattern', text);
}

const periodText = ({ from, to }: DayPeriod) =>
  from === to ? formatDay(from) : t('reconcile.period', { from: formatDay(from), to: formatDay(to) });
