/*
 * Format: DataHub metadata files: MetadataChangeEvent snapshots (MCE) and MetadataChangeProposals (MCP).
 * Version: the file source and sink of DataHub 0.8 to 1.x; an MCP's aspect as JSON text or as JSON; requests to the server too.
 * Spec: https://docs.datahub.com/docs/advanced/mcp-mcl and https://docs.datahub.com/docs/what/mxe
 * Read: each change (the row): a dataset in its platform (environment named unless PROD), upstreams, job inputs and outputs, fields, charts, owners, properties.
 * Dropped: tags, glossary, domains, containers, usage, profiles, assertions, deletions (all counted in the report).
 */

import type { Place } from '../../../../shared/model/citation';
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { detectJsonLayout } from '../json/layout';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { entries, text } from '../json/value';
import { Aspects } from './aspects';
import { proposalIn, readChange } from './change';

export const datahubImporter: Importer = {
  id: 'datahub',
  title: 'DataHub metadata (MCE, MCP)',
  version: 1,
  detects: 'JSON with proposedSnapshot, or with entityUrn and aspectName, and urn:li: URNs.',
  fields: ['system', 'dataset', 'field', 'job', 'source', 'destination', 'owner', 'description'],
  drops: ['tags, glossary terms and domains', 'containers', 'usage, profiles and assertions', 'deletions'],
  detect(probe) {
    const peek = peekJson(probe);
    if (peek === null) return null;
    const count = peek.values.filter(isChange).length;
    if (count === 0 || count * 2 < peek.values.length) return null;
    return {
      confidence: 0.95,
      summary: `DataHub metadata, ${count}${probe.isWhole ? '' : ' or more'} changes`,
    };
  },
  read,
};

function isChange(written: unknown): boolean {
  const value = proposalIn(written);
  const urn = text(entries(value, 'proposedSnapshot')[0]?.[1], 'urn') ?? text(value, 'entityUrn');
  return urn?.startsWith('urn:li:') === true;
}

async function read(input: ImportInput, sink: FactSink): Promise<void> {
  const { text: head, isWhole, encoding } = input.probe;
  const layout = detectJsonLayout(head, isWhole);
  const aspects = new Aspects(sink);
  let accepted = 0;
  let refused: string | null = null;
  const reject = (place: Place, code: string, message: string, raw: string): void => {
    refused ??= message;
    sink.reject(place, code, message, raw.slice(0, 2000));
  };
  if (layout !== null) {
    const progress = (bytes: number): void => sink.progress(bytes);
    await readJson(input.open(), { layout, encoding, progress }, (element) => {
      if (!element.ok) {
        reject(element.place, element.code, element.message, element.raw);
        return;
      }
      const change = readChange(element.value);
      if ('code' in change) {
        reject(element.place, change.code, change.message, JSON.stringify(element.value) ?? '');
        return;
      }
      for (const aspect of change) aspects.state(aspect, element.place);
      accepted++;
      sink.accept();
    });
  }
  if (accepted === 0) {
    throw new FileRefused(
      'no-changes',
      refused ?? 'The file holds no DataHub metadata. Pass a file written by the DataHub file sink.',
    );
  }
  aspects.end();
}
