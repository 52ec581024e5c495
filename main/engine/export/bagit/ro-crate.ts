import type { EvidencePack, ExportInput } from '../exporter';
import { bytesOf, type PayloadFile, sha256Of } from './bag';

type Entity = Readonly<Record<string, unknown>> & { readonly '@id': string };
const to = (id: string) => ({ '@id': id });

/**
 * RO-Crate 1.1 metadata with W3C PROV: files, cited rows and findings are entities; reading a file,
 * reconciling and packing are activities; persons and the program's version are agents.
 */
export function roCrate(input: ExportInput, pack: EvidencePack, files: readonly PayloadFile[]): string {
  const sourceIds = new Map(pack.sources.map((source, index) => [source.name, `#source-${index + 1}`]));
  const people = [
    ...new Set([...pack.log.map(({ actor }) => actor), ...(pack.packedBy ? [pack.packedBy] : [])]),
  ];
  const personId = (name: string): string => `#person-${people.indexOf(name) + 1}`;
  const asOf = input.generatedAt ?? pack.createdAt;
  const graph: readonly Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: to('./'),
      conformsTo: to('https://w3id.org/ro/crate/1.1'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: input.title,
      description: `Evidence pack of the case "${input.title}", as it stood at ${asOf}.`,
      datePublished: asOf,
      license: 'Stated by whoever hands it on; the pack itself grants none.',
      ...(pack.reference === null ? {} : { identifier: pack.reference }),
      hasPart: files.map(({ path }) => to(path)),
      mentions: [...sourceIds.values()].map(to),
    },
    ...files.map((file) => fileEntity(file)),
    {
      '@id': '#program',
      '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
      name: pack.tool.name,
      version: pack.tool.version,
    },
    ...people.map((name) => ({ '@id': personId(name), '@type': ['Person', 'prov:Person'], name })),
    ...pack.sources.flatMap((source, index) => sourceEntities(source, index + 1)),
    {
      '@id': '#reconcile',
      '@type': ['CreateAction', 'prov:Activity'],
      name: 'Reconcile what was sent with what arrived, and apply the rules',
      instrument: to('#program'),
      'prov:wasAssociatedWith': to('#program'),
      'prov:used': [...sourceIds.values()].map(to),
      result: ['findings.json', 'findings.csv', 'reconcile.csv', 'lost.csv'].map(to),
    },
    {
      '@id': '#pack',
      '@type': ['CreateAction', 'prov:Activity'],
      name: 'Pack the evidence',
      instrument: to('#program'),
      ...(pack.packedBy === null ? {} : { agent: to(personId(pack.packedBy)) }),
      ...(pack.authority === null ? {} : { description: `By authority of ${pack.authority}` }),
      result: to('./'),
    },
    ...findingEntities(pack, sourceIds),
  ];
  const context = ['https://w3id.org/ro/crate/1.1/context', { prov: 'http://www.w3.org/ns/prov#' }];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  txt: 'text/plain',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

function fileEntity({ path, content }: PayloadFile): Entity {
  const bytes = bytesOf(content);
  return {
    '@id': path,
    '@type': ['File', 'prov:Entity'],
    name: path,
    encodingFormat: types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    contentSize: String(bytes.length),
    sha256: sha256Of(bytes),
    'prov:wasGeneratedBy': to('#pack'),
  };
}

/** A file that was read, which the pack does not hold, and its reading. */
function sourceEntities(source: EvidencePack['sources'][number], number: number): readonly Entity[] {
  return [
    {
      '@id': `#source-${number}`,
      '@type': ['CreativeWork', 'prov:Entity'],
      name: source.name,
      sha256: source.sha256,
      contentSize: String(source.bytes),
    },
    {
      '@id': `#import-${number}`,
      '@type': ['CreateAction', 'prov:Activity'],
      name: `Read ${source.name} as ${source.kind}`,
      description: `Importer ${source.importer}, version ${source.importerVersion}: ${source.rows} rows, ${source.accepted} accepted, ${source.rejected} rejected`,
      instrument: to('#program'),
      'prov:used': to(`#source-${number}`),
      'prov:wasAssociatedWith': to('#program'),
      'prov:endedAtTime': source.importedAt,
      endTime: source.importedAt,
    },
  ];
}

/** Each finding, and each row that it cites, once. */
function findingEntities(
  { findings }: EvidencePack,
  sourceIds: ReadonlyMap<string, string>,
): readonly Entity[] {
  const rows = new Map<string, Entity>();
  const rowId = ({ file, line }: { readonly file: string; readonly line: number }): string => {
    const source = sourceIds.get(file);
    const id = `${source ?? `#file-${encodeURIComponent(file)}`}-line-${line}`;
    rows.set(id, {
      '@id': id,
      '@type': ['CreativeWork', 'prov:Entity'],
      name: `${file}, line ${line}`,
      ...(source === undefined ? {} : { 'prov:wasDerivedFrom': to(source), isPartOf: to(source) }),
    });
    return id;
  };
  const found = findings.map((finding, index) => ({
    '@id': `#finding-${index + 1}`,
    '@type': ['CreativeWork', 'prov:Entity'],
    name: finding.title,
    identifier: finding.id,
    description: finding.detail,
    about: finding.subject,
    'prov:wasGeneratedBy': to('#reconcile'),
    'prov:wasDerivedFrom': finding.evidence.map((one) => to(rowId(one))),
  }));
  return [...found, ...rows.values()];
}
