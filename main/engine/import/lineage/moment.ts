import { parseTime } from '../time/time-format';

/** An ISO 8601 moment in microseconds since 1970 UTC; without an offset taken as UTC. Null for anything else. */
export function momentOf(text: string | null): number | null {
  if (text === null) return null;
  const parsed = parseTime(text, { kind: 'fields', order: 'ymd' });
  return parsed === null ? null : parsed.clock - (parsed.offsetMinutes ?? 0) * 60_000_000;
}
