/** Attributes as the case stores them: one JSON object, names in order, so that equal sets are equal text. */
export function attributesJson(attributes: Readonly<Record<string, string>>): string {
  const names = Object.keys(attributes).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(attributes[name])}`).join(',')}}`;
}
