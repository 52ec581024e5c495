import { type Cell, delimitedText, encodeText, type TableStyle } from './delimited-text';
import type { LogLine, LogWindow } from './log-line';
import { type TimeStyle, timeText } from './time-text';

/** The fields of a line that have a meaning of their own; any other is one of its attributes. */
type OwnField = 'time' | 'system' | 'event' | 'peer' | 'message' | 'record' | 'error' | 'text';

export interface LogColumn {
  readonly field: OwnField | (string & {});
  readonly header: string;
}

/** One system's way of writing its log. */
export interface LogStyle {
  readonly file: string;
  readonly format: 'table' | 'json lines' | 'json array';
  readonly table: TableStyle;
  readonly columns: readonly LogColumn[];
  readonly time: TimeStyle;
  /** Its own words for events; the rest keep the plain ones. */
  readonly words?: Readonly<Partial<Record<LogLine['event'], string>>>;
  readonly order: 'oldest first' | 'newest first';
  /** How it writes names of other systems. */
  readonly nameCase?: 'as given' | 'upper' | 'lower';
  /** Lines before the header. */
  readonly banner?: readonly string[];
  /** Text put after the last line as it is: torn lines, things that are not rows. */
  readonly tail?: string;
  /** How many rows `tail` adds. */
  readonly tailRows?: number;
  /** The file ends in the middle of one more line, as a copy that was interrupted does. */
  readonly isTorn?: boolean;
}

/** The line's value under a field. */
function cellText(line: LogLine, field: LogColumn['field'], style: LogStyle): string {
  switch (field) {
    case 'time':
      return timeText(line.at, style.time);
    case 'system':
      return cased(line.system, style);
    case 'event':
      return style.words?.[line.event] ?? line.event;
    case 'peer':
      return cased(line.peer ?? '', style);
    case 'message':
      return line.message ?? '';
    case 'record':
      return line.record ?? '';
    case 'error':
      return line.error ?? '';
    default:
      return line.attributes?.[field] ?? '';
  }
}

function cased(name: string, style: LogStyle): string {
  if (style.nameCase === 'upper') return name.toUpperCase();
  return style.nameCase === 'lower' ? name.toLowerCase() : name;
}

/** The lines of one system as its file, and how many rows a reader finds in it. */
export function logFile(
  lines: readonly LogLine[],
  style: LogStyle,
): { readonly bytes: Buffer; readonly rows: number; readonly rejected: number } {
  // The place of equal times is kept: a log lists what it did in the order in which it did it.
  const ordered = [...lines].sort((a, b) => a.at - b.at);
  if (style.order === 'newest first') ordered.reverse();
  const values = ordered.map((line) => style.columns.map((column) => cellText(line, column.field, style)));
  let text: string;
  if (style.format === 'table') {
    const rows: Cell[][] = (style.banner ?? []).map((banner) => [banner]);
    rows.push(style.columns.map((column) => column.header));
    text = delimitedText([...rows, ...values], style.table);
  } else {
    const objects = values.map((row) => jsonObject(row, style));
    text =
      style.format === 'json lines'
        ? objects.map((object) => object + style.table.newline).join('')
        : `[\n${objects.join(',\n')}\n]\n`;
  }
  text += style.tail ?? '';
  if (style.isTorn) text += tornLine(values.at(-1) ?? [], style);
  const unusable = (style.tailRows ?? 0) + (style.isTorn ? 1 : 0);
  return {
    bytes: encodeText(text, style.table.encoding, style.table.byteOrderMark),
    rows: values.length + unusable,
    rejected: unusable,
  };
}

function jsonObject(row: readonly string[], style: LogStyle): string {
  const entries = style.columns.flatMap((column, index): [string, string | number][] => {
    const value = row[index] ?? '';
    if (value === '') return [];
    const isNumber = column.field === 'time' && style.time.format.startsWith('epoch');
    return [[column.header, isNumber ? Number(value) : value]];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** Cut where nobody can take what is left for a whole row: inside the object, or inside the first cell. */
function tornLine(row: readonly string[], style: LogStyle): string {
  const whole = style.format === 'table' ? delimitedText([row], style.table) : jsonObject(row, style);
  return whole.slice(0, style.format === 'table' ? 9 : Math.floor(whole.length / 2));
}

/** A system's heartbeats: from the start of its log, at its rhythm, and one in its last second. */
export function heartbeats(system: string, window: LogWindow): LogLine[] {
  if (!window.isWritten || window.heartbeatMs === null) return [];
  const moments: number[] = [];
  for (let at = window.from; at < window.to; at += window.heartbeatMs) moments.push(at);
  moments.push(window.to - 1000);
  return moments.map((at) => ({ at, system, event: 'heartbeat' }));
}
