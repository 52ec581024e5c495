import { Radar } from 'lucide-react';
import type { CoverageRow } from '../../../shared/contract/reconcile-methods';
import { CoverageBar } from '../../analysis/coverage-bar';
import { NeedsFiles } from '../../analysis/needs-files';
import { copyText } from '../../state/clipboard';
import type { Answer } from '../../state/use-answer';
import { formatCount, formatDuration, formatInstant } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { SplitPane } from '../../widgets/split-pane';
import { Tag, type Tone } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { CoverageDetails } from './coverage-details';
import { useReconcile } from './reconcile-store';

const confidenceTones: Readonly<Record<CoverageRow['confidence'], Tone>> = {
  high: 'good',
  medium: 'accent',
  low: 'warn',
  none: 'bad',
};

/** Only where somebody has said something. */
const corrections: Column<CoverageRow> = {
  id: 'corrections',
  title: t('coverage.corrections'),
  width: 90,
  align: 'end',
  value: (row) => row.corrections.length,
};

const noticesText = ({ noticesSeconds }: CoverageRow) =>
  noticesSeconds === null ? t('map.notKnown') : formatDuration(noticesSeconds);

const openLog = (log: string | null) => useReconcile.setState({ log });

/** How far each log reaches and where it is silent: what every verdict stands on. */
export function CoverageTab({ coverage }: { readonly coverage: Answer<readonly CoverageRow[]> }) {
  const chosen = useReconcile((state) => state.log);
  const rows = coverage.value ?? [];
  const from = rows.flatMap((row) => row.from ?? []).sort()[0] ?? null;
  const to =
    rows
      .flatMap((row) => row.to ?? [])
      .sort()
      .at(-1) ?? null;
  const columns: readonly Column<CoverageRow>[] = [
    { id: 'system', title: t('map.kind.system'), width: 190, isSticky: true, value: (row) => row.system },
    {
      id: 'confidence',
      title: t('coverage.confidence'),
      width: 110,
      value: (row) => row.confidence,
      render: (row) => (
        <Tag tone={confidenceTones[row.confidence]} isBare>
          {t(`coverage.confidence.${row.confidence}`)}
        </Tag>
      ),
    },
    {
      id: 'bar',
      title: t('coverage.covered'),
      width: 260,
      grows: true,
      value: (row) => row.gaps.length,
      said: (row) => row.spans.map((span) => `${span.from}/${span.to}`).join(' '),
      render: (row) => <CoverageBar row={row} from={from} to={to} />,
    },
    { id: 'gaps', title: t('coverage.gaps'), width: 70, align: 'end', value: (row) => row.gaps.length },
    ...(rows.some((row) => row.corrections.length > 0) ? [corrections] : []),
    {
      id: 'lines',
      title: t('coverage.lines'),
      width: 90,
      align: 'end',
      value: (row) => row.lines,
      render: (row) => formatCount(row.lines),
    },
    {
      id: 'from',
      title: t('coverage.first'),
      width: 200,
      value: (row) => row.from,
      render: (row) => row.from !== null && formatInstant(row.from),
      isHiddenAtFirst: true,
    },
    {
      id: 'to',
      title: t('coverage.last'),
      width: 200,
      value: (row) => row.to,
      render: (row) => row.to !== null && formatInstant(row.to),
      isHiddenAtFirst: true,
    },
    {
      id: 'notices',
      title: t('coverage.notices'),
      width: 130,
      align: 'end',
      value: (row) => row.noticesSeconds,
      said: noticesText,
      render: noticesText,
    },
    { id: 'because', title: t('coverage.because'), width: 320, value: (row) => row.because },
  ];
  if (coverage.failure !== null)
    return <FailureState title={t('coverage.failed')} message={coverage.failure.message} />;
  const open = rows.find((row) => row.system === chosen) ?? null;
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="row"
      size={380}
      least={280}
      leastFirst={320}
      first={
        <VirtualTable
          label={t('reconcile.coverage')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.system}
          openKey={chosen}
          onOpen={(row) => openLog(row.system)}
          onCopy={copyText}
          citation={(row) => row.files.join(', ')}
          empty={
            <NeedsFiles icon={Radar} needs="events">
              <EmptyState icon={Radar} title={t('coverage.none')}>
                {t('coverage.noneText')}
              </EmptyState>
            </NeedsFiles>
          }
        />
      }
      second={open === null ? null : <CoverageDetails row={open} onClose={() => openLog(null)} />}
    />
  );
}
