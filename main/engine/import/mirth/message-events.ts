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
  const events: EventFact[] = [];
  const strangeAcknowledgements: string[] = [];
  const unknownStatuses: string[] = [];
  const source = connectors.find((connector) => connector.metaDataId === 0);
  const record = source?.content?.record ?? null;
  const sender = source?.content?.sender ?? null;
  const { system, nameOf } = settings;
  for (const connector of connectors) {
    const isSource = connector.metaDataId === 0;
    const kinds = isSource ? sourceKinds : destinationKinds;
    const kind = Object.hasOwn(kinds, connector.status) ? kinds[connector.status] : undefined;
    if (kind === undefined && !(isSource && /^(RECEIVED|TRANSFORMED|SENT)$/.test(connector.status))) {
      unknownStatuses.push(connector.status);
    }
    const controlId = connector.content?.controlId ?? source?.content?.controlId ?? null;
    const peer = isSource ? sender && nameOf(sender) : nameOf(connector.name);
    const base = {
      system,
      activity: connector.status === '' ? 'no status' : connector.status,
      message: controlId ?? settings.engineId,
      record: connector.content?.record ?? record,
      attributes: attributesOf(connector, source, settings),
      line: connector.line,
    };
    if (isSource) {
      const receipt = connector.isInternal ? { kind: 'step' as const } : { kind: 'received' as const, peer };
      events.push({ ...base, ...receipt, time: connector.receivedAt });
      if (kind !== undefined) events.push({ ...base, time: connector.receivedAt, kind });
      continue;
    }
    const time =
      connector.status === 'SENT' ? (connector.sentAt ?? connector.receivedAt) : connector.receivedAt;
    if (connector.isInternal) events.push({ ...base, time, kind: 'step' });
    else {
      // An attempt that was refused is a sending too: without it the message would be missing from the count.
      const wasTried = connector.status === 'ERROR' && connector.sentAt !== null;
      if (wasTried) events.push({ ...base, time: connector.sentAt, kind: 'sent', peer });
      const at = wasTried ? (connector.respondedAt ?? connector.sentAt) : time;
      events.push({ ...base, time: at, ...(kind === undefined ? { kind: 'step' } : { kind, peer }) });
    }
    const answer = connector.response?.find((segment) => segment.name === 'MSA');
    const answered = acknowledgementKind(answer?.value(1) ?? null);
    if (answer === undefined || answered === undefined || connector.isInternal) continue;
    const acknowledged = answer.value(2);
    if (acknowledged !== null && controlId !== null && acknowledged !== controlId) {
      strangeAcknowledgements.push(
        `${connector.name} answered ${controlId} with an acknowledgement of ${acknowledged}.`,
      );
    }
    events.push({
      ...base,
      time: connector.respondedAt ?? time,
      peer,
      activity: `ACK ${answer.value(1) ?? ''}`,
      kind: answered,
      message: acknowledged ?? base.message,
    });
  }
  return { events, strangeAcknowledgements, unknownStatuses };
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
