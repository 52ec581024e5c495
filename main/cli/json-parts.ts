/** Elements printed at once: a string of everything may be longer than the longest string there is. */
const elementsPerPart = 5000;

/** One JSON document, indented by two spaces, in parts; the same text as `JSON.stringify(value, null, 2)`. */
export function* jsonParts(value: unknown): Generator<string> {
  yield* parts(value, '');
  yield '\n';
}

function* parts(value: unknown, indent: string): Generator<string> {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > elementsPerPart) {
    yield '[\n';
    for (let from = 0; from < value.length; from += elementsPerPart) {
      const some = value.slice(from, from + elementsPerPart) as unknown[];
      yield some.map((item) => `${inner}${indented(item, inner)}`).join(',\n');
      yield from + elementsPerPart < value.length ? ',\n' : '\n';
    }
    yield `${indent}]`;
  } else if (isObject(value) && Object.values(value).some(isLong)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    yield '{\n';
    for (const [index, [name, member]] of members.entries()) {
      yield `${inner}${JSON.stringify(name)}: `;
      yield* parts(member, inner);
      yield index < members.length - 1 ? ',\n' : '\n';
    }
    yield `${indent}}`;
  } else yield indented(value, indent);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > elementsPerPart;

const indented = (value: unknown, indent: string): string =>
  (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
