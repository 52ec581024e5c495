import { ListX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Proof, TracedRecord } from '../../../shared/contract/reconcile-methods';
import { JobState } from '../../analysis/job-state';
import { copyText } from '../../state/clipboard';
import { useComputed } from '../../state/use-computed';
import { formatCount, formatInstant, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Segments } from '../../widgets/segments';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { hopsText, type RecordState, recordState, recordStates, recordStateTones } from './record-state';

const stateText = (row: TracedRecord) => t(`records.state.${recordState(row)}`);
const at = (proof: Proof | null) => (proof?.at == null ? '' : formatInstant(proof.at));
function absentText(proof: Proof | null): string | null {
  if (proof === null) return null;
  return proof.of === 'message' ? t('records.messageAbsentAt', { system: proof.system }) : proof.system;
}
const becauseOf = (proof: Proof | null) => (proof === null ? null : withReadableTimes(proof.because));

const columns: readonly Column<TracedRecord>[] = [
  {
    id: 'asked',
    title: t('message.record'),
    width: 130,
    isSticky: true,
    value: (row) => row.asked,
    text: (row) => row.asked,
    render: (row) => <span className="mono">{row.asked}</span>,
  },
  {
    id: 'state',
    title: t('findings.state'),
    width: 170,
    value: stateText,
    render: (row) => (
      <Tag tone={recordStateTones[recordState(row)]} isBare>
        {stateText(row)}
      </Tag>
    ),
  },
  { id: 'hops', title: t('records.hops'), width: 150, value: (row) => hopsText(row.hops) },
  {
    id: 'events',
    title: t('records.events'),
    width: 70,
    align: 'end',
    value: (row) => row.events,
    render: (row) => formatCount(row.events),
  },
  {
    id: 'lastAt',
    title: t('records.lastProved'),
    width: 150,
    value: (row) => row.lastProvedAt?.system ?? null,
  },
  {
    id: 'lastTime',
    title: t('records.lastTime'),
    width: 120,
    value: (row) => row.lastProvedAt?.at ?? null,
    text: (row) => at(row.lastProvedAt),
    render: (row) => at(row.lastProvedAt),
  },
  {
    id: 'absentAt',
    title: t('records.firstAbsent'),
    width: 150,
    value: (row) => absentText(row.firstProvedAbsent),
  },
  {
    id: 'absentTime',
    title: t('records.absentTime'),
    width: 120,
    isHiddenAtFirst: true,
    value: (row) => row.firstProvedAbsent?.at ?? null,
    text: (row) => at(row.firstProvedAbsent),
    render: (row) => at(row.firstProvedAbsent),
  },
  {
    id: 'because',
    title: t('coverage.because'),
    width: 240,
    grows: true,
    value: (row) => becauseOf(row.firstProvedAbsent),
  },
];

interface RecordListProps {
  readonly records: readonly string[];
  readonly onOpen: (record: string) => void;
}

/** What became of each record of a list; each opens its journey. */
export function RecordList({ records, onOpen }: RecordListProps) {
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState<RecordState | 'all'>('all');
  const args = useMemo(() => ({ records: [...records] }), [records]);
  const traced = useComputed('records.list', args, t('records.listTitle'), turn);
  const all = traced.value;
  const rows = useMemo(
    () => (all ?? []).filter((row) => shown === 'all' || recordState(row) === shown),
    [all, shown],
  );
  if (all === null) {
    return (
      <JobState
        title={t('records.listTitle')}
        jobId={traced.jobId}
        failure={traced.failure}
        onRetry={() => setTurn(turn + 1)}
      />
    );
  }
  const counted = recordStates.flatMap((state) => {
    const count = all.filter((row) => recordState(row) === state).length;
    return count === 0 ? [] : [{ value: state, title: segmentText(t(`records.state.${state}`), count) }];
  });
  return (
    <>
      <div className="records__states">
        <Segments<RecordState | 'all'>
          label={t('findings.state')}
          value={shown}
          options={[{ value: 'all', title: segmentText(t('records.all'), all.length) }, ...counted]}
          onChange={setShown}
        />
      </div>
      <VirtualTable
        label={t('records.listed')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.asked}
        onOpen={(row) => onOpen(row.asked)}
        onCopy={copyText}
        citation={citationOf}
        empty={<EmptyState icon={ListX} title={t('records.none')} />}
      />
    </>
  );
}

const segmentText = (name: string, count: number) => t('records.stateCount', { name, count });

/** The line that last proves it, and the one from which its absence follows. */
function citationOf({ lastProvedAt, firstProvedAbsent }: TracedRecord): string {
  const places = [lastProvedAt, firstProvedAbsent].flatMap((proof) =>
    proof?.file == null ? [] : [`${proof.file}:${proof.line ?? ''}`],
  );
  return [...new Set(places)].join(', ');
}
