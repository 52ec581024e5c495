import { ListX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Trace } from '../../../shared/contract/reconcile-methods';
import { ask } from '../../api';
import { copyText } from '../../state/clipboard';
import { formatCount, formatInstant, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

interface ListedRecord {
  readonly asked: string;
  /** Null while it is asked for, and where no log names it. */
  readonly trace: Trace | null;
  readonly isUnknown: boolean;
  readonly problem: string | null;
}

const lost = (row: ListedRecord) => row.trace?.hops.filter((hop) => hop.disposition === 'lost').length ?? 0;

const columns: readonly Column<ListedRecord>[] = [
  {
    id: 'asked',
    title: t('message.record'),
    width: 190,
    value: (row) => row.asked,
    render: (row) => <span className="mono">{row.asked}</span>,
  },
  {
    id: 'state',
    title: t('findings.state'),
    width: 150,
    value: (row) => stateOf(row),
    render: (row) => (
      <Tag
        tone={row.trace === null || row.trace.eventCount === 0 ? 'quiet' : lost(row) > 0 ? 'bad' : 'good'}
        isBare
      >
        {stateOf(row)}
      </Tag>
    ),
  },
  {
    id: 'events',
    title: t('records.events'),
    width: 80,
    align: 'end',
    value: (row) => row.trace?.eventCount ?? null,
    render: (row) => (row.trace === null ? '' : formatCount(row.trace.eventCount)),
  },
  {
    id: 'lastAt',
    title: t('records.lastProved'),
    width: 200,
    value: (row) => row.trace?.lastProvedAt?.system ?? null,
  },
  {
    id: 'lastTime',
    title: t('records.lastTime'),
    width: 200,
    value: (row) => row.trace?.lastProvedAt?.at ?? null,
    render: (row) => instant(row.trace?.lastProvedAt?.at),
  },
  {
    id: 'absentAt',
    title: t('records.firstAbsent'),
    width: 200,
    value: (row) => row.trace?.firstProvedAbsent?.system ?? null,
  },
  {
    id: 'because',
    title: t('coverage.because'),
    width: 320,
    grows: true,
    value: (row) => row.problem ?? becauseOf(row),
  },
];

function becauseOf({ trace }: ListedRecord): string | null {
  const because = trace?.firstProvedAbsent?.because;
  return because === undefined ? null : withReadableTimes(because);
}

function instant(time: string | null | undefined) {
  return time === null || time === undefined ? '' : formatInstant(time);
}

function stateOf(row: ListedRecord): string {
  if (row.isUnknown) return t('records.inNoLog');
  if (row.trace === null) return row.problem === null ? t('records.asking') : t('records.notAnswered');
  return lost(row) > 0 ? t('records.lostHops', { count: lost(row) }) : t('records.noLoss');
}

/** What became of each record of a list; each opens its journey. */
export function RecordList({
  records,
  onOpen,
}: {
  readonly records: readonly string[];
  readonly onOpen: (record: string) => void;
}) {
  const [rows, setRows] = useState<readonly ListedRecord[]>(() =>
    records.map((asked) => ({ asked, trace: null, isUnknown: false, problem: null })),
  );

  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      for (const [index, asked] of records.entries()) {
        if (!isCurrent) return;
        const outcome = await ask('records.trace', { record: asked, limit: 1000 });
        const row = outcome.ok
          ? { asked, trace: outcome.value, isUnknown: outcome.value.eventCount === 0, problem: null }
          : {
              asked,
              trace: null,
              isUnknown: outcome.error.code === 'not-found',
              problem: outcome.error.message,
            };
        if (isCurrent) setRows((before) => before.with(index, row));
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [records]);

  return (
    <VirtualTable
      label={t('records.list')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.asked}
      onOpen={(row) => onOpen(row.asked)}
      onCopy={copyText}
      citation={(row) => citationOf(row.trace)}
      empty={<EmptyState icon={ListX} title={t('records.none')} />}
    />
  );
}

function citationOf(trace: Trace | null): string {
  const proof = trace?.lastProvedAt;
  return proof?.file == null ? '' : `${proof.file}:${proof.line ?? ''}`;
}
