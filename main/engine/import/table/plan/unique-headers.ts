/**
 * Headers of which none stands twice, so that no column takes another's place: the second "Note" is
 * "Note (2)", an empty one "Column 7".
 */
export function uniqueHeaders(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, column) => {
    const name = cell.replace(/\s+/g, ' ').trim();
    if (name === '') return '';
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1) return name;
    const numbered = `${name} (${times})`;
    return cells.some((other) => other.trim() === numbered) ? `${name} (column ${column + 1})` : numbered;
  });
}
