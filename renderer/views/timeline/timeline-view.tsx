import { FilePlus2, Maximize, SquareChartGantt, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import {
  type TimelineDay,
  type TimelineEntry,
  type TimelineKind,
  timelineKinds,
} from '../../../shared/contract/analysis-methods';
import { JobState } from '../../analysis/job-state';
import { TableTools } from '../../analysis/table-tools';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { chooseFilesToImport } from '../../state/import-request-store';
import { useNavigation } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { useComputed } from '../../state/use-computed';
import { formatDay, formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { EmptyState } from '../../widgets/empty-state';
import { SplitPane } from '../../widgets/split-pane';
import { Tag, type Tone } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { type Stretch, zoomed } from './time-scale';
import { TimelineDrawing } from './timeline-drawing';
import { type Listed, wholeTime } from './timeline-lanes';
import './timeline-view.css';

const tones: Readonly<Record<TimelineEntry['severity'], Tone>> = {
  high: 'bad',
  medium: 'warn',
  low: 'accent',
  information: 'quiet',
};

/** Kinds that happen at a moment; the others are of a day, and a time of day would say too much. */
const momentKinds: ReadonlySet<TimelineKind> = new Set([
  'onset',
  'end of losses',
  'log begins',
  'log ends',
  'gap',
]);

function momentText({ kind }: TimelineEntry, at: string | null): string {
  if (at === null) return '';
  const isDay = /T00:00:00(\.0+)?Z$/.test(at) && !momentKinds.has(kind);
  return isDay ? formatDay(at) : formatInstant(at);
}

const columns: readonly Column<Listed>[] = [
  {
    id: 'at',
    title: t('log.at'),
    width: 120,
    value: (row) => row.at,
    render: (row) => momentText(row, row.at),
    text: (row) => momentText(row, row.at),
  },
  {
    id: 'until',
    title: t('timeline.until'),
    width: 90,
    value: (row) => row.until,
    render: (row) => momentText(row, row.until),
    text: (row) => momentText(row, row.until),
  },
  {
    id: 'kind',
    title: t('timeline.kind'),
    width: 150,
    value: (row) => t(`timeline.kind.${row.kind}`),
    render: (row) => (
      <Tag tone={tones[row.severity]} isBare>
        {t(`timeline.kind.${row.kind}`)}
      </Tag>
    ),
  },
  { id: 'subject', title: t('findings.subject'), width: 150, value: (row) => row.subject },
  { id: 'text', title: t('timeline.text'), width: 240, grows: true, value: (row) => row.text },
];

const dayColumns: readonly Column<TimelineDay>[] = [
  { id: 'day', title: t('reconcile.day'), width: 90, value: (row) => row.day },
  { id: 'events', title: t('timeline.events'), width: 90, value: (row) => row.events },
  { id: 'sent', title: t('disposition.sent'), width: 90, value: (row) => row.sent },
  { id: 'lost', title: t('disposition.lost'), width: 90, value: (row) => row.lost },
];

const dayLabels = {
  copy: t('timeline.copyDays'),
  copied: t('timeline.daysCopied'),
  save: t('timeline.saveDays'),
};

/** Where a log begins and ends is seen below, as its coverage. */
const hiddenAtFirst: ReadonlySet<TimelineKind> = new Set(['log begins', 'log ends']);
const noKinds: ReadonlySet<TimelineKind> = new Set();
const noDays: readonly TimelineDay[] = [];

/** Warnings, onsets, gaps and changes on one time line: who knew what before which record was lost. */
export default function TimelineView() {
  const [turn, setTurn] = useState(0);
  const computed = useComputed('timeline.events', {}, t('timeline.job'), turn);
  const daily = useComputed('timeline.days', {}, t('timeline.daysJob'), turn);
  const days = daily.value ?? noDays;
  const coverage = useAnswer('coverage.list', {});
  const [chosen, setHidden] = useState<ReadonlySet<TimelineKind> | null>(null);
  const [seen, setSeen] = useState<Stretch | null>(null);
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const toCitations = useLineCitations();
  const flow = useNavigation((state) => state.focus?.flow ?? null);
  const all = useMemo<readonly Listed[]>(
    () => (computed.value ?? []).map((entry, index) => ({ ...entry, index })),
    [computed.value],
  );
  // Where there is nothing else, the ends of the logs are what happened.
  const hidden = chosen ?? (all.every((entry) => hiddenAtFirst.has(entry.kind)) ? noKinds : hiddenAtFirst);
  const shown = useMemo(() => all.filter((entry) => !hidden.has(entry.kind)), [all, hidden]);
  const whole = useMemo(() => wholeTime(shown, coverage.value ?? []), [shown, coverage.value]);
  const zoomBy = (factor: number) => {
    const drawn = seen ?? whole;
    const open = shown.find((entry) => entry.index === openIndex);
    setSeen(
      zoomed(drawn, whole, factor, open === undefined ? (drawn.from + drawn.to) / 2 : Date.parse(open.at)),
    );
  };
  const files = [...new Set((coverage.value ?? []).flatMap((row) => row.files))].join(', ');
  const kinds = timelineKinds.filter((kind) => all.some((entry) => entry.kind === kind));
  useEffect(() => {
    const onset = all.find((entry) => entry.kind === 'onset' && entry.subject === flow);
    if (onset !== undefined) setOpenIndex(onset.index);
  }, [all, flow]);
  const open = (entry: Listed) => {
    setOpenIndex(entry.index);
    if (entry.evidence.length > 0) showEvidence(entry.text, toCitations(entry.evidence));
  };
  const toggle = (kind: TimelineKind, isShown: boolean) => {
    const after = new Set(hidden);
    if (isShown) after.delete(kind);
    else after.add(kind);
    setHidden(after);
  };

  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.timeline')}</h1>
        <fieldset className="timeline__kinds">
          <legend className="visually-hidden">{t('timeline.kind')}</legend>
          {kinds.map((kind) => (
            <Check key={kind} isChecked={!hidden.has(kind)} onChange={(isShown) => toggle(kind, isShown)}>
              {t('timeline.kindCount', {
                kind: t(`timeline.kind.${kind}`),
                count: all.filter((entry) => entry.kind === kind).length,
              })}
            </Check>
          ))}
        </fieldset>
        {all.length > 0 && (
          <div className="view__tools">
            <IconButton icon={ZoomIn} label={t('timeline.nearer')} onClick={() => zoomBy(0.5)} />
            <IconButton icon={ZoomOut} label={t('timeline.further')} onClick={() => zoomBy(2)} />
            <IconButton icon={Maximize} label={t('timeline.whole')} onClick={() => setSeen(null)} />
            <TableTools
              name={t('timeline.daysName')}
              rows={days}
              columns={dayColumns}
              citation={() => files}
              labels={dayLabels}
            />
          </div>
        )}
      </header>
      {computed.value === null || daily.value === null ? (
        <JobState
          title={t('timeline.job')}
          jobId={computed.value === null ? computed.jobId : daily.jobId}
          failure={computed.failure ?? daily.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : all.length === 0 ? (
        <EmptyState
          icon={SquareChartGantt}
          title={t('timeline.none')}
          actions={
            <Button icon={FilePlus2} onClick={() => void chooseFilesToImport(false)}>
              {t('sources.addFiles')}
            </Button>
          }
        >
          {t('timeline.noneText')}
        </EmptyState>
      ) : (
        <SplitPane
          label={t('common.resizePanel')}
          direction="column"
          size={240}
          share={0.3}
          least={150}
          leastFirst={200}
          first={
            <TimelineDrawing
              entries={shown}
              coverage={coverage.value ?? []}
              days={days}
              openIndex={openIndex}
              onOpen={open}
              whole={whole}
              seen={seen}
              onSee={setSeen}
            />
          }
          second={
            <VirtualTable
              label={t('nav.timeline')}
              rows={shown}
              columns={columns}
              rowKey={(row) => row.index}
              openKey={openIndex}
              onOpen={open}
              onCopy={copyText}
              citation={(row) => row.evidence.map(({ file, line }) => `${file}:${line}`).join(', ')}
              firstSort={{ column: 'at', direction: 'ascending' }}
              empty={<p>{t('timeline.allHidden')}</p>}
            />
          }
        />
      )}
    </div>
  );
}
