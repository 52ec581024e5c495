import { useId } from 'react';
import type { CoverageRow, TimeSpan } from '../../shared/contract/reconcile-methods';
import { t } from '../strings/text';
import { blindStretches } from './blind-stretches';
import './coverage-bar.css';

interface CoverageBarProps {
  readonly row: CoverageRow;
  /** Of the whole bar, ISO 8601; null without any log. */
  readonly from: string | null;
  readonly to: string | null;
}

const height = 12;

/**
 * When a log was being written: solid where it was, hatched where it is silent or a person says that it is
 * incomplete, empty before its first line and after its last. A line below marks what a person has said.
 */
export function CoverageBar({ row, from, to }: CoverageBarProps) {
  const hatch = useId();
  const start = from === null ? 0 : Date.parse(from);
  const length = Math.max(1, (to === null ? 0 : Date.parse(to)) - start);
  const share = (time: number) => Math.min(1, Math.max(0, (time - start) / length));
  const stretch = (begin: number, end: number) => {
    const x = share(begin);
    return { x: `${x * 100}%`, style: { width: `max(2px, ${(share(end) - x) * 100}%)` } };
  };
  const [first, last] = [row.from, row.to].map((time) => (time === null ? Number.NaN : Date.parse(time)));
  const isSeen = (begin: number, end: number) => end > start && begin < start + length;
  const isSeenSpan = (span: TimeSpan) => isSeen(Date.parse(span.from), Date.parse(span.to));
  const silent = blindStretches(row).filter(
    (blind) =>
      isSeen(blind.from, blind.to) &&
      (blind.isSaid || (blind.from >= (first ?? 0) && blind.to <= (last ?? 0))),
  );
  return (
    <svg
      className="coverage-bar"
      width="100%"
      height={height}
      role="img"
      aria-label={t('coverage.barLabel', {
        spans: row.spans.length,
        gaps: row.gaps.length,
        corrections: row.corrections.length,
      })}
    >
      <pattern id={hatch} width={5} height={height} patternUnits="userSpaceOnUse">
        <path className="coverage-bar__stroke" d={`M-1 ${height}L6 -2M-6 ${height}L1 -2M4 ${height}L11 -2`} />
      </pattern>
      <rect className="coverage-bar__ground" width="100%" height={height} />
      {row.spans.filter(isSeenSpan).map((span) => (
        <rect
          key={span.from}
          className="coverage-bar__span"
          {...stretch(Date.parse(span.from), Date.parse(span.to))}
          y={2}
          height={height - 4}
        />
      ))}
      {silent.map((blind) => (
        <rect
          key={blind.from}
          className="coverage-bar__gap"
          {...stretch(blind.from, blind.to)}
          height={height}
          fill={`url(#${hatch})`}
        />
      ))}
      {row.corrections.filter(isSeenSpan).map((said) => (
        <rect
          key={said.id}
          className="coverage-bar__said"
          {...stretch(Date.parse(said.from), Date.parse(said.to))}
          y={height - 2}
          height={2}
        />
      ))}
    </svg>
  );
}
