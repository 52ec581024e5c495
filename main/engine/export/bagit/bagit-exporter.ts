import { delimitedText } from '../../../../shared/text/delimited-text';
import type { EvidencePack, Exporter, ExportInput } from '../exporter';
import { pdfExporter } from '../pdf/pdf-exporter';
import { svgExporter } from '../svg/svg-exporter';
import { type PayloadFile, writeBag } from './bag';
import { readmeText } from './readme-text';
import { roCrate } from './ro-crate';

/**
 * Evidence pack: the case's tables, its map, findings, mappings, rejected rows and log as a BagIt bag
 * (RFC 8493) with RO-Crate metadata, in one ZIP that can be checked without this program.
 */
export const bagitExporter: Exporter = {
  id: 'bagit',
  title: 'Evidence pack (BagIt)',
  extension: 'zip',
  views: ['evidence'],
  async write(input) {
    const { pack } = input;
    if (pack === undefined) throw new Error('An evidence pack needs what it packs.');
    const { files, notes } = await payload(input, pack);
    const readme = {
      path: 'README.txt',
      content: readmeText(
        input,
        pack,
        [...files.map(({ path }) => path), 'ro-crate-metadata.json'].map(
          (path) => `${path.padEnd(28)}${about[path] ?? ''}`,
        ),
      ),
    };
    const described = [readme, ...files];
    const crate = { path: 'ro-crate-metadata.json', content: roCrate(input, pack, described) };
    return { content: writeBag('evidence', [...described, crate], bagInfo(input, pack)), notes };
  },
};

const about: Readonly<Record<string, string>> = {
  'gaps-and-assumptions.txt': 'what could not be judged, what was assumed, clocks and time zones',
  'findings.json': 'every finding with the lines that it rests on',
  'mappings.json': 'how the columns of each file were read',
  'case-log.jsonl': 'what was done to the case, hash-chained',
  'map.svg': 'the map of systems and flows',
  'map.pdf': 'the same, one tagged page',
  'systems.csv': 'every system, its owner, supplier, site and datasets',
  'owners.csv': 'who answers for each dataset in each system, by which source',
  'flows.csv': 'every flow, declared or seen in logs',
  'reconcile.csv': 'what became of every message sent, flow by flow',
  'lost.csv': 'every lost message, with the line that shows it was sent',
  'findings.csv': 'the same findings as a table',
  'timeline.csv': 'warnings, onsets, gaps and changes in order of time',
  'coverage.csv': 'from when to when each log is known to have been written',
  'gaps.csv': 'the silences in logs that count as gaps',
  'corrections.csv': 'what a person stated about the reach of a log',
  'differences.csv': 'what is live against what is planned',
  'sources.csv': 'every file that was read, its SHA-256 and how it was read',
  'issues.csv': 'rejected rows and warnings, with line and reason',
  'ro-crate-metadata.json': 'where everything came from (RO-Crate 1.1, W3C PROV)',
};

async function payload(
  input: ExportInput,
  pack: EvidencePack,
): Promise<{ readonly files: readonly PayloadFile[]; readonly notes: readonly string[] }> {
  const asMap: ExportInput = { ...input, view: 'map' };
  const [svg, pdf] = [await svgExporter.write(asMap), await pdfExporter.write(asMap)];
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return {
    files: [
      { path: 'gaps-and-assumptions.txt', content: pack.gaps.map((line) => `- ${line}\n`).join('') },
      { path: 'findings.json', content: json(pack.findings) },
      {
        path: 'mappings.json',
        content: json(
          pack.sources.map(({ name, sha256, importer, importerVersion, mapping }) => {
            return { file: name, sha256, importer, importerVersion, mapping };
          }),
        ),
      },
      { path: 'case-log.jsonl', content: pack.log.map((entry) => `${JSON.stringify(entry)}\n`).join('') },
      { path: 'map.svg', content: svg.content },
      { path: 'map.pdf', content: pdf.content },
      ...(input.tables ?? []).map((table) => ({
        path: `${table.name.replaceAll(' ', '-')}.csv`,
        content: delimitedText(table.header, table.rows),
      })),
    ],
    notes: pdf.notes,
  };
}

function bagInfo(input: ExportInput, pack: EvidencePack) {
  const stated = (label: string, value: string | null) => (value === null ? [] : [[label, value] as const]);
  return [
    ...stated('Contact-Name', pack.packedBy),
    ...stated('External-Identifier', pack.reference),
    ...stated('Authority', pack.authority),
    ['External-Description', `Evidence of the case "${input.title}"`] as const,
    // The case's own date, not the clock's: the same case gives the same bytes.
    ...stated('Bagging-Date', input.generatedAt === null ? null : input.generatedAt.slice(0, 10)),
    ['Bag-Software-Agent', `${pack.tool.name} ${pack.tool.version}`] as const,
    ...pack.sources.map(({ name, sha256 }) => ['Exhibit', `${name} sha256:${sha256}`] as const),
  ];
}
