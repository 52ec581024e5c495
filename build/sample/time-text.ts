export type Zone = 'UTC' | 'Europe/London' | 'Europe/Berlin';

/** How a log writes its times. Local formats carry no zone: the reader must be told or assume one. */
export type TimeFormat =
  | 'iso'
  | 'iso seconds'
  | 'iso local'
  | 'iso offset'
  | 'dd/MM/yyyy HH:mm:ss'
  | 'MM/dd/yyyy HH:mm:ss'
  | 'yyyy/MM/dd HH:mm:ss'
  | 'dd.MM.yyyy HH:mm:ss'
  | 'epoch seconds'
  | 'epoch milliseconds'
  | 'hl7';

export interface TimeStyle {
  readonly format: TimeFormat;
  readonly zone: Zone;
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A moment (milliseconds since 1970 UTC) in a log's own way of writing. */
export function timeText(at: number, style: TimeStyle): string {
  const offsetHours = zoneOffsetHours(at, style.zone);
  const local = new Date(at + offsetHours * hourMs).toISOString();
  const year = local.slice(0, 4);
  const month = local.slice(5, 7);
  const day = local.slice(8, 10);
  const clock = local.slice(11, 19);
  switch (style.format) {
    case 'iso':
      return new Date(at).toISOString();
    case 'iso seconds':
      return `${new Date(at).toISOString().slice(0, 19)}Z`;
    case 'iso local':
      return `${local.slice(0, 10)} ${clock}`;
    case 'iso offset':
      return `${local.slice(0, 23)}+0${offsetHours}:00`;
    case 'dd/MM/yyyy HH:mm:ss':
      return `${day}/${month}/${year} ${clock}`;
    case 'MM/dd/yyyy HH:mm:ss':
      return `${month}/${day}/${year} ${clock}`;
    case 'yyyy/MM/dd HH:mm:ss':
      return `${year}/${month}/${day} ${clock}`;
    case 'dd.MM.yyyy HH:mm:ss':
      return `${day}.${month}.${year} ${clock}`;
    case 'epoch seconds':
      return String(Math.floor(at / 1000));
    case 'epoch milliseconds':
      return String(at);
    case 'hl7':
      return `${year}${month}${day}${clock.replaceAll(':', '')}`;
  }
}

/** True where the style keeps milliseconds. */
export function keepsMilliseconds(format: TimeFormat): boolean {
  return format === 'iso' || format === 'iso offset' || format === 'epoch milliseconds';
}

/** Europe changes its clocks at 01:00 UTC on the last Sundays of March and October. */
export function zoneOffsetHours(at: number, zone: Zone): number {
  if (zone === 'UTC') return 0;
  const winter = zone === 'Europe/Berlin' ? 1 : 0;
  const year = new Date(at).getUTCFullYear();
  const isSummer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
  return winter + (isSummer ? 1 : 0);
}

function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1));
  return lastDay.getTime() - lastDay.getUTCDay() * dayMs;
}
