/**
 * How JSON values follow each other in a file: `lines` is NDJSON (one value a line), `array` one big array,
 * `document` one object, or several pretty-printed ones after another.
 */
export type JsonLayout = 'lines' | 'array' | 'document';

/**
 * Tells the layout from the start of a file; null where it cannot be JSON. A torn or foreign line among
 * many good ones is still NDJSON: most of the complete lines decide.
 */
export function detectJsonLayout(head: string, isWhole: boolean): JsonLayout | null {
  const start = head.search(/[^\s\uFEFF]/);
  if (start < 0) return null;
  const first = head[start];
  const lines = head.slice(start).split(/\r?\n/);
  // The last line of a head that is not the whole file may be cut.
  if (!isWhole && lines.length > 1) lines.pop();
  const written = lines.filter((line) => line.trim() !== '').slice(0, 50);
  const good = written.filter(isJsonContainer).length;
  if (written.length > 1 && good > 1 && good * 2 > written.length) return 'lines';
  if (first === '[') return 'array';
  if (first === '{')
    return written.length > 1 && good === 1 && isWhole && isSeparateLine(written) ? 'lines' : 'document';
  return null;
}

/** Two lines of which one is torn: the first stands alone, or the second starts a value of its own. */
function isSeparateLine(written: readonly string[]): boolean {
  const [first, second] = written;
  return written.length === 2 && first !== undefined && second !== undefined
    ? isJsonContainer(first) ||
        (isJsonContainer(second) && second.startsWith('{') && !first.trim().endsWith('['))
    : false;
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
