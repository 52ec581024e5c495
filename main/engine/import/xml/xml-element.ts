/** One element read whole. Names are local: a prefix is dropped, because exporters choose it freely. */
export interface XmlElement {
  readonly name: string;
  /** As written, prefix included, in a prototype-free object. Ask with `attributeOf`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, entities resolved and CDATA included, without its children's. */
  readonly text: string;
  /** 1-based line on which the tag opens. */
  readonly line: number;
}

/** `xsi:type` -> `type`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its exact name, else by its local name under any prefix; null where absent. */
export function attributeOf(
  element: { readonly attributes: Readonly<Record<string, string>> },
  name: string,
) {
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  for (const key in element.attributes) {
    if (localName(key) === name) return element.attributes[key] ?? null;
  }
  return null;
}

/** The first child of that local name. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

/** Every child of that local name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name; null where there is none or it is empty. */
export function childText(element: XmlElement, name: string): string | null {
  const text = childOf(element, name)?.text.trim();
  return text === undefined || text === '' ? null : text;
}

/** The element and everything below it, in the document's order. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendantsOf(child);
}
