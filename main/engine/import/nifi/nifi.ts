/*
 * Format: provenance of Apache NiFi: what became of each FlowFile, as its reporting task writes it (JSON array or lines).
 * Version: NiFi 1.2 to 2.x (SiteToSiteProvenanceReportingTask and what follows its field names).
 * Spec: NiFi User Guide, "Data Provenance", for the event types; the reporting task's own schema for the fields.
 * Read: each event (the row): received from and sent to the host of its transit address, changed, expired; HL7 ids and processors.
 * Dropped: contents and where they lie, sizes, durations, attributes of the FlowFile but its name and HL7 ids.
 */
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { isoTime, LogClock } from '../log/log-clock';
import { systemNames } from '../log/system-names';
import { isProvenanceEvent, provenanceEvent } from './provenance-event';

export const nifiImporter: Importer = {
  id: 'nifi',
  title: 'Apache NiFi provenance',
  version: 1,
  detects: 'JSON events with eventType, componentType and an entityId of a NiFi FlowFile.',
  fields: ['time', 'system', 'peer', 'event', 'message', 'record'],
  drops: ['contents', 'sizes and durations', 'attributes other than the file name and HL7 ids'],

  detect(probe) {
    const events = peekJson(probe)?.values.filter(isProvenanceEvent) ?? [];
    if (events.length === 0) return null;
    const count = probe.isWhole ? `${events.length} events` : `${events.length} events in the first part`;
    return { confidence: 0.95, summary: `NiFi provenance, ${count}` };
  },

  read,
};

async function read(input: ImportInput, sink: FactSink): Promise<void> {
  const { encoding } = input.probe;
  const layout = peekJson(input.probe)?.layout ?? 'document';
  const clock = new LogClock(input.mapping, isoTime);
  const { constants } = input.mapping;
  const nameOf = systemNames(input.mapping);
  const applications = new Set<string>();
  let accepted = 0;
  let first: string | null = null;
  const progress = (bytes: number): void => sink.progress(bytes);
  await readJson(input.open(), { layout, encoding, progress }, (element) => {
    if (!element.ok) {
      first ??= element.message;
      sink.reject(element.place, element.code, element.message, element.raw);
      return;
    }
    const { value, place } = element;
    const event = provenanceEvent(value, place.line, clock);
    if ('code' in event) {
      first ??= event.message;
      sink.reject(place, event.code, event.message, JSON.stringify(value)?.slice(0, 2000));
      return;
    }
    const system = constants?.system ?? event.system;
    sink.event({
      ...event,
      system: nameOf(system),
      peer: event.peer === null ? null : nameOf(event.peer),
    });
    if (applications.size < 100) applications.add(system);
    accepted++;
    sink.accept();
  });
  if (accepted === 0) {
    throw new FileRefused('no-events', first ?? 'The file holds no provenance event of NiFi.');
  }
  if (constants?.system === undefined) {
    sink.note(
      `The engine is called after its flow (${[...applications].join(', ')}), its neighbours after their addresses. Set constants.system in the mapping to its name, and values.peer to translate the addresses.`,
    );
  }
  sink.note('NiFi purges its provenance: a FlowFile without an event here may still have been sent.');
  for (const note of clock.notes()) sink.note(note);
}
