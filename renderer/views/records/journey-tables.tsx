import { X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { JourneyFollow, JourneyStep, JourneysAnswer } from '../../../shared/contract/analysis-methods';
import { copyText } from '../../state/clipboard';
import { formatCount, formatDuration, formatPercent } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { SplitPane } from '../../widgets/split-pane';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { type WayOptions, WayRecords } from './way-records';

interface JourneyTableProps {
  readonly answer: JourneysAnswer;
  /** The logs that it is counted in. */
  readonly citation: string;
}

interface VariantsTableProps extends JourneyTableProps {
  readonly options: WayOptions;
  /** Shows the journey of a record. */
  readonly onOpen: (record: string) => void;
}

interface Variant {
  readonly rank: number;
  readonly records: number;
  readonly share: number;
  readonly steps: readonly string[];
}

const variantColumns: readonly Column<Variant>[] = [
  { id: 'rank', title: t('log.number'), width: 60, align: 'end', value: (row) => row.rank },
  {
    id: 'records',
    title: t('journeys.records'),
    width: 80,
    align: 'end',
    value: (row) => row.records,
    render: (row) => formatCount(row.records),
  },
  {
    id: 'share',
    title: t('journeys.share'),
    width: 80,
    align: 'end',
    value: (row) => row.share,
    render: (row) => formatPercent(row.share),
  },
  { id: 'length', title: t('journeys.steps'), width: 70, align: 'end', value: (row) => row.steps.length },
  {
    id: 'steps',
    title: t('journeys.way'),
    width: 300,
    grows: true,
    value: (row) => row.steps.join(' > '),
    text: (row) => row.steps.join(' → '),
    render: (row) => row.steps.join(' → '),
  },
];

/** Every way through the steps that a record took, the most frequent first; one opens step by step. */
export function VariantsTable({ answer, citation, options, onOpen }: VariantsTableProps) {
  const [openRank, setOpenRank] = useState<number | null>(null);
  const rows = useMemo<readonly Variant[]>(
    () =>
      answer.topVariants.map(({ steps, records }, index) => ({
        rank: index + 1,
        records,
        share: records / Math.max(1, answer.records),
        steps,
      })),
    [answer],
  );
  const open = rows.find((row) => row.rank === openRank) ?? null;
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="row"
      size={320}
      least={240}
      leastFirst={320}
      first={
        <VirtualTable
          label={t('journeys.variants')}
          rows={rows}
          columns={variantColumns}
          rowKey={(row) => row.rank}
          openKey={openRank}
          onOpen={(row) => setOpenRank(row.rank)}
          onCopy={copyText}
          citation={() => citation}
          empty={null}
          actions={
            answer.variants > rows.length && (
              <p className="table__count">{t('reconcile.firstOnly', { count: formatCount(rows.length) })}</p>
            )
          }
        />
      }
      second={
        open === null ? null : (
          <VariantDetails variant={open} onClose={() => setOpenRank(null)}>
            <WayRecords key={open.rank} options={options} steps={open.steps} onOpen={onOpen} />
          </VariantDetails>
        )
      }
    />
  );
}

interface VariantDetailsProps {
  readonly variant: Variant;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function VariantDetails({ variant, onClose, children }: VariantDetailsProps) {
  const title = t('journeys.variant', { rank: variant.rank });
  // A way may pass a step twice: its place is what tells one from the other.
  const placed = variant.steps.map((step, place) => ({ place, step }));
  return (
    <aside className="variant" aria-label={title}>
      <header className="variant__header">
        <div>
          <h2>{title}</h2>
          <p className="variant__share">
            {t('journeys.variantOf', { records: variant.records, share: formatPercent(variant.share) })}
          </p>
        </div>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <section className="variant__body" aria-label={t('journeys.way')}>
        <ol className="variant__steps">
          {placed.map(({ place, step }) => (
            <li key={place}>{step}</li>
          ))}
        </ol>
        {children}
      </section>
    </aside>
  );
}

/** Each step with how many records begin and end there. */
export function StepsTable({ answer, citation }: JourneyTableProps) {
  const columns = useMemo<readonly Column<JourneyStep>[]>(
    () => [
      { id: 'name', title: t('journeys.step'), width: 220, grows: true, value: (row) => row.name },
      count('events', t('records.events'), (row) => row.events),
      count('records', t('journeys.records'), (row) => row.records),
      count('starts', t('journeys.starts'), (row) => answer.starts[row.name] ?? 0),
      count('ends', t('journeys.ends'), (row) => answer.ends[row.name] ?? 0),
      ...(answer.steps.some((step) => step.medianDurationSeconds !== null)
        ? [duration('duration', t('journeys.duration'), (row: JourneyStep) => row.medianDurationSeconds)]
        : []),
    ],
    [answer],
  );
  return (
    <VirtualTable
      label={t('journeys.steps')}
      rows={answer.steps}
      columns={columns}
      rowKey={(row) => row.name}
      onCopy={copyText}
      citation={() => citation}
      empty={null}
    />
  );
}

const followColumns: readonly Column<JourneyFollow>[] = [
  { id: 'from', title: t('map.from'), width: 200, grows: true, value: (row) => row.from },
  { id: 'to', title: t('map.to'), width: 200, grows: true, value: (row) => row.to },
  count('count', t('journeys.times'), (row) => row.count),
  duration('median', t('journeys.median'), (row) => row.medianSeconds),
];

/** Which step follows straight on which, how often, and after how long. */
export function FollowsTable({ answer, citation }: JourneyTableProps) {
  return (
    <VirtualTable
      label={t('journeys.follows')}
      rows={answer.follows}
      columns={followColumns}
      rowKey={(row) => `${row.from}\u0000${row.to}`}
      onCopy={copyText}
      citation={() => citation}
      empty={null}
    />
  );
}

function count<R>(id: string, title: string, of: (row: R) => number): Column<R> {
  return { id, title, width: 90, align: 'end', value: of, render: (row) => formatCount(of(row)) };
}

function duration<R>(id: string, title: string, of: (row: R) => number | null): Column<R> {
  const said = (row: R) => {
    const seconds = of(row);
    return seconds === null ? t('map.notKnown') : formatDuration(seconds);
  };
  return { id, title, width: 120, align: 'end', value: of, text: said, render: said };
}
