import { useMemo, useState } from 'react';
import type { WhyAnswer } from '../../../shared/contract/analysis-methods';
import type { ReconcileDay } from '../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { DaysTools } from '../../analysis/days-tools';
import { useAnswer } from '../../state/use-answer';
import { formatCount, formatDay, formatMonthDay } from '../../strings/format';
import { t } from '../../strings/text';
import { BarChart } from '../../widgets/bar-chart/bar-chart';
import type { Bar } from '../../widgets/bar-chart/bars';
import { Check } from '../../widgets/check';

interface LossChartProps {
  readonly flow: string;
  readonly why: WhyAnswer | null;
  readonly onOpen: (period: { readonly from: string; readonly to: string }) => void;
}

/** What a flow sent on each day and how much of it was lost, with the onset where there is one. */
export function LossChart({ flow, why, onOpen }: LossChartProps) {
  const answer = useAnswer('reconcile.days', { flow });
  const rows = useMemo(() => answer.value ?? [], [answer.value]);
  const days = useMemo(
    () => rows.flatMap((row) => (row.day === null ? [] : [{ day: row.day, values: partsOf(row) }])),
    [rows],
  );
  const bands = useMemo(() => bandsOf(why), [why]);
  const title = t('losses.byDay', { flow });
  const [choice, setChoice] = useState<boolean | null>(null);
  const showsAll = choice ?? !isPressedFlat(days);
  if (days.length === 0) return null;
  return (
    <figure className="losses__figure" aria-label={title}>
      <div className="losses__figure-tools">
        <Check isChecked={showsAll} onChange={setChoice}>
          {t('losses.drawAll')}
        </Check>
        <DaysTools name={title} days={rows} />
      </div>
      <BarChart
        label={title}
        series={[
          { name: t('losses.series.lost'), look: 'loss' },
          { name: t('losses.series.unobservable'), look: 'unknown' },
          { name: t('losses.series.other'), look: 'plain', isLeftOut: !showsAll },
        ]}
        days={days}
        bands={bands}
        formatCount={formatCount}
        formatBar={barText}
        formatTick={formatMonthDay}
        onOpen={({ from, to }) => onOpen({ from, to })}
      />
    </figure>
  );
}

/** Losses that are lower than a twentieth of the highest bar are told apart only without the rest on top. */
function isPressedFlat(days: readonly { readonly values: readonly number[] }[]): boolean {
  const most = (of: (values: readonly number[]) => number) =>
    days.reduce((highest, { values }) => Math.max(highest, of(values)), 0);
  const bad = most(([lost = 0, unobservable = 0]) => lost + unobservable);
  return bad < most((values) => values.reduce((sum, value) => sum + value, 0)) / 20;
}

function partsOf({ counts }: ReconcileDay): readonly number[] {
  const all = dispositions.reduce((sum, disposition) => sum + (counts[disposition] ?? 0), 0);
  const lost = counts.lost ?? 0;
  const unobservable = counts.unobservable ?? 0;
  return [lost, unobservable, all - lost - unobservable];
}

function bandsOf(why: WhyAnswer | null) {
  return (why?.spells ?? []).flatMap(({ began, ended }) => [
    ...(began === null ? [] : [{ from: began.earliest, to: began.latest, name: t('losses.band.began') }]),
    ...(ended === null ? [] : [{ from: ended.earliest, to: ended.latest, name: t('losses.band.ended') }]),
  ]);
}

function barText({ from, to }: Bar): string {
  return from === to ? formatDay(from) : t('reconcile.period', { from: formatDay(from), to: formatDay(to) });
}
