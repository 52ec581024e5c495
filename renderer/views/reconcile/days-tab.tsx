import { ArrowLeftRight } from 'lucide-react';
import { useMemo } from 'react';
import type { ReconcileDay } from '../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { DaysTools } from '../../analysis/days-tools';
import { NeedsFiles } from '../../analysis/needs-files';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Choice } from '../../widgets/choice';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { Segments } from '../../widgets/segments';
import { grainFor, grains, heatMap, type Measure } from './heat-map-cells';
import { HeatMapGrid } from './heat-map-grid';
import { useReconcile } from './reconcile-store';

const noDays: readonly ReconcileDay[] = [];
const measures: readonly Measure[] = ['lost', ...dispositions.filter((one) => one !== 'lost'), 'sent'];

export function DaysTab() {
  const measure = useReconcile((state) => state.measure);
  const answer = useAnswer('reconcile.days', {});
  const chosen = useReconcile((state) => state.grain);
  const days = answer.value ?? noDays;
  const grain = useMemo(() => chosen ?? grainFor(days), [chosen, days]);
  const map = useMemo(() => heatMap(days, measure, grain), [days, measure, grain]);
  if (answer.failure !== null)
    return <FailureState title={t('reconcile.failed')} message={answer.failure.message} />;
  if (answer.value === null) return <div aria-busy="true" />;
  if (map.flows.length === 0) {
    return (
      <NeedsFiles icon={ArrowLeftRight} needs="events">
        <EmptyState icon={ArrowLeftRight} title={t('reconcile.none')}>
          {t('reconcile.noneText')}
        </EmptyState>
      </NeedsFiles>
    );
  }
  return (
    <>
      <div className="heat-tools">
        <Choice
          label={t('reconcile.measure')}
          value={measure}
          options={measures.map((value) => ({ value, title: t(`disposition.${value}`) }))}
          onChange={(value) => useReconcile.setState({ measure: value })}
        />
        <Segments
          label={t('reconcile.grain')}
          value={grain}
          options={grains.map((value) => ({ value, title: t(`reconcile.grain.${value}`) }))}
          onChange={(value) => useReconcile.setState({ grain: value })}
        />
        <ul className="heat-legend" aria-label={t('map.legend')}>
          {([1, 2, 3, 4] as const).map((shade) => (
            <li key={shade}>
              <span className="heat-cell heat-cell--sample" data-shade={shade} aria-hidden="true" />
              {t(`reconcile.shade.${shade}`)}
            </li>
          ))}
          <li>
            <span className="heat-cell heat-cell--sample" data-unobservable aria-hidden="true" />
            {t('reconcile.shade.unobservable')}
          </li>
        </ul>
        <div className="heat-tools__end">
          <DaysTools name={t('reconcile.days')} days={days} />
        </div>
      </div>
      <HeatMapGrid map={map} measure={measure} grain={grain} />
    </>
  );
}
