import type { FileProbe } from '../importer';
import { peekJson } from '../json/peek';
import type { SampleRow } from '../table/plan/sample-row';
import { findLists } from './find-lists';
import { flattenObject } from './flatten-object';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects as rows under a header of all their members: line 1 is the header, objects follow. */
export function rowsOfObjects(values: readonly unknown[], most = 2000): readonly SampleRow[] {
  const objects = values.filter(isObject).slice(0, most).map(flattenObject);
  const header = [...new Set(objects.flatMap((cells) => [...cells.keys()]))];
  return [
    { line: 1, cells: header },
    ...objects.map((cells, i) => ({ line: i + 2, cells: header.map((name) => cells.get(name) ?? '') })),
  ];
}

/** The first objects of a JSON file as rows, for a preview: of its first list where it holds several. */
export function sampleObjectRows(probe: FileProbe): readonly SampleRow[] {
  const peek = peekJson(probe);
  if (peek?.layout !== 'document') return rowsOfObjects(peek?.values ?? []);
  for (const { pointer } of findLists(probe.text)) {
    const values = peekJson(probe, [`${pointer}/*`])?.values ?? [];
    if (values.some(isObject)) return rowsOfObjects(values);
  }
  return rowsOfObjects(peek.values);
}
