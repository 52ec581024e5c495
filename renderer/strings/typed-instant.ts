/** A date and time as typed, taken as UTC where it names no zone; null where it is none. */
export function instantOf(typed: string): string | null {
  const text = typed.trim().replace(' ', 'T');
  const date = new Date(
    /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.length === 10 ? `${text}T00:00` : text}Z`,
  );
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
