const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const unitWords = /(sec(?:ond)?s?|s|min(?:ute)?s?|m|h(?:ou)?rs?|h|d(?:ays?)?|w(?:ee)?ks?|w)\b/i;

/**
 * A delay in seconds: a number in the unit of the header ("Max delay (minutes)"), a number with its own
 * unit ("2 hours"), ISO 8601 ("PT1H30M") or a clock ("01:30:00"). Null where none can be read; a bare
 * number without any unit is taken as minutes, the usual of interface registers.
 */
export function delaySecondsOf(text: string, header: string): number | null {
  const value = text.trim().toLowerCase();
  const iso = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/.exec(value);
  if (iso && value.length > 1) {
    const [, w, d, h, m, s] = iso.map((part) => Number(part ?? 0));
    return (w ?? 0) * 604_800 + (d ?? 0) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0);
  }
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(value);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const parts = [...value.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]*)/g)];
  if (parts.length === 0) return null;
  const inHeader = unitWords.exec(
    header.replace(/^.*?(?=\(|\bin\b|_|\b(?:min|sec|hour|hr|day|week))/i, ''),
  )?.[1];
  let total = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = word === '' ? (inHeader ?? 'm') : unitWords.exec(word)?.[1];
    const seconds = unit ? unitSeconds[unit[0]?.toLowerCase() ?? ''] : undefined;
    if (seconds === undefined) return null;
    total += Number(number.replace(',', '.')) * seconds;
  }
  return total;
}
