import type { FileProbe } from '../importer';
import type { JsonElement } from './element';
import { detectJsonLayout, type JsonLayout } from './layout';
import { JsonLineSplitter } from './lines';
import { JsonScanner } from './scan';
import { parsePattern, selectValues } from './select';

export interface JsonPeek {
  readonly layout: JsonLayout;
  /** Selected values that are complete within the file's first part. */
  readonly values: readonly unknown[];
}

/** What the first part of a file holds, for telling formats apart; null where it is no JSON. `select` as for readJson. */
export function peekJson(probe: FileProbe, select?: readonly string[]): JsonPeek | null {
  if (probe.isBinary) return null;
  const layout = detectJsonLayout(probe.text, probe.isWhole);
  if (layout === null) return null;
  const patterns = (select ?? [layout === 'array' ? '/*' : '']).map(parsePattern);
  const values: unknown[] = [];
  const head = Buffer.from(probe.text);
  const limits = { maximumElementBytes: head.length + 1, byteOffset: null };
  const keep = (element: JsonElement): void => {
    if (!element.ok) return;
    if (layout !== 'lines') values.push(element.value);
    else for (const { value } of selectValues(element.value, patterns)) values.push(value);
  };
  const reader =
    layout === 'lines'
      ? new JsonLineSplitter(limits, keep)
      : new JsonScanner({ ...limits, select: patterns }, keep);
  reader.write(head);
  if (probe.isWhole) reader.end();
  return { layout, values };
}
