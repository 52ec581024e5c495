import { useMemo } from 'react';
import type { TimelineDay } from '../../../shared/contract/analysis-methods';
import { formatCount, formatDay } from '../../strings/format';
import { t } from '../../strings/text';
import { type ActivityBar, activityBars } from './activity-bars';
import type { TimeScale } from './time-scale';

interface ActivityLanesProps {
  readonly days: readonly TimelineDay[];
  readonly scale: TimeScale;
  readonly left: number;
}

const height = 30;
const measures = ['events', 'lost'] as const;

/** How much the logs hold and how much is lost, day by day, each to its own height. */
export function ActivityLanes({ days, scale, left }: ActivityLanesProps) {
  const bars = useMemo(() => activityBars(days, scale), [days, scale]);
  const shown = measures.filter((measure) => days.some((day) => day[measure] > 0));
  return shown.map((measure) => {
    const most = Math.max(1, ...bars.map((bar) => bar[measure]));
    const one = bars.every((bar) => bar.from === bar.to);
    return (
      <svg key={measure} className="timeline__activity" width={left + scale.width + 12} height={height + 10}>
        <title>{t(`timeline.activity.${measure}`)}</title>
        <text className="timeline__lane" x={16} y={14}>
          {t(`timeline.activity.${measure}`)}
        </text>
        <text className="timeline__most" x={16} y={28}>
          {one ? t('timeline.mostADay', { count: most }) : t('timeline.mostABar', { count: most })}
        </text>
        {bars.map((bar) => (
          <rect
            key={bar.from}
            className={`timeline__bar timeline__bar--${measure}`}
            x={left + bar.x}
            width={bar.width}
            y={4 + height - (bar[measure] / most) * height}
            height={(bar[measure] / most) * height}
          >
            <title>{barText(bar)}</title>
          </rect>
        ))}
        <line
          className="timeline__base"
          x1={left}
          x2={left + scale.width}
          y1={height + 4.5}
          y2={height + 4.5}
        />
      </svg>
    );
  });
}

function barText({ from, to, events, lost }: ActivityBar): string {
  const when =
    from === to ? formatDay(from) : t('reconcile.period', { from: formatDay(from), to: formatDay(to) });
  return t('timeline.barText', { when, events: formatCount(events), lost: formatCount(lost) });
}
