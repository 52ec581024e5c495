import { parseMessage } from '../hl7/parse-message';
import { patientIdentifiers } from '../hl7/patient';
import type { Segment } from '../hl7/segment';
import { parseTime } from '../time/time-format';
import { childOf, childrenOf, childText, descendantsOf, type XmlElement } from '../xml/xml-element';

/** One connector's part in a message. */
export interface ConnectorMessage {
  /** 0 is the source; every other one a destination. */
  readonly metaDataId: number;
  readonly name: string;
  readonly status: string;
  readonly receivedAt: number | null;
  readonly sentAt: number | null;
  readonly respondedAt: number | null;
  readonly attempts: string | null;
  readonly error: string | null;
  readonly content: Hl7Content | null;
  readonly response: readonly Segment[] | null;
  /** The channel of the same engine that the message came from or goes to. */
  readonly isInternal: boolean;
  /** The upstream channel and message, where the engine itself handed the message over. */
  readonly sourceChannel: string | null;
  readonly sourceMessage: string | null;
  readonly line: number;
}

export interface Hl7Content {
  readonly type: string;
  readonly sender: string | null;
  readonly controlId: string | null;
  readonly record: string | null;
  readonly site: string | null;
}

/** The connector messages of one message, source first. */
export function connectorMessages(message: XmlElement): ConnectorMessage[] {
  const holder = childOf(message, 'connectorMessages');
  const entries =
    holder === null
      ? []
      : // Some programs that store such messages leave out the entries of the map.
        [holder, ...childrenOf(holder, 'entry')].flatMap((entry) => childrenOf(entry, 'connectorMessage'));
  return entries.map(connectorMessage).sort((a, b) => a.metaDataId - b.metaDataId);
}

function connectorMessage(element: XmlElement): ConnectorMessage {
  const metaDataId = Number(childText(element, 'metaDataId') ?? '0');
  const isSource = metaDataId === 0;
  const contents = isSource ? ['raw', 'encoded', 'transformed'] : ['sent', 'encoded', 'raw'];
  const responseText = contentOf(element, 'response') ?? '';
  return {
    metaDataId,
    name: childText(element, 'connectorName') ?? (isSource ? 'Source' : `Destination ${metaDataId}`),
    status: (childText(element, 'status') ?? '').toUpperCase(),
    receivedAt: timeOf(childOf(element, 'receivedDate')),
    sentAt: timeOf(childOf(element, 'sendDate')),
    respondedAt: timeOf(childOf(element, 'responseDate')),
    attempts: childText(element, 'sendAttempts'),
    error: errorOf(element),
    content:
      contents.map((name) => hl7Content(contentOf(element, name))).find((found) => found !== null) ?? null,
    response: parseMessage(responseText.slice(Math.max(0, responseText.search(/MSH[^\w\s]/)))),
    isInternal: isSource
      ? sourceMapValue(element, 'sourceChannelId') !== null
      : /\bVmDispatcherProperties\b/.test(contentOf(element, 'sent') ?? ''),
    sourceChannel: sourceMapValue(element, 'sourceChannelId'),
    sourceMessage: sourceMapValue(element, 'sourceMessageId'),
    line: element.line,
  };
}

/** <raw><content>…</content></raw>; what is encrypted or was removed by pruning is absent. */
function contentOf(element: XmlElement, name: string): string | null {
  const holder = childOf(element, name);
  return holder === null ? null : childText(holder, 'content');
}

/** Channels that keep their messages as bytes export them in base64; this one begins with "MSH". */
const base64OfHl7 = /^\s*TVNI[A-Za-z0-9+/=\s]+$/;

function hl7Content(text: string | null): Hl7Content | null {
  if (text !== null && base64OfHl7.test(text)) {
    return hl7Content(Buffer.from(text, 'base64').toString('utf8'));
  }
  // A destination's sent content is its settings with the message in one of their elements.
  const start = text?.search(/(^|[\s>])MSH[^\w\s]/) ?? -1;
  if (text === null || start === -1) return null;
  const segments = parseMessage(text.slice(start).replace(/^>/, ''));
  const header = segments?.[0];
  if (header === undefined) return null;
  const patient = segments?.find((segment) => segment.name === 'PID');
  return {
    type: [header.value(9), header.value(9, 2)].filter((part) => part !== null).join('^'),
    sender: header.value(3) ?? header.value(4),
    controlId: header.value(10),
    record: patientIdentifiers(patient, 3).record,
    site: header.value(4),
  };
}

/** <receivedDate><time>milliseconds</time>…</receivedDate>, or text in older exports. */
export function timeOf(element: XmlElement | null): number | null {
  if (element === null) return null;
  const text = childText(element, 'time') ?? element.text.trim();
  if (/^-?\d{1,15}$/.test(text)) return Number(text) * 1000;
  const parsed = parseTime(text, { kind: 'fields', order: 'ymd' });
  return parsed === null ? null : parsed.clock - (parsed.offsetMinutes ?? 0) * 60_000_000;
}

/** A value of the source map, which is serialised as entries of a key and a value of any type. */
function sourceMapValue(element: XmlElement, key: string): string | null {
  const map = childOf(element, 'sourceMapContent');
  if (map === null) return null;
  for (const inner of descendantsOf(map)) {
    if (inner.name !== 'entry' || inner.children[0]?.text.trim() !== key) continue;
    const value = inner.children[1];
    if (value !== undefined) return (value.text.trim() || value.children[0]?.text.trim()) ?? '';
  }
  return null;
}

function errorOf(element: XmlElement): string | null {
  for (const name of ['processingErrorContent', 'responseErrorContent', 'postProcessorErrorContent']) {
    const text = contentOf(element, name) ?? childText(element, name);
    const first = text?.split('\n').find((line) => line.trim() !== '');
    if (first !== undefined) return first.trim().slice(0, 200);
  }
  return null;
}
