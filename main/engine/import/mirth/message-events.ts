import type { EventKind } from '../../../../shared/model/vocabulary';
import { acknowledgementKind } from '../hl7/acknowledgement';
import type { EventFact } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import type { ConnectorMessage } from './mirth-message';

export interface MessageSettings {
  /** The engine, by name. */
  readonly system: string;
  readonly channel: string | null;
  /** The engine's own number of the message, where the message has no id of its own. */
  readonly engineId: string;
  /** A destination's or sender's name as a system: a mapping may translate it. */
  readonly nameOf: (name: string) => string;
}

/** What a source's status adds to the receipt. */
const sourceKinds: Readonly<Record<string, EventKind>> = {
  FILTERED: 'filtered',
  ERROR: 'rejected',
  QUEUED: 'queued',
  PENDING: 'queued',
};
/** A destination that has not sent yet holds the message. */
const destinationKinds: Readonly<Record<string, EventKind>> = {
  SENT: 'sent',
  FILTERED: 'filtered',
  ERROR: 'rejected',
  QUEUED: 'queued',
  PENDING: 'queued',
  RECEIVED: 'queued',
  TRANSFORMED: 'queued',
};

export interface MessageReading {
  readonly events: readonly EventFact[];
  /** Responses that acknowledge another message than the one that was sent. */
  readonly strangeAcknowledgements: readonly string[];
  readonly unknownStatuses: readonly string[];
}

/**
 * One message of the engine as lines of its log: received at the source, then one fate for each
 * destination, and the other side's answer. Handing over to another channel is the engine's own step.
 */
export function messageEvents(
  connectors: readonly ConnectorMessage[],
  settings: MessageSettings,
): MessageReading {
  const reading = { events: [], strangeAcknowledgements: [], unknownStatuses: [] } as Writable;
  const source = connectors.find((connector) => connector.metaDataId === 0);
  for (const connector of connectors) {
    const isSource = connector.metaDataId === 0;
    const kind = kindOf(isSource ? sourceKinds : destinationKinds, connector.status);
    if (kind === undefined && !(isSource && /^(RECEIVED|TRANSFORMED|SENT)$/.test(connector.status))) {
      reading.unknownStatuses.push(connector.status);
    }
    const base = baseOf(connector, source, settings);
    if (isSource) reading.events.push(...sourceEvents(connector, kind, base, settings));
    else {
      reading.events.push(...attemptEvents(connector, kind, base, settings));
      readAnswer(connector, base, settings, reading);
    }
  }
  return reading;
}

interface Writable extends MessageReading {
  readonly events: EventFact[];
  readonly strangeAcknowledgements: string[];
  readonly unknownStatuses: string[];
}

type Base = ReturnType<typeof baseOf>;

const kindOf = (kinds: Readonly<Record<string, EventKind>>, status: string): EventKind | undefined =>
  Object.hasOwn(kinds, status) ? kinds[status] : undefined;

const controlIdOf = (connector: ConnectorMessage, source: ConnectorMessage | undefined): string | null =>
  connector.content?.controlId ?? source?.content?.controlId ?? null;

/** What all lines of one connector share. */
function baseOf(
  connector: ConnectorMessage,
  source: ConnectorMessage | undefined,
  settings: MessageSettings,
) {
  return {
    system: settings.system,
    activity: connector.status === '' ? 'no status' : connector.status,
    message: controlIdOf(connector, source) ?? settings.engineId,
    record: connector.content?.record ?? source?.content?.record ?? null,
    attributes: attributesOf(connector, source, settings),
    line: connector.line,
  };
}

function sourceEvents(
  connector: ConnectorMessage,
  kind: EventKind | undefined,
  base: Base,
  { nameOf }: MessageSettings,
): EventFact[] {
  const time = connector.receivedAt;
  const sender = connector.content?.sender ?? null;
  const receipt: EventFact = connector.isInternal
    ? { ...base, kind: 'step', time }
    : { ...base, kind: 'received', peer: sender && nameOf(sender), time };
  return kind === undefined ? [receipt] : [receipt, { ...base, time, kind }];
}

const sendingTime = (connector: ConnectorMessage) =>
  connector.status === 'SENT' ? (connector.sentAt ?? connector.receivedAt) : connector.receivedAt;

function attemptEvents(
  connector: ConnectorMessage,
  kind: EventKind | undefined,
  base: Base,
  { nameOf }: MessageSettings,
): EventFact[] {
  if (connector.isInternal) return [{ ...base, time: sendingTime(connector), kind: 'step' }];
  const peer = nameOf(connector.name);
  const fate = (time: EventFact['time']): EventFact =>
    kind === undefined ? { ...base, time, kind: 'step' } : { ...base, time, kind, peer };
  if (connector.status !== 'ERROR' || connector.sentAt === null) return [fate(sendingTime(connector))];
  // An attempt that was refused is a sending too: without it the message would be missing from the count.
  const sending: EventFact = { ...base, time: connector.sentAt, kind: 'sent', peer };
  return [sending, fate(connector.respondedAt ?? connector.sentAt)];
}

/** The acknowledgement that the other side gave, where it gave one. */
function readAnswer(
  connector: ConnectorMessage,
  base: Base,
  { nameOf, engineId }: MessageSettings,
  reading: Writable,
): void {
  const answer = connector.response?.find((segment) => segment.name === 'MSA');
  const kind = acknowledgementKind(answer?.value(1) ?? null);
  if (answer === undefined || kind === undefined || connector.isInternal) return;
  const acknowledged = answer.value(2);
  const isNamed = base.message !== engineId;
  if (acknowledged !== null && isNamed && acknowledged !== base.message) {
    reading.strangeAcknowledgements.push(
      `${connector.name} answered ${base.message} with an acknowledgement of ${acknowledged}.`,
    );
  }
  reading.events.push({
    ...base,
    time: connector.respondedAt ?? sendingTime(connector),
    peer: nameOf(connector.name),
    activity: `ACK ${answer.value(1) ?? ''}`,
    kind,
    message: acknowledged ?? base.message,
  });
}

function attributesOf(
  connector: ConnectorMessage,
  source: ConnectorMessage | undefined,
  settings: MessageSettings,
) {
  const original = source?.content?.controlId ?? null;
  const own = connector.content?.controlId ?? null;
  return new AttributeBag()
    .add('channel', settings.channel)
    .add('connector', connector.name)
    .add('type', connector.content?.type ?? source?.content?.type)
    .add('site', source?.content?.site)
    .add('send attempts', connector.metaDataId === 0 ? null : connector.attempts)
    .add('received as', own === null || own === original ? null : original)
    .add('error', connector.error)
    .add('source channel', connector.sourceChannel)
    .add('source message', connector.sourceMessage)
    .toRecord();
}
