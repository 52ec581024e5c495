/** Microseconds UTC as ISO 8601; years outside 0000 to 9999 are written with a sign, as the standard asks. */
export function isoTime(micros: number): string {
  const millis = Math.floor(micros / 1000);
  if (Math.abs(millis) > 8.64e15)
    return micros < 0 ? '-271821-04-20T00:00:00.000Z' : '+275760-09-13T00:00:00.000Z';
  const text = new Date(millis).toISOString();
  const rest = micros - millis * 1000;
  return rest === 0 ? text : `${text.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

/** `isoTime` for many times one after another, of which most fall on the day of the one before. */
export function isoTimes(): (micros: number) => string {
  const dayMillis = 86_400_000;
  const pairs = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
  let day = Number.NaN;
  let date = '';
  return (micros) => {
    const millis = Math.floor(micros / 1000);
    const current = Math.floor(millis / dayMillis);
    if (Math.abs(millis) > 8.64e15) return isoTime(micros);
    if (current !== day) {
      day = current;
      date = new Date(day * dayMillis).toISOString().slice(0, -'00:00:00.000Z'.length);
    }
    const seconds = Math.floor((millis - day * dayMillis) / 1000);
    const minutes = Math.floor(seconds / 60);
    const clock = `${pairs[Math.floor(minutes / 60)]}:${pairs[minutes % 60]}:${pairs[seconds % 60]}`;
    const rest = micros - millis * 1000;
    const thousandths = String(millis - Math.floor(millis / 1000) * 1000).padStart(3, '0');
    return `${date}${clock}.${thousandths}${rest === 0 ? '' : String(rest).padStart(3, '0')}Z`;
  };
}

export const isoTimeOrNull = (micros: number | null): string | null =>
  micros === null || Number.isNaN(micros) ? null : isoTime(micros);

/** A length of time in words a person reads at a glance. */
export function spanText(micros: number): string {
  if (!Number.isFinite(micros)) return 'any length';
  const minutes = Math.abs(micros) / 60_000_000;
  if (minutes < 2) return `${Math.round(Math.abs(micros) / 1e6)} seconds`;
  if (minutes < 120) return `${Math.round(minutes)} minutes`;
  if (minutes < 72 * 60) return `${Math.round(minutes / 6) / 10} hours`;
  return `${Math.round(minutes / 144) / 10} days`;
}
