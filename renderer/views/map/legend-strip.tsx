import { drawMark } from '../../../shared/diagram/draw-mark';
import { isLegendMark, sampleLine } from '../../../shared/diagram/legend';
import { isTooDense } from '../../../shared/diagram/main-lines';
import type { LegendEntry, Scene } from '../../../shared/diagram/scene';
import { t } from '../../strings/text';
import { EdgeSample } from './edge-sample';

/** What the lines and marks in the picture mean, in as few words as one row has room for, and what is said below it in every export. */
export function LegendStrip({ scene }: { readonly scene: Scene }) {
  const footer = scene.footer.join(' · ');
  return (
    <section className="legend" aria-label={t('map.legend')}>
      <ul className="legend__entries">
        {scene.legend.filter(hasNoWords).map((entry) => (
          <li key={entry.style} className="legend__entry" title={entry.text}>
            <Sample entry={entry} />
            {wordsOf(entry, scene)}
          </li>
        ))}
      </ul>
      {isTooDense(countBoxes(scene), scene.edges.length) && (
        <p className="legend__dense">{t('map.dense', { count: scene.edges.length })}</p>
      )}
      {scene.footer.length > 0 && (
        <p className="legend__footer" title={footer}>
          {footer}
        </p>
      )}
    </section>
  );
}

function wordsOf({ style }: LegendEntry, { level, mode }: Scene): string {
  if (level === 'step' && style === 'observed') return t('map.legend.follows');
  return style === 'faint' && mode === 'failure' ? t('map.legend.goesOn') : t(`map.legend.${style}`);
}

/** The risks on a card stand beside their own words: in the window's one row there is no room to say so. */
const hasNoWords = ({ style }: LegendEntry): boolean =>
  style !== 'high' && style !== 'medium' && style !== 'low';

/** Cards, and groups drawn as one. */
function countBoxes({ cards, groups }: Scene): number {
  return cards.length + groups.filter((group) => group.isCollapsed).length;
}

function Sample({ entry }: { readonly entry: LegendEntry }) {
  if (entry.style === 'undeclared-system') {
    return (
      <svg width={26} height={14} aria-hidden="true">
        <rect
          className="map-card__ground"
          x={1}
          y={1}
          width={24}
          height={12}
          rx={3}
          strokeDasharray="2 3"
          strokeWidth={1.3}
        />
      </svg>
    );
  }
  if (!isLegendMark(entry.style)) return <EdgeSample line={sampleLine(entry.style)} />;
  const drawn = drawMark(entry.style, 7, 7, 'currentcolor');
  if (drawn.kind !== 'path') return null;
  return (
    <svg width={14} height={14} aria-hidden="true">
      <path
        className={`map-mark map-mark--${entry.style}`}
        d={drawn.d}
        fill={drawn.fill ?? 'none'}
        stroke={drawn.stroke?.colour ?? 'none'}
        strokeWidth={drawn.stroke?.width}
      />
    </svg>
  );
}
