import { AttributeBag } from '../log/attribute-bag';
import { childrenOf, childText, type XmlElement } from '../xml/xml-element';
import type { MeshExchange, MeshStatus } from './mesh-exchange';

/** A status record's word: "success" is of the transport; code 14 is a message that nobody ever collected. */
function wordOf(event: string | null, status: string | null, code: string | null): string {
  if (code === '14' || /^(error|failure|failed)$/i.test(status ?? '')) return 'undeliverable';
  if (/collect|receive|download/i.test(event ?? '')) return 'collected';
  return 'accepted';
}

/** Without parties, an id or a status nothing can be said of any message. */
export const saysNothing = ({ sender, recipient, messageId, statuses }: MeshExchange): boolean =>
  sender === null && recipient === null && messageId === null && statuses.every(({ time }) => time === null);

/** A control file (DTSControl), which goes before or after its message's data file. */
export function controlFile(element: XmlElement): MeshExchange {
  const records = childrenOf(element, 'StatusRecord');
  const statuses: MeshStatus[] = records.map((record) => {
    const event = childText(record, 'Event');
    const code = childText(record, 'StatusCode');
    return {
      word: wordOf(event, childText(record, 'Status'), code),
      time: childText(record, 'DateTime'),
      code,
      text: childText(record, 'Description'),
    };
  });
  const isReport = /^report$/i.test(childText(element, 'MessageType') ?? '');
  const from = childText(element, 'From_DTS');
  const to = childText(element, 'To_DTS');
  // A report goes back to the sender of the message that it speaks of.
  const [sender, recipient] = isReport ? [to, from] : [from, to];
  return {
    messageId: childText(element, 'DTSId') ?? childText(element, 'LocalId'),
    sender,
    recipient,
    attributes: new AttributeBag()
      .add('workflow', childText(element, 'WorkflowId'))
      .add('type', childText(element, 'MessageType'))
      .add('local id', childText(element, 'LocalId'))
      .add('subject', childText(element, 'Subject'))
      .add('compressed', childText(element, 'IsCompressed') ?? childText(element, 'Compress'))
      .add('encrypted', childText(element, 'Encrypted')),
    // Without a status the file only says that a message was made ready for sending.
    statuses: statuses.length === 0 ? [{ word: 'uploading', time: null }] : statuses,
    place: { line: element.line },
  };
}
