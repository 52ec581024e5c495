/**
 * A JSON object as the cells of a row: nested objects by dotted names, arrays and what lies deeper than four
 * levels as JSON text. Names are own keys only, so a `__proto__` member is a column like any other.
 */
export function flattenObject(value: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  const walk = (object: Readonly<Record<string, unknown>>, prefix: string, depth: number): void => {
    for (const key of Object.keys(object)) {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      const member = object[key];
      if (member === null || member === undefined) cells.set(name, '');
      else if (typeof member === 'object') {
        const shown = shownValue(member);
        if (shown !== null) cells.set(name, shown);
        else if (Array.isArray(member) || depth >= 4) cells.set(name, JSON.stringify(member));
        else walk(member as Record<string, unknown>, name, depth + 1);
      } else cells.set(name, String(member));
    }
  };
  walk(value, '', 1);
  return cells;
}

/** ServiceNow answers give a reference as its name and its identifier: {display_value, value} or {display_value, link}. */
function shownValue(member: object): string | null {
  const { display_value: shown, ...rest } = member as Readonly<Record<string, unknown>>;
  const isReference = Object.keys(rest).every((key) => key === 'value' || key === 'link');
  return typeof shown === 'string' && isReference ? shown : null;
}
