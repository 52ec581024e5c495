/** The start of a day as inventories write it: ISO, or day/month/year. */
export function dayIn(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  const british = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  const [y, m, d] = iso
    ? [iso[1], iso[2], iso[3]]
    : british
      ? [british[3], british[2], british[1]]
      : [undefined, undefined, undefined];
  if (y === undefined || m === undefined || d === undefined) return null;
  const at = Date.UTC(Number(y), Number(m) - 1, Number(d));
  const day = new Date(at);
  return day.getUTCMonth() === Number(m) - 1 ? day.toISOString() : null;
}
