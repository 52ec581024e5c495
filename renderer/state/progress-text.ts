import type { Progress } from '../../shared/contract/outcome';
import { formatBytes, formatCount, formatDuration } from '../strings/format';
import { t } from '../strings/text';

/** "systems.csv · 120,000 rows · 185,000 rows/s · 12 s left": what is known, in this order. */
export function progressText(progress: Progress | null): string {
  if (progress === null) return t('jobs.starting');
  const parts = [progress.label];
  // A file is hashed before its first row is stored, which shows with a large one.
  if (progress.rows === 0) parts.push(t('jobs.checking'), ...checked(progress));
  else if (progress.rows !== undefined) parts.push(t('jobs.rows', { count: progress.rows }));
  else if (progress.total !== null) parts.push(amount(progress, progress.done, progress.total));
  if (progress.rowsPerSecond !== undefined && progress.rowsPerSecond > 0) {
    parts.push(t('jobs.rate', { rate: formatCount(Math.round(progress.rowsPerSecond)) }));
  }
  if (progress.secondsLeft !== null)
    parts.push(t('jobs.left', { time: formatDuration(progress.secondsLeft) }));
  return parts.filter((part) => part !== '').join(' · ');
}

function checked({ checking }: Progress): readonly string[] {
  if (checking === undefined) return [];
  return [t('jobs.of', { done: formatBytes(checking.done), total: formatBytes(checking.total) })];
}

function amount(progress: Progress, done: number, total: number): string {
  // A part of the work may be weighed in fractions; no one has read half a line.
  const write = progress.unit === 'bytes' ? formatBytes : (count: number) => formatCount(Math.floor(count));
  return t('jobs.of', { done: write(done), total: write(total) });
}
