import type { EventFact } from '../importer';
import { list, member, text } from '../json/value';
import { AttributeBag } from '../log/attribute-bag';
import { wordOf } from './reference';

export interface MessageContext {
  /** Bundle.timestamp: a MessageHeader has no time of its own. */
  readonly time: number | null;
  readonly record: string | null;
  /** The system that captured the file, where the mapping says so. */
  readonly capturedBy: string | null;
  readonly line: number;
}

/**
 * A message says who sent it to whom; one with a response is its sender's word on an earlier message, whose
 * MessageHeader.id it repeats. One event for each destination.
 */
export function messageEvents(resource: unknown, context: MessageContext): EventFact[] {
  const { time, record, capturedBy, line } = context;
  const sender = text(resource, 'source', 'name') ?? text(resource, 'source', 'endpoint');
  const destinations = list(resource, 'destination').map(
    (one) => text(one, 'name') ?? text(one, 'target', 'display') ?? text(one, 'endpoint'),
  );
  const event = wordOf(member(resource, 'eventCoding')) ?? text(resource, 'eventUri') ?? 'message';
  const response = text(resource, 'response', 'code');
  const bag = new AttributeBag()
    .add('software', text(resource, 'source', 'software'))
    .add('response', response)
    .add('reason', wordOf(member(resource, 'reason')));
  const base = { time, record, attributes: bag.toRecord(), line };
  return (destinations.length === 0 ? [null] : destinations).map((receiver) => {
    if (response !== null) {
      return {
        ...base,
        // A line of the log of whoever got the answer, about the system that gave it.
        system: capturedBy ?? receiver,
        peer: capturedBy !== null && capturedBy === sender ? receiver : sender,
        activity: `${event} response ${response}`,
        kind: response === 'ok' ? 'acknowledged' : 'rejected',
        message: text(resource, 'response', 'identifier'),
      };
    }
    const isReceipt = capturedBy !== null && capturedBy !== sender;
    return {
      ...base,
      system: capturedBy ?? sender,
      peer: isReceipt ? sender : receiver,
      activity: event,
      kind: isReceipt ? 'received' : 'sent',
      message: text(resource, 'id'),
    };
  });
}
