import type { PlacedInterval, TimelineEntry } from '../../../shared/contract/analysis-methods';
import { formatDuration } from '../../strings/format';
import { t } from '../../strings/text';

/** What happened near an onset, and how near; warnings count however long before. */
export interface BesideOnset {
  readonly entry: TimelineEntry;
  /** Seconds from the onset: before it negative, 0 within it. */
  readonly seconds: number;
}

const nearSeconds = 14 * 86_400;

/** The nearest first; warnings all, everything else within two weeks. Without an onset only the warnings. */
export function besideOnset(
  entries: readonly TimelineEntry[],
  onset: Pick<PlacedInterval, 'earliest' | 'latest'> | null,
): readonly BesideOnset[] {
  return entries
    .map((entry) => ({ entry, seconds: onset === null ? 0 : secondsFrom(entry, onset) }))
    .filter(
      ({ entry, seconds }) =>
        entry.kind === 'warning' || (onset !== null && Math.abs(seconds) <= nearSeconds),
    )
    .sort((a, b) => Math.abs(a.seconds) - Math.abs(b.seconds) || a.entry.at.localeCompare(b.entry.at));
}

function secondsFrom(
  { at, until }: TimelineEntry,
  { earliest, latest }: Pick<PlacedInterval, 'earliest' | 'latest'>,
): number {
  const [from, to] = [Date.parse(at), Date.parse(until ?? at)];
  if (to < Date.parse(earliest)) return (to - Date.parse(earliest)) / 1000;
  return from > Date.parse(latest) ? (from - Date.parse(latest)) / 1000 : 0;
}

/** "3 d 4 h before", "within it". */
export function howNear(seconds: number): string {
  if (seconds === 0) return t('losses.within');
  const time = formatDuration(Math.abs(seconds));
  return seconds < 0 ? t('losses.before', { time }) : t('losses.after', { time });
}
