import type { EventKind } from '../../../../shared/model/vocabulary';
import type { EventFact } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import { attributeOf, childOf, childrenOf, descendantsOf, type XmlElement } from '../xml/xml-element';

const sourceRole = '110153';
const destinationRole = '110152';
/** Events that are a transfer by their own code (DICOM PS3.15, CID 400). */
const transfers: Readonly<Record<string, EventKind>> = { '110106': 'sent', '110107': 'received' };
const actions: Readonly<Record<string, EventKind>> = { C: 'filed', D: 'deleted' };

interface Participant {
  /** "facility|application" in HL7 transactions (IHE ITI), else a user or a machine. */
  readonly userId: string;
  readonly application: string;
  readonly isLocal: boolean;
}

/** The coded value's code, in the schema of DICOM (csd-code) or of RFC 3881 (code). */
function codeOf(element: XmlElement | null): string {
  return (element && (attributeOf(element, 'csd-code') ?? attributeOf(element, 'code'))) ?? '';
}

function wordOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  return (
    attributeOf(element, 'originalText') ?? attributeOf(element, 'displayName') ?? (codeOf(element) || null)
  );
}

/**
 * An audit message is a line of its audit source's log. Of the participants in the roles of source and
 * destination, the one that states a process id (AlternativeUserID, IHE ITI TF-2) is the audit source's own
 * side: that tells a sending from a receipt. Several patients make one event more for each.
 */
export function auditEvents(message: XmlElement, time: number, line: number): EventFact[] {
  const identification = childOf(message, 'EventIdentification');
  const eventId = identification && childOf(identification, 'EventID');
  const eventType = identification && childOf(identification, 'EventTypeCode');
  const outcome = (identification && attributeOf(identification, 'EventOutcomeIndicator')) ?? '0';
  const action = (identification && attributeOf(identification, 'EventActionCode')) ?? '';
  const audit = childOf(message, 'AuditSourceIdentification');
  const system = (audit && attributeOf(audit, 'AuditSourceID')) ?? null;
  const source = participantIn(message, sourceRole, system);
  const destination = participantIn(message, destinationRole, system);
  const transfer = transferOf(codeOf(eventId), source, destination);
  const done = transfer ?? (Object.hasOwn(actions, action) ? actions[action] : undefined) ?? 'step';
  const kind = outcome === '0' ? done : 'rejected';
  // Whom a refusal came from is kept among the attributes: only a sending of one's own is refused by a peer.
  const isSending = transfer === 'sent' && (kind === 'sent' || kind === 'rejected');
  const other = isSending ? destination : kind === 'received' ? source : null;
  const bag = new AttributeBag()
    .add('event', wordOf(eventId))
    .add('transaction', codeOf(eventType))
    .add('action', action)
    .add('outcome', outcome)
    .add('outcome text', textOf(identification, 'EventOutcomeDescription'))
    .add('enterprise site', audit && attributeOf(audit, 'AuditEnterpriseSiteID'))
    .add('source participant', source?.userId ?? null)
    .add('destination participant', destination?.userId ?? null);
  const patients = patientsOf(message);
  const event: EventFact = {
    time,
    system,
    activity: wordOf(eventType) ?? wordOf(eventId) ?? 'audit event',
    kind,
    peer: other?.application ?? null,
    message: messageIdOf(message),
    record: patients.length === 1 ? (patients[0] ?? null) : null,
    attributes: bag.toRecord(),
    line,
  };
  if (patients.length < 2) return [event];
  const { activity, attributes } = event;
  return [
    event,
    ...patients.map((record) => ({
      time,
      system,
      activity,
      kind: 'step' as const,
      record,
      attributes,
      line,
    })),
  ];
}

function transferOf(code: string, source: Participant | null, destination: Participant | null) {
  if (Object.hasOwn(transfers, code)) return transfers[code];
  if (source === null || destination === null || source.isLocal === destination.isLocal) return undefined;
  return source.isLocal ? 'sent' : 'received';
}

function participantIn(message: XmlElement, role: string, auditSource: string | null): Participant | null {
  const found = childrenOf(message, 'ActiveParticipant').find((participant) =>
    childrenOf(participant, 'RoleIDCode').some((code) => codeOf(code) === role),
  );
  if (found === undefined) return null;
  const userId = attributeOf(found, 'UserID') || attributeOf(found, 'NetworkAccessPointID') || '';
  const application = userId.split('|').at(-1)?.trim() || userId;
  const hasProcess = (attributeOf(found, 'AlternativeUserID') ?? '') !== '';
  const isAuditSource = auditSource !== null && userId.split('|').includes(auditSource);
  return userId === '' ? null : { userId, application, isLocal: hasProcess || isAuditSource };
}

/** Participant objects of type person and role patient; the id is a CX ("24^^^MPI&1.2&ISO^PI"). */
function patientsOf(message: XmlElement): string[] {
  const ids = childrenOf(message, 'ParticipantObjectIdentification')
    .filter(
      (object) =>
        attributeOf(object, 'ParticipantObjectTypeCode') === '1' &&
        attributeOf(object, 'ParticipantObjectTypeCodeRole') === '1',
    )
    .map((object) => attributeOf(object, 'ParticipantObjectID')?.split('^')[0]?.trim() ?? '');
  return [...new Set(ids.filter((id) => id !== ''))];
}

/** The HL7 control id of the message that was audited, in base64 (IHE ITI TF-2, 3.8.5). */
function messageIdOf(message: XmlElement): string | null {
  for (const element of descendantsOf(message)) {
    if (element.name !== 'ParticipantObjectDetail' || attributeOf(element, 'type') !== 'MSH-10') continue;
    const id = Buffer.from(attributeOf(element, 'value') ?? '', 'base64')
      .toString('utf8')
      .trim();
    if (id !== '') return id;
  }
  return null;
}

function textOf(element: XmlElement | null, name: string): string | null {
  return element === null ? null : (childOf(element, name)?.text.trim() ?? null);
}
