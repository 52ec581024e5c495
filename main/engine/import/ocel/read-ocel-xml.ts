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
        const id = attributeOf(element, 'id');
        if (id !== null)
          log.object(id, attributeOf(element, 'type'), changesOf(element), linksOf(element).length);
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
        id: attributeOf(element, 'id'),
        type: attributeOf(element, 'type'),
        time: attributeOf(element, 'time'),
        attributes: changesOf(element).map(({ name, value }) => [name, value] as const),
        links: linksOf(element),
        place: { line: element.line },
      }),
  });
}

function changesOf(element: XmlElement): { name: string; value: string; time: string | null }[] {
  return childrenOf(childOf(element, 'attributes') ?? element, 'attribute').map((attribute) => ({
    name: attributeOf(attribute, 'name') ?? '',
    value: attribute.text.trim(),
    time: attributeOf(attribute, 'time'),
  }));
}

/** Links stand in <objects>; the element is <relationship>, in older files <object>. */
function linksOf(element: XmlElement): { objectId: string; qualifier: string | null }[] {
  return (childOf(element, 'objects')?.children ?? []).flatMap((link) => {
    const objectId = attributeOf(link, 'object-id');
    return objectId === null ? [] : [{ objectId, qualifier: attributeOf(link, 'qualifier') }];
  });
}
