import type { CoverageRow } from '../../shared/contract/reconcile-methods';
import { t } from '../strings/text';
import './coverage-bar.css';

interface CoverageBarProps {
  readonly row: CoverageRow;
  /** Of the whole bar, ISO 8601; null without any log. */
  readonly from: string | null;
  readonly to: string | null;
}

const width = 1000;

/** When a log was being written: solid where it was, hatched where it is silent, nothing outside it. */
export function CoverageBar({ row, from, to }: CoverageBarProps) {
  const start = from === null ? 0 : Date.parse(from);
  const length = Math.max(1, (to === null ? 0 : Date.parse(to)) - start);
  const place = (time: string) => ((Date.parse(time) - start) / length) * width;
  return (
    <svg
      className="coverage-bar"
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('coverage.barLabel', { spans: row.spans.length, gaps: row.gaps.length })}
    >
      <rect className="coverage-bar__ground" width={width} height={12} />
      {row.spans.map((span) => (
        <rect
          key={span.from}
          className="coverage-bar__span"
          x={place(span.from)}
          y={2}
          width={Math.max(2, place(span.to) - place(span.from))}
          height={8}
        />
      ))}
      {row.gaps.map((gap) => (
        <path key={gap.from} className="coverage-bar__gap" d={hatching(place(gap.from), place(gap.to))} />
      ))}
    </svg>
  );
}

/** Slanted strokes across a stretch, so that a gap reads as one without colour. */
function hatching(from: number, to: number): string {
  let d = '';
  for (let x = from; x <= Math.max(from + 6, to); x += 6) d += `M${x} 11L${x + 4} 1`;
  return d;
}
