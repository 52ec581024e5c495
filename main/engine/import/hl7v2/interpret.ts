import type { EventKind } from '../../../../shared/model/vocabulary';
import { acknowledgementKind } from '../hl7/acknowledgement';
import { type PatientIdentifiers, patientIdentifiers } from '../hl7/patient';
import type { Segment } from '../hl7/segment';
import type { EventFact } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import type { NamedCapture } from './capture-by-name';

/** Who sends or receives, as MSH names it. */
export interface Party {
  readonly application: string | null;
  readonly facility: string | null;
}

/** A person's word on where a file was captured, from the mapping's constants. */
export interface Capture {
  readonly system: string | null;
  /** 'received' or 'sent', where the person says which way the file was written. */
  readonly direction: EventKind | null;
  /** What the file's name says of it, where the mapping does not. */
  readonly named: NamedCapture;
}

export interface Interpretation {
  readonly events: readonly EventFact[];
  readonly sender: Party;
  readonly receiver: Party;
  readonly patient: PatientIdentifiers;
  /** Numbers that a merge replaced, each by `patient.record`. */
  readonly superseded: readonly string[];
  readonly time: { readonly text: string; readonly value: number | null } | null;
  readonly controlId: string | null;
  readonly sequence: number | null;
  /** An acknowledgement that says yes and reports an error, in words. */
  readonly contradiction: string | null;
  readonly isAcknowledgement: boolean;
  /** The first segment ends before it says what message this is. */
  readonly isTorn: boolean;
}

/** Triggers by which one patient number replaces another (HL7 v2 chapter 3). */
const mergeTriggers = new Set(['A18', 'A30', 'A34', 'A36', 'A39', 'A40', 'A46', 'A47']);

/**
 * What one message says happened. A message is its sender's claim to have sent it, unless the mapping says
 * which system captured the file. MSA makes the message the receiver's word on another message, whose
 * control id MSA-2 repeats.
 */
export function interpretMessage(
  segments: readonly Segment[],
  capture: Capture,
  nameOf: (party: Party) => string | null,
  readTime: (text: string) => number | null,
): Interpretation | null {
  const header = segments.find((segment) => segment.name === 'MSH');
  if (header === undefined) return null;
  const find = (name: string) => segments.find((segment) => segment.name === name);
  const sender = partyOf(header, 3, 4);
  const receiver = partyOf(header, 5, 6);
  const timeText = header.value(7);
  const time = timeText === null ? null : { text: timeText, value: readTime(timeText) };
  const patient = patientOf(find('PID'));
  const type = [header.value(9), header.value(9, 2)].filter((part) => part !== null).join('^');
  const acknowledgement = find('MSA');
  const isPureAcknowledgement = acknowledgement !== undefined && (header.value(9) ?? 'ACK') === 'ACK';
  const bag = commonAttributes(header, sender, receiver, segments);
  const base = { time: time?.value ?? null, record: patient.record, line: header.line };
  const events: EventFact[] = [];
  let contradiction: string | null = null;

  if (acknowledgement !== undefined) {
    const code = acknowledgement.value(1)?.toUpperCase() ?? '';
    const errors = errorsOf(segments);
    const kind = acknowledgementKind(code);
    if (kind === 'acknowledged' && errors.some((error) => error.isError)) {
      contradiction = `MSA-1 says ${code}, and ERR reports an error.`;
    }
    const own = new AttributeBag().addAll(Object.entries(bag.toRecord() ?? {}));
    own.add('acknowledgement', code).add('acknowledgement text', acknowledgement.value(3));
    own.add('own message', header.value(10));
    for (const error of errors) own.add('error', error.text);
    events.push({
      ...base,
      ...listenerOf(nameOf(sender), nameOf(receiver), capture),
      activity: `${type === '' ? 'ACK' : type} ${code}`.trim(),
      ...(kind === undefined ? {} : { kind }),
      message: acknowledgement.value(2),
      attributes: own.toRecord(),
    });
  }
  if (!isPureAcknowledgement) {
    const names = { sender: nameOf(sender), receiver: nameOf(receiver) };
    events.push({
      ...base,
      ...sideOf(names.sender, names.receiver, capture),
      activity: type === '' ? 'message' : type,
      message: header.value(10),
      attributes: bag.toRecord(),
    });
  }
  const isMerge = mergeTriggers.has(header.value(9, 2) ?? '');
  const prior = isMerge ? patientIdentifiers(find('MRG'), 1) : null;
  const sequence = Number(header.value(13) ?? 'none');
  return {
    events,
    sender,
    receiver,
    patient,
    superseded: [prior?.record ?? null, prior?.alsoKnownAs ?? null].filter((id) => id !== null),
    time,
    controlId: header.value(10),
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : null,
    contradiction,
    isAcknowledgement: acknowledgement !== undefined,
    isTorn: acknowledgement === undefined && type === '' && header.value(10) === null,
  };
}

/** PID-3 since version 2.3; before it the number stood in PID-2. */
function patientOf(segment: Segment | undefined): PatientIdentifiers {
  const listed = patientIdentifiers(segment, 3);
  return listed.record === null ? patientIdentifiers(segment, 2) : listed;
}

/**
 * An acknowledgement is a line of the log of whoever got it, about the system that gave it: an answer heard
 * proves nothing of the answering system's own log.
 */
function listenerOf(answering: string | null, asking: string | null, capture: Capture) {
  const system = capture.system ?? asking;
  return { system, peer: system !== null && system === answering ? asking : answering };
}

/**
 * The end at which the file's name says the message was captured; null where it says nothing, or both. Of a
 * message that came in that is the receiver, of one that went out the sender.
 */
function capturedAt(sender: string | null, receiver: string | null, capture: Capture): string | null {
  const direction = capture.direction ?? capture.named.direction;
  if (direction !== null) return direction === 'received' ? receiver : sender;
  const [isSender, isReceiver] = [capture.named.isNamedFor(sender), capture.named.isNamedFor(receiver)];
  return isSender === isReceiver ? null : isReceiver ? receiver : sender;
}

/** Whose line it is and which way it went. */
function sideOf(sender: string | null, receiver: string | null, capture: Capture) {
  const { direction } = capture;
  const system = capture.system ?? capturedAt(sender, receiver, capture);
  if (system === null) return { system: sender, kind: 'sent', peer: receiver } as const;
  const isSent = direction === 'sent' || (direction === null && system === sender);
  if (isSent) return { system, kind: 'sent', peer: receiver } as const;
  return { system, kind: direction ?? 'received', peer: sender } as const;
}

function partyOf(header: Segment, application: number, facility: number): Party {
  return {
    application: header.value(application) ?? header.value(application, 2),
    facility: header.value(facility) ?? header.value(facility, 2),
  };
}

function commonAttributes(
  header: Segment,
  sender: Party,
  receiver: Party,
  segments: readonly Segment[],
): AttributeBag {
  const find = (name: string) => segments.find((segment) => segment.name === name);
  const order = find('ORC');
  const request = find('OBR');
  return new AttributeBag()
    .add('type', header.value(9))
    .add('trigger', header.value(9, 2))
    .add('version', header.value(12))
    .add('processing', header.value(11))
    .add('sequence', header.value(13))
    .add('site', sender.facility)
    .add('receiving facility', receiver.facility)
    .add('visit', find('PV1')?.value(19) ?? null)
    .add('placer order', order?.value(2) ?? request?.value(2) ?? null)
    .add('filler order', order?.value(3) ?? request?.value(3) ?? null);
}

/** ERR has its code in ERR-3 and its severity in ERR-4 since 2.5, in ERR-1.4 before. */
function errorsOf(segments: readonly Segment[]): { text: string; isError: boolean }[] {
  return segments
    .filter((segment) => segment.name === 'ERR')
    .map((segment) => {
      const severity = segment.value(4) ?? 'E';
      const parts = [segment.value(3), segment.value(3, 2), segment.value(7), segment.value(8)];
      const said = parts.filter((part) => part !== null).join(' ');
      return { text: said === '' ? segment.raw(1) : said, isError: severity !== 'W' && severity !== 'I' };
    });
}
