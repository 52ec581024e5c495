/**
 * How JSON values follow each other in a file: `lines` is NDJSON (one value a line), `array` one big array,
 * `document` one object, or several pretty-printed ones after another.
 */
export type JsonLayout = 'lines' | 'array' | 'document';

/**
 * Tells the layout from the start of a file; null where it cannot be JSON. A torn or foreign line among
 * good ones is still NDJSON: at least half of the complete lines decide.
 */
export function detectJsonLayout(head: string, isWhole: boolean): JsonLayout | null {
  const trimmed = head.replace(/^[\s\uFEFF]+/, '');
  const lines = trimmed.split(/\r?\n/, 60);
  // The last line of a head that is not the whole file may be cut.
  if (!isWhole && lines.length > 1 && lines.length < 60) lines.pop();
  const written = lines.filter((line) => line.trim() !== '');
  const good = written.filter(isJsonContainer).length;
  const opensArray = written[0]?.trim() === '[';
  if (written.length > 1 && good > 0 && good * 2 >= written.length && !opensArray) return 'lines';
  if (trimmed.startsWith('[')) return 'array';
  return trimmed.startsWith('{') ? 'document' : null;
}

function isJsonContainer(line: string): boolean {
  const trimmed = line.trim();
  if (!/^(\{.*\}|\[.*\])$/s.test(trimmed)) return false;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}
