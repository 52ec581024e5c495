/**
 * A stored mapping as lines of "field: column": nested parts are joined by their keys. It was checked when
 * it was stored, but a case may come from anyone, so nothing about its shape is assumed.
 */
export function mappingLines(mapping: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof mapping !== 'object' || mapping === null) {
    return prefix === '' || mapping === null || mapping === undefined ? [] : [[prefix, String(mapping)]];
  }
  return Object.entries(mapping).flatMap(([key, value]) => {
    const name = prefix === '' || prefix === 'columns' ? key : `${prefix} · ${key}`;
    return mappingLines(value, name);
  });
}
