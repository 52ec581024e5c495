import type { Place } from '../../../../shared/model/citation';
import { list, member, text } from '../json/value';
import { AttributeBag } from '../log/attribute-bag';
import type { MeshExchange, MeshStatus } from './mesh-exchange';

export type MeshRecord = 'message' | 'tracking' | 'mailbox' | 'workflow';

/** Either spelling of a field: the interface's first version writes messageId, its second message_id. */
export function field(value: unknown, camelCase: string): string | null {
  return text(value, camelCase) ?? text(value, snakeCaseOf(camelCase));
}

const snakeCaseOf = (camelCase: string): string =>
  camelCase.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const has = (value: unknown, camelCase: string): boolean =>
  member(value, camelCase) !== undefined || member(value, snakeCaseOf(camelCase)) !== undefined;

/** What one JSON object of MESH describes; null for anything else. */
export function meshRecordOf(value: unknown): MeshRecord | null {
  if (field(value, 'messageId') !== null) {
    const isStored = member(value, 'events') !== undefined && partyOf(value, 'sender') !== null;
    if (isStored) return 'message';
    const fields = [
      'uploadTimestamp',
      'downloadTimestamp',
      'failureDate',
      'statusSuccess',
      'linkedMsgId',
      'chunkCount',
    ];
    const isTracked = field(value, 'recipient') !== null && field(value, 'status') !== null;
    // A message that is young has most of them as null.
    const isOfMesh =
      fields.some((name) => has(value, name)) || (has(value, 'workflowId') && has(value, 'localId'));
    return isTracked && isOfMesh ? 'tracking' : null;
  }
  if (
    text(value, 'mailbox_id') !== null &&
    (text(value, 'mailbox_name') ?? text(value, 'ods_code')) !== null
  ) {
    return 'mailbox';
  }
  const isWorkflow = field(value, 'workflowId') !== null;
  return isWorkflow && Array.isArray(member(value, 'senders')) && Array.isArray(member(value, 'receivers'))
    ? 'workflow'
    : null;
}

/** A mailbox by its id, whether the record names it alone or describes it. */
function partyOf(value: unknown, role: 'sender' | 'recipient'): string | null {
  return text(value, role, 'mailbox_id') ?? field(value, role);
}

/** A message of a mailbox store with its status history. */
export function storedMessage(value: unknown, place: Place): MeshExchange {
  const metadata = member(value, 'metadata');
  return {
    messageId: field(value, 'messageId'),
    sender: partyOf(value, 'sender'),
    recipient: partyOf(value, 'recipient'),
    attributes: new AttributeBag()
      .add('workflow', field(value, 'workflowId'))
      .add('type', text(value, 'message_type'))
      .add('local id', field(metadata, 'localId'))
      .add('chunks', text(value, 'total_chunks'))
      .add('compressed', text(metadata, 'is_compressed'))
      .add('encrypted', text(metadata, 'encrypted'))
      .add('linked message', text(metadata, 'linked_message_id')),
    statuses: list(value, 'events').map((event) => ({
      word: text(event, 'status') ?? text(event, 'event') ?? 'status',
      time: text(event, 'timestamp'),
      code: text(event, 'code'),
      text: text(event, 'description'),
    })),
    place,
  };
}

/** The answer of the tracking interface: the times of a message's life, and where it stands. */
export function trackedMessage(value: unknown, place: Place): MeshExchange {
  const status = field(value, 'status') ?? 'status';
  const code = field(value, 'statusCode');
  const description = field(value, 'statusDescription');
  const statuses: MeshStatus[] = [];
  const uploaded = field(value, 'uploadTimestamp');
  const downloaded = field(value, 'downloadTimestamp');
  const failed = field(value, 'failureDate');
  if (uploaded !== null) statuses.push({ word: 'uploaded', time: uploaded });
  if (downloaded !== null) statuses.push({ word: 'downloaded', time: downloaded });
  const isFailure = failed !== null || /^(undeliverable|error|failed)$/i.test(status);
  const isSaid =
    (isFailure && failed === null) || !['accepted', 'acknowledged'].includes(status.toLowerCase());
  if (isFailure || isSaid || statuses.length === 0) {
    const time = isFailure ? (failed ?? field(value, 'statusTimestamp')) : field(value, 'statusTimestamp');
    statuses.push({ word: isFailure ? 'undeliverable' : status, time, code, text: description });
  }
  return {
    messageId: field(value, 'messageId'),
    sender: partyOf(value, 'sender'),
    recipient: partyOf(value, 'recipient'),
    attributes: new AttributeBag()
      .add('workflow', field(value, 'workflowId'))
      .add('type', field(value, 'messageType'))
      .add('local id', field(value, 'localId'))
      .add('chunks', field(value, 'chunkCount'))
      .add('status', status)
      .add('linked message', field(value, 'linkedMsgId')),
    statuses,
    place,
  };
}
