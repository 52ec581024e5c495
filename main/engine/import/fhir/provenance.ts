import type { EventFact } from '../importer';
import { list, member, text } from '../json/value';
import { AttributeBag } from '../log/attribute-bag';
import { codesOf, nameOfReference, patientOf, referenceOf, wordOf } from './reference';

/** Entity roles by which the target was made out of something else. */
const derivations = new Set(['derivation', 'revision', 'quotation', 'source']);
/** Agents that are software rather than people: the device, the assembler, the transmitter. */
const machineTypes = new Set(['DEV', 'assembler', 'transmitter', 'custodian']);

/**
 * A Provenance says where its target came from. It names no writer, so the software among its agents is
 * taken for it; the record is the patient among the targets, else the target itself.
 */
export function provenanceEvent(resource: unknown, time: number, line: number): EventFact {
  const agents = list(resource, 'agent');
  const machine = agents.find(
    (agent) =>
      codesOf(member(agent, 'type')).some((code) => machineTypes.has(code)) ||
      referenceOf(member(agent, 'who'))?.type === 'Device',
  );
  const entities = list(resource, 'entity');
  const isDerived = entities.some((entity) => derivations.has(text(entity, 'role') ?? ''));
  const targets = list(resource, 'target');
  const reasons = list(resource, 'reason');
  const bag = new AttributeBag()
    .add('occurred', text(resource, 'occurredDateTime') ?? text(resource, 'occurredPeriod', 'start'))
    .add('occurred until', text(resource, 'occurredPeriod', 'end'))
    .add('location', nameOfReference(member(resource, 'location')));
  for (const reason of reasons) bag.add('reason', wordOf(reason));
  for (const entity of entities)
    bag.add(`from (${text(entity, 'role')})`, nameOfReference(member(entity, 'what')));
  for (const agent of agents) {
    const who = nameOfReference(member(agent, 'who'));
    bag.add(`agent (${wordOf(member(agent, 'type')) ?? 'unspecified'})`, who);
  }
  return {
    time,
    system: nameOfReference(member(machine, 'who')),
    activity: wordOf(member(resource, 'activity')) ?? wordOf(reasons[0]) ?? 'Provenance',
    kind: isDerived ? 'transformed' : 'step',
    record: targets.map(patientOf).find((patient) => patient !== null) ?? targetOf(targets[0]),
    attributes: bag.toRecord(),
    line,
  };
}

function targetOf(target: unknown): string | null {
  const reference = referenceOf(target);
  return reference === null ? nameOfReference(target) : `${reference.type}/${reference.id}`;
}
