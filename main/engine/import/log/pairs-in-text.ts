/** `name=value`, the value bare or in quotes, as programs write their state into a line (logfmt). */
const pair =
  /(?:^|[\s,;|([])([A-Za-z_@][\w.@-]{0,63})=(?:"((?:[^"\\]|\\.){0,2000})"|'([^']{0,2000})'|([^\s,;|"')\]]{0,2000}))/g;
const mostPairs = 100;

/** The names and values that the free text of a line states as pairs; none where only one stands there by chance. */
export function pairsInText(text: string): readonly (readonly [name: string, value: string])[] {
  const pairs: [string, string][] = [];
  for (const [, name = '', quoted, single, bare] of text.matchAll(pair)) {
    if (pairs.length === mostPairs) break;
    pairs.push([name, quoted?.replace(/\\(.)/g, '$1') ?? single ?? bare ?? '']);
  }
  return pairs.length < 2 ? [] : pairs;
}
