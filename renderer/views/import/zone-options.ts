import type { Option } from '../../widgets/choice';

const common = ['UTC', 'Europe/London', 'Europe/Dublin', 'Europe/Berlin', 'America/New_York'];
let options: readonly Option<string>[] | null = null;

/** Every zone of the time zone database, the likely ones first. */
export function zoneOptions(): readonly Option<string>[] {
  options ??= [...new Set([...common, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
    value,
    title: value,
  }));
  return options;
}
