import type { EventKind } from '../../../../shared/model/vocabulary';
import type { EventFact } from '../importer';
import { list, member, text } from '../json/value';
import { AttributeBag } from '../log/attribute-bag';
import { codesOf, nameOfReference, patientOf, wordOf } from './reference';

/** DICOM roles of the machines that took part. */
const sourceRole = '110153';
const destinationRole = '110152';
/** DICOM audit events that are themselves a transfer. */
const transfers: Readonly<Record<string, EventKind>> = { '110106': 'sent', '110107': 'received' };
/** AuditEvent.action: create, read, update, delete, execute. */
const actions: Readonly<Record<string, EventKind>> = { C: 'filed', D: 'deleted' };
/** Names under which systems keep the id of the message or request in an entity's details. */
const messageDetail = /^(msh-10|message ?(control )?id|x-request-id|request ?id|correlation ?id)$/i;

/**
 * An AuditEvent is a line of its observer's log. A failure (outcome 4, 8 or 12) is a refusal whatever was
 * tried; an export or import is a transfer between the agents in the roles of source and destination.
 */
export function auditEvent(resource: unknown, time: number, line: number): EventFact {
  const source = agentIn(resource, sourceRole);
  const destination = agentIn(resource, destinationRole);
  const system = nameOfReference(member(resource, 'source', 'observer')) ?? text(resource, 'source', 'site');
  // R5 has a Coding, of the same codes or of the severities of an OperationOutcome.
  const outcome = text(resource, 'outcome') ?? text(resource, 'outcome', 'code', 'code') ?? '0';
  const action = text(resource, 'action') ?? '';
  const codes = [
    text(resource, 'type', 'code'),
    ...list(resource, 'subtype').map((one) => text(one, 'code')),
  ];
  const transferCode = codes.find((code) => code !== null && Object.hasOwn(transfers, code));
  const transfer = transferCode == null ? undefined : transfers[transferCode];
  const done = transfer ?? (Object.hasOwn(actions, action) ? actions[action] : undefined) ?? 'step';
  const kind = /^(0|success|information|warning)$/.test(outcome) ? done : 'rejected';
  // Whom a refusal came from is kept among the attributes: only a sending of one's own is refused by a peer.
  const isSending = transfer === 'sent' && (kind === 'sent' || kind === 'rejected');
  const peer = isSending ? destination : kind === 'received' ? source : null;
  const bag = new AttributeBag()
    .add('type', wordOf(member(resource, 'type')))
    .add('action', action)
    .add('outcome', text(resource, 'outcome') ?? text(resource, 'outcome', 'code', 'code'))
    .add('outcome text', text(resource, 'outcomeDesc'))
    .add('site', text(resource, 'source', 'site'))
    .add('source agent', source)
    .add('destination agent', destination)
    .add('requested by', requestorOf(resource));
  for (const purpose of list(resource, 'purposeOfEvent')) bag.add('purpose', wordOf(purpose));
  return {
    time,
    system,
    activity:
      wordOf(list(resource, 'subtype')[0]) ??
      wordOf(member(resource, 'type')) ??
      wordOf(member(resource, 'code')) ??
      'AuditEvent',
    kind,
    peer: peer === system ? null : peer,
    message: messageOf(resource),
    record: recordOf(resource),
    attributes: bag.toRecord(),
    line,
  };
}

function agentIn(resource: unknown, role: string): string | null {
  const agent = list(resource, 'agent').find(
    (one) =>
      codesOf(member(one, 'type')).includes(role) || list(one, 'role').some((r) => codesOf(r).includes(role)),
  );
  return (
    text(agent, 'name') ??
    text(agent, 'who', 'display') ??
    text(agent, 'network', 'address') ??
    nameOfReference(member(agent, 'who')) ??
    text(agent, 'altId')
  );
}

function requestorOf(resource: unknown): string | null {
  const agent = list(resource, 'agent').find((one) => member(one, 'requestor') === true);
  return text(agent, 'name') ?? nameOfReference(member(agent, 'who')) ?? text(agent, 'altId');
}

/** The patient: the entity that is one by its reference, by its type (person) or by its role. */
function recordOf(resource: unknown): string | null {
  const entities = list(resource, 'entity');
  for (const entity of entities) {
    const patient = patientOf(member(entity, 'what'));
    if (patient !== null) return patient;
  }
  const person = entities.find(
    (entity) => text(entity, 'role', 'code') === '1' && text(entity, 'what', 'identifier', 'value') !== null,
  );
  return text(person, 'what', 'identifier', 'value');
}

function messageOf(resource: unknown): string | null {
  for (const entity of list(resource, 'entity')) {
    // IHE's Basic Audit Log Patterns give the request's id as an entity of its own.
    const request =
      text(entity, 'type', 'code') === 'XrequestId' ? text(entity, 'what', 'identifier', 'value') : null;
    if (request !== null) return request;
    for (const detail of list(entity, 'detail')) {
      if (!messageDetail.test(text(detail, 'type') ?? '')) continue;
      const coded = text(detail, 'valueBase64Binary');
      const value =
        text(detail, 'valueString') ?? (coded && Buffer.from(coded, 'base64').toString('utf8').trim());
      if (value !== null && value !== '') return value;
    }
  }
  return null;
}
