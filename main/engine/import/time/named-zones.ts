import { isKnownZone } from './zone';

/**
 * Abbreviations of zones that mean one offset wherever they are written in this field, in minutes east of
 * UTC. IST, CST of China and the like are left out: they mean several.
 */
const offsets: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 60,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** The offset that a text states: `Z`, `BST`, `+01`, `+0100`, `+01:00`; null where it is none of these. */
export function offsetOf(zone: string): number | null {
  const named = offsets[zone.toUpperCase()];
  if (named !== undefined) return named;
  const m = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!m) return null;
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
  return m[1] === '-' && minutes !== 0 ? -minutes : minutes;
}

/**
 * The zone that a column's header or a line above a table names for all its times: "Time (UTC)",
 * "timestampUtc", "All times are Europe/London". Null where it names none.
 */
export function zoneNamedIn(text: string): string | null {
  const iana =
    /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]+(?:\/[A-Za-z_]+)?/.exec(
      text,
    )?.[0];
  if (iana !== undefined && isKnownZone(iana)) return iana;
  const words = text.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z+]+/);
  if (words.some((word) => /^(utc|gmt|zulu)$/i.test(word))) return 'UTC';
  if (words.some((word) => word === 'BST' || word === 'London') || /\bUK\s+(local\s+)?time\b/i.test(text))
    return 'Europe/London';
  return words.includes('CET') || words.includes('CEST') ? 'Europe/Berlin' : null;
}
