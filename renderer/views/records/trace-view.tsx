import { useState } from 'react';
import type {
  CoverageRow,
  Proof,
  Trace,
  TraceEvent,
  TraceHop,
} from '../../../shared/contract/reconcile-methods';
import type { SourceId } from '../../../shared/model/ids';
import { DispositionTag } from '../../analysis/dispositions';
import { LinePlace } from '../../analysis/line-place';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { formatCount, formatInstant, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { SplitPane } from '../../widgets/split-pane';
import { Tabs } from '../../widgets/tabs';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { JourneyDrawing } from './journey-drawing';

interface TraceViewProps {
  readonly trace: Trace;
  readonly coverage: readonly CoverageRow[];
}

type IndexedEvent = TraceEvent & { readonly index: number };
type IndexedHop = TraceHop & { readonly index: number };

const eventColumns: readonly Column<IndexedEvent>[] = [
  { id: 'index', title: t('log.number'), width: 60, align: 'end', value: (row) => row.index + 1 },
  {
    id: 'time',
    title: t('log.at'),
    width: 210,
    value: (row) => row.time,
    render: (row) => (row.time === null ? t('records.noTime') : formatInstant(row.time)),
  },
  { id: 'system', title: t('map.kind.system'), width: 130, value: (row) => row.system },
  { id: 'event', title: t('records.event'), width: 80, value: (row) => row.event },
  { id: 'peer', title: t('records.peer'), width: 130, value: (row) => row.peer },
  {
    id: 'message',
    title: t('message.id'),
    width: 90,
    text: (row) => row.message ?? '',
    value: (row) => row.message,
    render: (row) => <span className="mono">{row.message}</span>,
  },
  { id: 'record', title: t('message.record'), width: 160, value: (row) => row.record, isHiddenAtFirst: true },
  {
    id: 'line',
    title: t('message.line'),
    width: 150,
    grows: true,
    value: (row) => `${row.file}:${row.line}`,
    text: (row) => `${row.file}:${row.line}`,
    render: (row) => <LinePlace file={row.file} line={row.line} />,
  },
];

const hopColumns: readonly Column<IndexedHop>[] = [
  { id: 'from', title: t('map.from'), width: 190, value: (row) => row.from },
  { id: 'to', title: t('map.to'), width: 190, value: (row) => row.to },
  {
    id: 'disposition',
    title: t('findings.state'),
    width: 140,
    value: (row) => row.disposition,
    render: (row) => <DispositionTag disposition={row.disposition} />,
  },
  {
    id: 'sentAt',
    title: t('message.sentAt'),
    width: 210,
    value: (row) => row.sentAt,
    render: (row) => row.sentAt !== null && formatInstant(row.sentAt),
  },
  {
    id: 'receivedAt',
    title: t('records.receivedAt'),
    width: 210,
    value: (row) => row.receivedAt,
    render: (row) => row.receivedAt !== null && formatInstant(row.receivedAt),
  },
  { id: 'why', title: t('message.why'), width: 320, grows: true, value: (row) => withReadableTimes(row.why) },
];

/** One record: where it was last proved, where first proved absent, every hop and every line. */
export function TraceView({ trace, coverage }: TraceViewProps) {
  const [tab, setTab] = useState<'events' | 'hops'>('events');
  const toCitations = useLineCitations();
  const events = trace.events.map((event, index) => ({ ...event, index }));
  const hops = trace.hops.map((hop, index) => ({ ...hop, index }));
  const openEvent = (event: TraceEvent) =>
    showEvidence(t('records.eventOf', { event: event.event, system: event.system ?? t('map.notKnown') }), [
      { sourceId: event.sourceId as SourceId, file: event.file, line: event.line },
    ]);
  return (
    <>
      <section className="verdict" aria-label={t('records.verdict')}>
        <p className="verdict__record">
          <span className="mono">{trace.record}</span>
          {trace.aliases.length > 0 && (
            <span> {t('records.aliases', { names: trace.aliases.join(', ') })}</span>
          )}
        </p>
        <ProofText title={t('records.lastProved')} proof={trace.lastProvedAt} none={t('records.noProof')} />
        <ProofText
          title={t(
            trace.firstProvedAbsent?.of === 'message' ? 'records.firstAbsentMessage' : 'records.firstAbsent',
          )}
          proof={trace.firstProvedAbsent}
          none={t('records.noAbsence')}
        />
      </section>
      <SplitPane
        label={t('common.resizePanel')}
        direction="column"
        size={250}
        least={120}
        leastFirst={140}
        first={<JourneyDrawing trace={trace} coverage={coverage} onOpen={openEvent} />}
        second={
          <Tabs
            label={t('records.tables')}
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'events', title: t('records.events'), count: formatCount(trace.eventCount) },
              { value: 'hops', title: t('records.hops'), count: formatCount(trace.hops.length) },
            ]}
          >
            {tab === 'events' ? (
              <VirtualTable
                label={t('records.events')}
                rows={events}
                columns={eventColumns}
                rowKey={(row) => row.index}
                onOpen={openEvent}
                onCopy={copyText}
                citation={(row) => `${row.file}:${row.line}`}
                empty={null}
                actions={
                  trace.eventCount > events.length && (
                    <p className="table__count">
                      {t('reconcile.firstOnly', { count: formatCount(events.length) })}
                    </p>
                  )
                }
              />
            ) : (
              <VirtualTable
                label={t('records.hops')}
                rows={hops}
                columns={hopColumns}
                rowKey={(row) => row.index}
                onOpen={(row) =>
                  showEvidence(
                    t('records.hopOf', {
                      from: row.from,
                      to: row.to,
                      hop: t(`disposition.${row.disposition}`).toLowerCase(),
                    }),
                    toCitations(row.evidence),
                  )
                }
                onCopy={copyText}
                citation={(row) => row.evidence.map(({ file, line }) => `${file}:${line}`).join(', ')}
                empty={<p>{t('records.noHops')}</p>}
              />
            )}
          </Tabs>
        }
      />
    </>
  );
}

function ProofText({
  title,
  proof,
  none,
}: {
  readonly title: string;
  readonly proof: Proof | null;
  readonly none: string;
}) {
  const toCitations = useLineCitations();
  return (
    <div className="verdict__proof">
      <h2 className="verdict__title">{title}</h2>
      {proof === null ? (
        <p>{none}</p>
      ) : (
        <>
          <p>
            <strong>{proof.system}</strong>
            {proof.at !== null && `, ${formatInstant(proof.at)}`}
          </p>
          <p className="verdict__because">{withReadableTimes(proof.because)}</p>
          {proof.file !== null && (
            <CitationLinks
              subject={title}
              citations={toCitations([{ file: proof.file, line: proof.line ?? 1 }])}
            />
          )}
        </>
      )}
    </div>
  );
}
