/** The names of the set before, in their own order and in the order of the text: most sets of a file are alike. */
let before: { readonly names: readonly string[]; readonly parts: readonly Part[] } = { names: [], parts: [] };

interface Part {
  readonly name: string;
  /** The name as JSON, with its colon. */
  readonly start: string;
}

/** Attributes as the case stores them: one JSON object, names in order, so that equal sets are equal text. */
export function attributesJson(attributes: Readonly<Record<string, string>>): string {
  const names = Object.keys(attributes);
  if (!isSame(names, before.names)) {
    const parts = [...names].sort().map((name) => ({ name, start: `${JSON.stringify(name)}:` }));
    before = { names, parts };
  }
  let json = '{';
  for (const { name, start } of before.parts) {
    if (json.length > 1) json += ',';
    json += start + quoted(attributes[name] ?? '');
  }
  return `${json}}`;
}

/** What needs no escape is put in quotes as it is. */
const quoted = (text: string): string => (/["\\]|[^ -~]/.test(text) ? JSON.stringify(text) : `"${text}"`);

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
