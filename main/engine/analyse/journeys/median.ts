/** The middle value; of an even number, halfway between the two middle ones; null of none. Reorders `values`. */
export function medianOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  values.sort();
  const middle = Math.floor(values.length / 2);
  const high = values[middle] ?? 0;
  return values.length % 2 === 1 ? high : ((values[middle - 1] ?? 0) + high) / 2;
}
