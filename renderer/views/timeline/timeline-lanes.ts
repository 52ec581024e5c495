import {
  type TimelineEntry,
  type TimelineKind,
  timelineKinds,
} from '../../../shared/contract/analysis-methods';
import type { CoverageRow } from '../../../shared/contract/reconcile-methods';
import { beyond, placeOf, type Stretch, stretchOf, type TimeScale } from './time-scale';

export type Listed = TimelineEntry & { readonly index: number };

/** One happening where it is drawn; several that would lie on each other are one mark with a number. */
export interface PlacedMark {
  readonly entry: Listed;
  readonly others: readonly Listed[];
  readonly x: number;
  /** Of what lasts; 0 for a moment. */
  readonly width: number;
  readonly row: number;
  /** Beyond which end of the drawing it lies; its date is then written out. */
  readonly side: 'before' | 'after' | null;
  /** On which side its name has room; null where it has none. */
  readonly label: 'right' | 'left' | null;
}

export interface Lane {
  readonly kind: TimelineKind;
  readonly y: number;
  readonly rows: number;
  readonly marks: readonly PlacedMark[];
}

export const laneSize = { row: 18, gap: 10, mark: 7, date: 96, rows: 4 } as const;

/** All of the time that there is to draw. */
export function wholeTime(entries: readonly Listed[], coverage: readonly CoverageRow[]): Stretch {
  const times = entries.flatMap(({ at, until }) => (until === null ? [at] : [at, until]));
  const logs = coverage.flatMap(({ from, to }) => [from, to].filter((time) => time !== null));
  return stretchOf(times.map(Date.parse), logs.map(Date.parse));
}

interface Room {
  readonly scale: TimeScale;
  readonly stretch: Stretch;
  /** Pixels that an entry's name needs. */
  readonly nameWidth: (entry: Listed) => number;
}

/** Each sort of happening in a lane of its own, in as few rows as keep marks and names from touching. */
export function timelineLanes(entries: readonly Listed[], room: Room): readonly Lane[] {
  let y = 0;
  return timelineKinds
    .filter((kind) => entries.some((entry) => entry.kind === kind))
    .map((kind) => {
      const own = entries.filter((entry) => entry.kind === kind).sort((a, b) => a.at.localeCompare(b.at));
      const marks = placeMarks(own, room);
      const rows = Math.max(1, ...marks.map((mark) => mark.row + 1));
      const lane = { kind, y, rows, marks };
      y += rows * laneSize.row + laneSize.gap;
      return lane;
    });
}

function placeMarks(entries: readonly Listed[], room: Room): readonly PlacedMark[] {
  const ends = new Array<number>(laneSize.rows).fill(Number.NEGATIVE_INFINITY);
  const placed: PlacedMark[] = [];
  for (const entry of entries) {
    const { x, width, side } = placeOfEntry(entry, room);
    const mark = { entry, others: [], x, width, side };
    const free = fitOf(mark, ends, room);
    if (free === null) {
      // No row is free: it joins the last mark of the row that is filled the least.
      const row = ends.indexOf(Math.min(...ends));
      const last = placed.findLastIndex((one) => one.row === row);
      const known = placed[last];
      if (known !== undefined) placed[last] = { ...known, others: [...known.others, entry] };
      continue;
    }
    ends[free.row] = free.end;
    placed.push({ ...mark, row: free.row, label: free.label });
  }
  return placed;
}

function placeOfEntry(entry: Listed, { scale, stretch }: Room): Pick<PlacedMark, 'x' | 'width' | 'side'> {
  const at = Date.parse(entry.at);
  const until = entry.until === null ? at : Date.parse(entry.until);
  const side = beyond(
    stretch,
    until < stretch.from ? until : at > stretch.to ? at : Math.max(at, stretch.from),
  );
  if (side !== null)
    return { x: side === 'after' ? scale.width - laneSize.date : 0, width: laneSize.date, side };
  const inside = (time: number) => Math.min(scale.width, Math.max(0, placeOf(scale, time)));
  const x = inside(at);
  return { x, width: entry.until === null ? 0 : Math.max(4, inside(until) - x), side };
}

interface Fit {
  readonly row: number;
  readonly end: number;
  readonly label: PlacedMark['label'];
}

/** The first row with room for the mark and its name, else for the mark alone. */
function fitOf(
  mark: Pick<PlacedMark, 'entry' | 'x' | 'width' | 'side'>,
  ends: readonly number[],
  { scale, nameWidth }: Room,
): Fit | null {
  const { x, width, side } = mark;
  if (side !== null) {
    const row = ends.findIndex((end) => end <= x);
    return row === -1 ? null : { row, end: x + width, label: null };
  }
  const from = x - laneSize.mark;
  const end = x + width + laneSize.mark;
  const name = nameWidth(mark.entry) + 8;
  if (end + name <= scale.width) {
    const row = ends.findIndex((taken) => taken <= from);
    if (row !== -1) return { row, end: end + name, label: 'right' };
  } else {
    const row = ends.findIndex((taken) => taken <= from - name);
    if (row !== -1) return { row, end, label: 'left' };
  }
  const row = ends.findIndex((taken) => taken <= from);
  return row === -1 ? null : { row, end, label: null };
}
