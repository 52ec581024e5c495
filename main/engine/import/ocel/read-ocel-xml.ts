import type { FactSink, ImportInput } from '../importer';
import type { XmlTag } from '../xml/read-xml';
import { readXmlRecords } from '../xml/read-xml-records';
import { readXmlRows } from '../xml/read-xml-rows';
import { XmlBroken } from '../xml/xml-broken';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml/xml-element';
import type { OcelLog } from './ocel-log';

const isIn = (parent: string, name: string) => (tag: XmlTag, ancestors: readonly XmlTag[]) =>
  tag.name === name && ancestors.at(-1)?.name === parent && ancestors.at(-2)?.name === 'log';

/** Twice through the file: objects first, wherever they stand. */
export async function readOcelXml(input: ImportInput, sink: FactSink, log: OcelLog): Promise<void> {
  try {
    await readXmlRecords(input.open(), {
      isRecord: isIn('objects', 'object'),
      record(element) {
        const id = fieldOf(element, 'id');
        if (id !== null)
          log.object(id, fieldOf(element, 'type'), changesOf(element), linksOf(element).length);
        else
          sink.warn(
            { line: element.line },
            'no-id',
            'An object without an id cannot be linked and is passed over.',
          );
      },
    });
  } catch (error) {
    // Where the document breaks is said when its events are read.
    if (!(error instanceof XmlBroken)) throw error;
  }
  await readXmlRows(input, sink, {
    empty: 'The log holds no event.',
    isRecord: isIn('events', 'event'),
    row: (element) =>
      log.event({
        id: fieldOf(element, 'id'),
        type: fieldOf(element, 'type') ?? keyed(element, 'activity'),
        time: fieldOf(element, 'time') ?? keyed(element, 'timestamp'),
        attributes: changesOf(element).map(({ name, value }) => [name, value] as const),
        links: linksOf(element),
        place: { line: element.line },
      }),
  });
}

/** A child with a key and a value, as version 1.0 writes everything (`<string key="id" value="e1"/>`). */
function keyed(element: XmlElement, key: string): string | null {
  const child = element.children.find((one) => attributeOf(one, 'key') === key);
  return child === undefined ? null : attributeOf(child, 'value');
}

const fieldOf = (element: XmlElement, name: string): string | null =>
  attributeOf(element, name) ?? keyed(element, name);

/** The members of a list of version 1.0. */
const listed = (element: XmlElement, key: string): readonly XmlElement[] =>
  element.children.find((one) => one.name === 'list' && attributeOf(one, 'key') === key)?.children ?? [];

function changesOf(element: XmlElement): { name: string; value: string; time: string | null }[] {
  const values = [...listed(element, 'vmap'), ...listed(element, 'ovmap')].map((one) => ({
    name: attributeOf(one, 'key') ?? '',
    value: attributeOf(one, 'value') ?? '',
    time: null,
  }));
  const attributes = childrenOf(childOf(element, 'attributes') ?? element, 'attribute').map((attribute) => ({
    name: attributeOf(attribute, 'name') ?? '',
    value: attribute.text.trim(),
    time: attributeOf(attribute, 'time'),
  }));
  return [...values, ...attributes];
}

/** Links stand in <objects>; the element is <relationship>, in older files <object>. */
function linksOf(element: XmlElement): { objectId: string; qualifier: string | null }[] {
  const links = [...(childOf(element, 'objects')?.children ?? []), ...listed(element, 'omap')];
  return links.flatMap((link) => {
    const objectId = attributeOf(link, 'object-id') ?? attributeOf(link, 'value');
    return objectId === null ? [] : [{ objectId, qualifier: attributeOf(link, 'qualifier') }];
  });
}
