/**
 * A JSON object as the cells of a row: nested objects by dotted names, arrays and what lies deeper than four
 * levels as JSON text. Names are own keys only, so a `__proto__` member is a column like any other.
 */
export function flattenObject(value: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  eachCell(value, (name, text) => void cells.set(name, text));
  return cells;
}

/** The same, one cell after another; of two of one name ("a.b" and b in a) the later holds. */
export function eachCell(
  object: Readonly<Record<string, unknown>>,
  put: (name: string, text: string) => void,
  prefix = '',
  depth = 1,
): void {
  for (const key of Object.keys(object)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const member = object[key];
    if (typeof member === 'string') put(name, member);
    else if (member === null || member === undefined) put(name, '');
    else if (typeof member === 'object') {
      const shown = shownValue(member);
      if (shown !== null) put(name, shown);
      else if (Array.isArray(member) || depth >= 4) put(name, JSON.stringify(member));
      else eachCell(member as Record<string, unknown>, put, name, depth + 1);
    } else put(name, String(member));
  }
}

/**
 * ServiceNow answers give a reference as its name and its identifier: {display_value, value} or
 * {display_value, link}; where names were not asked for, as the identifier alone: {link, value}.
 */
function shownValue(member: object): string | null {
  const { display_value: shown, ...rest } = member as Readonly<Record<string, unknown>>;
  const keys = Object.keys(rest);
  if (!keys.every((key) => key === 'value' || key === 'link')) return null;
  if (typeof shown === 'string') return shown;
  return shown === undefined && keys.length === 2 && typeof rest.value === 'string' ? rest.value : null;
}
