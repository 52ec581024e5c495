/*
 * Format: FHIR JSON resources that say what happened: alone, in a Bundle, or one a line (bulk export).
 * Version: R4 (4.0.1), and R4B.
 * Spec: https://hl7.org/fhir/R4/ AuditEvent, Provenance, MessageHeader, Bundle.
 * Read: each AuditEvent, Provenance and MessageHeader (the row) as events; the patient as the record.
 * Dropped: other resources, contained resources, narrative, signatures, policies.
 */

import { type FileProbe, FileRefused, type Importer } from '../importer';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { list, member, text } from '../json/value';
import { FhirReader } from './read-resources';

export const resourceTypes = ['AuditEvent', 'Provenance', 'MessageHeader'] as const;

/** A Bundle as one document may be large: its entries are taken one by one. */
const bundleParts = ['/entry/*/resource', '/timestamp'] as const;
const timestampPart = 1;

export const fhirImporter: Importer = {
  id: 'fhir',
  title: 'FHIR AuditEvent, Provenance and MessageHeader',
  version: 1,
  detects: 'JSON with resourceType AuditEvent, Provenance or MessageHeader, also within a Bundle.',
  fields: ['system', 'peer', 'event', 'time', 'message', 'record'],
  drops: ['other resource types', 'contained resources', 'narrative', 'signatures and policies'],

  detect(probe) {
    if (!/"resourceType"/.test(probe.text)) return null;
    const counts = new Map<string, number>();
    for (const value of headResources(probe)) {
      const type = text(value, 'resourceType') ?? '';
      if (resourceTypes.some((known) => known === type)) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    if (counts.size === 0) return null;
    const words = [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
    return { confidence: 0.97, summary: `FHIR, ${words}${probe.isWhole ? '' : ' in the first part'}` };
  },

  async read(input, sink) {
    const { probe } = input;
    const reader = new FhirReader(input.mapping, sink);
    const isBundle = isBundleDocument(probe);
    const layout = peekJson(probe)?.layout ?? 'document';
    const select = isBundle ? bundleParts : [layout === 'array' ? '/*' : ''];
    const progress = (bytes: number) => sink.progress(bytes);
    await readJson(input.open(), { layout, select, encoding: probe.encoding, progress }, (element) => {
      if (!element.ok) {
        reader.problem(element);
        return;
      }
      const { value, place } = element;
      if (isBundle && element.selected === timestampPart)
        reader.timestamp(typeof value === 'string' ? value : null);
      else if (isBundle) reader.entry(value, place, Number(element.path[1] ?? 0));
      else if (text(value, 'resourceType') === 'Bundle') reader.bundle(value, place);
      else reader.resource(value, place);
    });
    reader.finish();
    if (reader.rows === 0) {
      throw new FileRefused(
        reader.firstProblem?.code ?? 'no-resource',
        reader.firstProblem?.message ??
          'The file holds no AuditEvent, Provenance or MessageHeader; other resources are not read.',
        reader.firstProblem?.place.line ?? 1,
      );
    }
  },
};

function isBundleDocument(probe: FileProbe): boolean {
  const peek = peekJson(probe, ['/resourceType', '/entry/*/resource']);
  return (
    peek?.layout === 'document' &&
    (peek.values.includes('Bundle') || member(peek.values, 0, 'resourceType') !== undefined)
  );
}

/** The resources in the first part of the file. */
function headResources(probe: FileProbe): readonly unknown[] {
  const found = isBundleDocument(probe) ? peekJson(probe, ['/entry/*/resource']) : peekJson(probe);
  return (found?.values ?? []).flatMap(resourcesIn);
}

function resourcesIn(resource: unknown): readonly unknown[] {
  return text(resource, 'resourceType') === 'Bundle'
    ? list(resource, 'entry').flatMap((entry) => resourcesIn(member(entry, 'resource')))
    : [resource];
}
