import { type ReactNode, useCallback, useMemo } from 'react';
import type { ArgsOf } from '../../shared/contract/contract';
import type { MessageWindowRow, MessageWindowSort } from '../../shared/contract/reconcile-methods';
import { ask, bridge } from '../api';
import { useCase } from '../state/case-store';
import { copyText } from '../state/clipboard';
import { showEvidence } from '../state/evidence-store';
import { runJob } from '../state/jobs-store';
import { goTo } from '../state/navigation-store';
import { notify, notifyFailure } from '../state/notices-store';
import { notifySaved } from '../state/save-text';
import { withReadableTimes } from '../strings/format';
import { t } from '../strings/text';
import type { Sort } from '../widgets/virtual-table/table-rows';
import { WindowedTable } from '../widgets/virtual-table/windowed-table';
import type { Reckoned } from './dispositions';
import { messageCitation, messageColumns, messageKey } from './message-columns';

/** Days, both included. */
export interface DayPeriod {
  readonly from: string;
  readonly to: string;
}

interface MessagesTableProps {
  readonly label: string;
  readonly flow: string;
  readonly disposition: Exclude<Reckoned, 'queued'>;
  /** Null for those of every time. */
  readonly period: DayPeriod | 'timeless' | null;
  /** The attribute values of a pattern of the flow, for the lost that it counts. */
  readonly pattern?: Readonly<Record<string, string>> | null;
  readonly empty: ReactNode;
}

interface Asked {
  readonly filter: string;
  readonly sort: Sort | null;
}

/** The messages behind a number, a million of them too: read in windows, filtered and sorted by the engine. */
export function MessagesTable({
  label,
  flow,
  disposition,
  period,
  pattern = null,
  empty,
}: MessagesTableProps) {
  const revision = useCase((state) => state.revision);
  const isTimeless = period === 'timeless';
  const from = period === null || period === 'timeless' ? null : period.from;
  const to = period === null || period === 'timeless' ? null : period.to;
  const columns = useMemo(
    () => messageColumns((record) => goTo('records', { text: record }), disposition === 'lost'),
    [disposition],
  );
  const argsOf = useCallback(
    ({ filter, sort }: Asked) => ({
      flow,
      disposition,
      ...(from === null || to === null ? {} : { from: `${from}T00:00:00.000Z`, to: dayAfter(to) }),
      ...(isTimeless ? { isTimeless } : {}),
      ...(pattern === null ? {} : { pattern }),
      ...(filter === '' ? {} : { filter }),
      ...(sort === null ? {} : { sort: sort as MessageWindowSort }),
    }),
    [flow, disposition, from, to, isTimeless, pattern],
  );
  const windows = useMemo(() => windowsAt(revision, argsOf), [revision, argsOf]);

  const save = async (asked: Asked) => {
    const file = await bridge.chooseToSave({
      title: t('table.save'),
      suggestedName: `${label.replace(/[\\/:*?"<>|]+/g, '-')}.csv`,
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    });
    if (file === null) return;
    const outcome = await runJob('reconcile.saveMessages', { ...argsOf(asked), file }, t('table.saving'));
    if (outcome.ok) notifySaved(outcome.value.file);
    else notifyFailure(t('table.saveFailed'), outcome.error);
  };

  return (
    <WindowedTable<MessageWindowRow>
      label={label}
      windows={windows}
      columns={columns}
      rowKey={messageKey}
      onOpen={(row) => showEvidence(withReadableTimes(row.why), [messageCitation(row)])}
      onCopy={copyText}
      onCopyFailed={(message) => notify({ tone: 'bad', title: t('table.copyFailed'), detail: message })}
      onSave={(asked) => void save(asked)}
      citation={(row) => `${row.file}:${row.line}`}
      empty={empty}
    />
  );
}

type WindowArgs = Omit<ArgsOf<'reconcile.window'>, 'offset' | 'limit'>;

/** Where the case has changed, what is asked for in the same words is another list: each state has its own. */
const windowsAt =
  (_revision: number, argsOf: (asked: Asked) => WindowArgs) =>
  (asked: Asked) =>
  async (offset: number, limit: number) => {
    const outcome = await ask('reconcile.window', { ...argsOf(asked), offset, limit });
    return outcome.ok ? outcome.value : outcome.error.message;
  };

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString();
