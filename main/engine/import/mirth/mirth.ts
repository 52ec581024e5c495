/*
 * Format: message exports of Mirth Connect / NextGen Connect / Open Integration Engine (XML).
 * Version: 3.x and 4.x (message with connectorMessages).
 * Spec: the product's user guide, "Message browser, export"; statuses R, F, T, S, Q, E, P.
 * Read: each message (the row): its receipt, one fate for each destination, the other side's answer.
 * Dropped: contents other than ids, attachments, channel and connector maps, intermediate transformations.
 */

import type { FactSink, Importer, ImportInput } from '../importer';
import { systemNames } from '../log/system-names';
import { readXmlRows } from '../xml/read-xml-rows';
import { childText, type XmlElement } from '../xml/xml-element';
import { messageEvents } from './message-events';
import { connectorMessages } from './mirth-message';

export const mirthImporter: Importer = {
  id: 'mirth',
  title: 'Mirth / NextGen Connect message export',
  version: 1,
  detects: 'XML <message> elements that hold connectorMessages.',
  fields: ['time', 'system', 'peer', 'event', 'message', 'record'],
  drops: ['message contents', 'attachments', 'channel and connector maps', 'intermediate transformations'],

  detect(probe) {
    if (!/^\s*</.test(probe.text) || !/<message[\s>]/.test(probe.text)) return null;
    const messages = probe.text.match(/<connectorMessages[\s>]/g)?.length ?? 0;
    if (messages === 0) return null;
    const count = probe.isWhole ? `${messages} messages` : `${messages} messages in the first part`;
    return { confidence: 0.97, summary: `Mirth message export, ${count}` };
  },

  async read(input, sink) {
    const reader = new MirthReader(input, sink);
    await readXmlRows(
      input,
      sink,
      {
        isRecord: (tag, ancestors) => tag.name === 'message' && ancestors.length < 3,
        row: (element) => reader.message(element),
        empty: 'The document holds no message of an integration engine.',
      },
      // A message carries its content several times over, documents included.
      { characters: 256 * 1024 * 1024, tokenCharacters: 64 * 1024 * 1024 },
    );
    reader.finish();
  },
};

class MirthReader {
  readonly #system: string | null;
  readonly #nameOf: (written: string) => string;
  readonly #servers = new Set<string>();
  #answers = 0;

  constructor(
    input: ImportInput,
    private readonly sink: FactSink,
  ) {
    const { mapping } = input;
    this.#system = mapping.constants?.system ?? null;
    this.#nameOf = systemNames(mapping);
  }

  message(element: XmlElement): void {
    const place = { line: element.line };
    const engineId = childText(element, 'messageId');
    const server = childText(element, 'serverId') ?? 'unnamed server';
    const channelId = childText(element, 'channelId');
    const connectors = connectorMessages(element);
    if (engineId === null || connectors.length === 0) {
      const lacks = engineId === null ? 'messageId' : 'connectorMessage';
      this.sink.reject(place, 'no-connector', `The message has no ${lacks}.`);
      return;
    }
    if (connectors.every((connector) => connector.receivedAt === null)) {
      this.sink.reject(place, 'bad-time', `Message ${engineId} has no receivedDate that is a time.`);
      return;
    }
    if (this.#servers.size < 100) this.#servers.add(server);
    const system = this.#system ?? `Mirth ${server.slice(0, 8)}`;
    const reading = messageEvents(connectors, {
      system: this.#nameOf(system),
      channel: channelName(element) ?? channelId,
      engineId: `${channelId ?? ''}/${engineId}`,
      nameOf: this.#nameOf,
    });
    for (const text of reading.strangeAcknowledgements) this.sink.warn(place, 'strange-ack', text);
    for (const status of reading.unknownStatuses) {
      this.sink.warn(place, 'unknown-status', `The status "${status}" is not one of the product's.`);
    }
    for (const event of reading.events) {
      if (event.activity.startsWith('ACK ')) this.#answers += 1;
      this.sink.event(event);
    }
    this.sink.accept();
  }

  finish(): void {
    if (this.#system === null && this.#servers.size > 0) {
      this.sink.note(
        `The engine is called after its server id (${[...this.#servers].map((id) => id.slice(0, 8)).join(', ')}). Set constants.system in the mapping to its name, and values.peer to translate the names of destinations.`,
      );
    }
    if (this.#answers > 0)
      this.sink.note('An acknowledgement is the receiver’s claim; AA can mean no more than "staged".');
    this.sink.note(
      'Engines purge their stores: a message that is not in this export may still have been sent.',
    );
  }
}

function channelName(message: XmlElement): string | null {
  for (const child of message.children) {
    if (child.name !== 'connectorMessages') continue;
    for (const entry of child.children) {
      for (const connector of entry.children) {
        const name = childText(connector, 'channelName');
        if (name !== null) return name;
      }
    }
  }
  return null;
}
