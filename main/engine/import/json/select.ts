import { isJsonObject } from './value';

/** A path of keys and `*` (any key or index) from the root; `[]` is the root itself. */
export type Pattern = readonly string[];

/** `/events/*` as steps; `''` is the root. RFC 6901 escapes. */
export function parsePattern(pointer: string): Pattern {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export interface Selected {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  /** Index of the pattern. */
  readonly selected: number;
}

/** The selected parts of a value that is in memory already, in document order. */
export function selectValues(root: unknown, patterns: readonly Pattern[]): readonly Selected[] {
  const found: Selected[] = [];
  const visit = (value: unknown, path: readonly (string | number)[], alive: readonly number[]): void => {
    const selected = alive.find((index) => patterns[index]?.length === path.length);
    if (selected !== undefined) {
      found.push({ value, path, selected });
      return;
    }
    if (alive.length === 0 || typeof value !== 'object' || value === null) return;
    const members: Iterable<readonly [string | number, unknown]> = Array.isArray(value)
      ? value.entries()
      : isJsonObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, inner] of members) {
      const still = alive.filter((index) => {
        const step = patterns[index]?.[path.length];
        return step === '*' || step === String(key);
      });
      if (still.length > 0) visit(inner, [...path, key], still);
    }
  };
  visit(root, [], [...patterns.keys()]);
  return found;
}
