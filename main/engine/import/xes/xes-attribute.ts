import type { XmlElement } from '../xml/xml-element';

const attributeTags = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container']);

export function isAttributeTag(name: string): boolean {
  return attributeTags.has(name);
}

/**
 * The attributes of a trace or event as key and value, nested ones under "outer/inner" (IEEE 1849, 4.3:
 * any attribute may have attributes; a list keeps its items in <values>).
 */
export function eachAttribute(
  element: XmlElement,
  put: (key: string, value: string) => void,
  prefix = '',
): void {
  for (const child of element.children) {
    if (child.name === 'values') {
      eachAttribute(child, put, prefix);
    } else if (isAttributeTag(child.name)) {
      const key = prefix + (child.attributes.key ?? child.name);
      const value = child.attributes.value;
      if (value !== undefined) put(key, value);
      if (child.children.length > 0) eachAttribute(child, put, `${key}/`);
    }
  }
}
