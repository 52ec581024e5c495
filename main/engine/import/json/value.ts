/**
 * Reading `unknown` values of a JSON file. Only own members count, so a key such as `__proto__` or
 * `constructor` is a key like any other and reaches no prototype.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member at a path of keys and indices; undefined where any step is missing. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof key === 'number') {
      if (!Array.isArray(at)) return undefined;
      at = at[key];
    } else {
      if (!isJsonObject(at) || !Object.hasOwn(at, key)) return undefined;
      at = at[key];
    }
  }
  return at;
}

/** Text at a path, trimmed; numbers and booleans in their JSON spelling; null for anything else or blank. */
export function text(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = member(value, ...path);
  if (typeof found === 'string') return found.trim() === '' ? null : found.trim();
  if (typeof found === 'number' || typeof found === 'boolean') return String(found);
  return null;
}

/** The array at a path; empty where there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = member(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Own members of the object at a path, in file order; empty where there is none. */
export function entries(
  value: unknown,
  ...path: readonly (string | number)[]
): readonly (readonly [string, unknown])[] {
  const found = member(value, ...path);
  return isJsonObject(found) ? Object.entries(found) : [];
}
