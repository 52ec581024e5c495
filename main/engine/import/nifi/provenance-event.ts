import type { EventKind } from '../../../../shared/model/vocabulary';
import type { EventFact } from '../importer';
import { member, text } from '../json/value';
import { AttributeBag } from '../log/attribute-bag';
import type { LogClock } from '../log/log-clock';

export interface ProvenanceEvent extends EventFact {
  readonly system: string;
  readonly peer: string | null;
}

export interface ProvenanceRefusal {
  readonly code: 'no-event' | 'bad-time';
  readonly message: string;
}

/** Types that say what became of the data; every other one is a step inside the engine. */
const kinds: Readonly<Record<string, EventKind>> = {
  RECEIVE: 'received',
  FETCH: 'received',
  SEND: 'sent',
  UPLOAD: 'sent',
  CONTENT_MODIFIED: 'transformed',
  // Waited in a queue for longer than it may. A DROP is only the end of a finished way.
  EXPIRE: 'deleted',
};

export const isProvenanceEvent = (value: unknown): boolean =>
  text(value, 'entityType')?.startsWith('org.apache.nifi.') === true &&
  text(value, 'eventType') !== null &&
  text(value, 'entityId') !== null;

export function provenanceEvent(
  value: unknown,
  line: number,
  clock: LogClock,
): ProvenanceEvent | ProvenanceRefusal {
  const type = text(value, 'eventType');
  const entity = text(value, 'entityId');
  if (type === null || entity === null) {
    return { code: 'no-event', message: `The event has no ${type === null ? 'eventType' : 'entityId'}.` };
  }
  const time = timeOf(value, clock);
  if (time === null) {
    return { code: 'bad-time', message: `The ${type} of ${entity} has no timestamp that is a time.` };
  }
  const kind = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? 'step';
  const component = text(value, 'componentName') ?? text(value, 'componentType');
  const address = text(value, 'transitUri');
  return {
    time,
    system: text(value, 'application') ?? 'NiFi',
    activity: component === null ? type : `${type} by ${component}`,
    kind,
    peer: kind === 'sent' || kind === 'received' ? hostOf(address) : null,
    // The FlowFile's own id is known to no other system: as a message it would never be seen to arrive.
    message: attributeOf(value, controlIds),
    record: attributeOf(value, patientIds),
    attributes: new AttributeBag()
      .add('processor', text(value, 'componentType'))
      .add('process group', text(value, 'processGroupName'))
      .add('host', text(value, 'actorHostname'))
      .add('FlowFile', entity)
      .add('file name', attributeOf(value, ['filename']))
      .add('address', address === null ? null : withoutUser(address))
      .add('details', text(value, 'details'))
      .toRecord(),
    line,
  };
}

/** As the processor that takes HL7 apart names them, with segments by number or by name. */
const controlIds = ['MSH.10', 'MSH.MessageControlID'];
const patientIds = ['PID.3.1', 'PID.3', 'PID.PatientIdentifierList.IDNumber', 'PID.PatientIDInternalID.ID'];

/** What the event set, else what the FlowFile carried before. */
function attributeOf(value: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const found =
      text(member(value, 'updatedAttributes'), name) ?? text(member(value, 'previousAttributes'), name);
    if (found !== null) return found;
  }
  return null;
}

/** Milliseconds are exact; the text beside them names its zone in most versions. */
function timeOf(value: unknown, clock: LogClock): number | null {
  const milliseconds = member(value, 'timestampMillis');
  if (typeof milliseconds === 'number' && Number.isSafeInteger(milliseconds)) return milliseconds * 1000;
  const written = text(value, 'timestamp');
  return written === null ? null : clock.read(written);
}

/** "sftp://user@lab.example:22/in/x.hl7" -> "lab.example:22"; a file of the engine's own disk has no other side. */
function hostOf(address: string | null): string | null {
  const found = /^(?:[a-z][\w+.-]*:)+\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(address ?? '')?.[1];
  return found === undefined || /^file:/i.test(address ?? '') ? null : found;
}

const withoutUser = (address: string): string => address.replace(/\/\/[^/?#@]*@/, '//');
