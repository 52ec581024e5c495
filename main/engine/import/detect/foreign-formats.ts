import type { FileProbe } from '../importer';

/** A format that is often given and not read, and what to do with it. */
export interface ForeignFormat {
  readonly code: string;
  /** Follows the file's name. */
  readonly what: string;
  /** Its columns, where it seems to have some, mean nothing as a table's. */
  readonly isNeverTable?: true;
}

const packed = 'is compressed in a way that this program does not open. Unpack it and import what it held.';

/** By the first bytes. */
const binaries: readonly (readonly [starts: string, ForeignFormat])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    {
      code: 'old-office',
      what: 'is of an Office version before 2007. Save it as .xlsx or CSV and import that.',
    },
  ],
  ['%PDF', { code: 'pdf', what: 'is a PDF. Ask for the table it was printed from, as .xlsx or CSV.' }],
  [
    'SQLite format 3',
    {
      code: 'database',
      what: 'is a database of no format this program reads. Export its tables as CSV and import those.',
    },
  ],
  [
    '{\\rtf',
    {
      code: 'rich-text',
      what: 'is a text document. Save the table it holds as CSV or .xlsx and import that.',
    },
  ],
  ['PAR1', { code: 'parquet', what: 'is a Parquet file. Export it as CSV or JSON lines and import that.' }],
  ['ElfFile', { code: 'event-log', what: 'is a Windows event log. Export it as CSV and import that.' }],
  ['BZh', { code: 'compressed', what: packed }],
  ['\u00fd7zXZ', { code: 'compressed', what: packed }],
  ['7z\u00bc\u00af', { code: 'compressed', what: packed }],
  ['Rar!', { code: 'compressed', what: packed }],
  ['\u0028\u00b5\u002f\u00fd', { code: 'compressed', what: packed }],
  ...['\u00ff\u00fe\u0000\u0000', '\u0000\u0000\u00fe\u00ff'].map(
    (starts) =>
      [
        starts,
        { code: 'utf-32', what: 'is text in UTF-32. Save it in UTF-8 and import that.', isNeverTable: true },
      ] as const,
  ),
  ...['\u00d4\u00c3\u00b2\u00a1', '\u00a1\u00b2\u00c3\u00d4', '\u000a\u000d\u000d\u000a'].map(
    (starts) =>
      [
        starts,
        {
          code: 'capture',
          what: 'is a network capture. Save the TCP stream that it holds (the HL7 messages in it) and import that.',
        },
      ] as const,
  ),
];

interface ForeignText extends ForeignFormat {
  readonly isIt: (text: string) => boolean;
}

const isMarkup = (text: string): boolean => /^\s*</.test(text);
const hasMember = (text: string, name: string): boolean => new RegExp(`"${name}"\\s*:`).test(text);

/** By what only they hold. */
const texts: readonly ForeignText[] = [
  {
    code: 'zipkin',
    isNeverTable: true,
    what: 'is a trace in the format of Zipkin. Export it as OTLP JSON or Jaeger JSON and import that.',
    isIt: (text) => /^\s*[[{]/.test(text) && hasMember(text, 'localEndpoint') && hasMember(text, 'traceId'),
  },
  {
    code: 'dbt-artefact',
    isNeverTable: true,
    what: 'is a dbt artefact that holds no lineage (a catalog, source freshness or semantic manifest). Import target/manifest.json and target/run_results.json of the same project.',
    isIt: (text) =>
      /"dbt_schema_version"\s*:\s*"https:\/\/schemas\.getdbt\.com\/dbt\/(?!manifest\/|run-results\/)/.test(
        text,
      ),
  },
  {
    code: 'otlp-signal',
    isNeverTable: true,
    what: 'holds metrics or logs of OpenTelemetry, of which only traces are read. Export logs as JSON lines with a time, a system and an event each.',
    isIt: (text) => /"resource(Logs|Metrics)"\s*:/.test(text) && !/"resourceSpans"\s*:/.test(text),
  },
  {
    code: 'fhir-xml',
    what: 'is FHIR in XML. Export the resources as JSON and import that.',
    isIt: (text) => isMarkup(text) && /xmlns(:\w+)?="http:\/\/hl7\.org\/fhir"/.test(text),
  },
  {
    code: 'hl7-xml',
    what: 'is HL7 in XML (version 2 in XML, version 3 or CDA). Ask for the messages in their usual form, with bars.',
    isIt: (text) => isMarkup(text) && /xmlns(:\w+)?="urn:hl7-org:v[23]\w*"/.test(text),
  },
  {
    code: 'mxml',
    what: 'is a process log in MXML, which came before XES. Convert it to XES or CSV and import that.',
    isIt: (text) => isMarkup(text) && /<WorkflowLog[\s>]/.test(text),
  },
  {
    code: 'diagram',
    isNeverTable: true,
    what: 'is a drawing. Ask for the inventory that it was drawn from, or for the model as ArchiMate exchange.',
    isIt: (text) =>
      (isMarkup(text) && /<(mxfile|mxGraphModel|svg)[\s>]/.test(text)) ||
      /^\s*((%%|\/\/).*\s+)*(flowchart|graph (LR|RL|TB|TD|BT)|sequenceDiagram|(strict )?digraph)\b/.test(
        text,
      ),
  },
  {
    code: 'process-model',
    isNeverTable: true,
    what: 'is a model of a process: it says what should happen, not what did. Export the log of the process as XES or CSV and import that.',
    isIt: (text) => isMarkup(text) && /omg\.org\/spec\/BPMN\/|<pnml[\s>]/.test(text),
  },
  {
    code: 'lineage-answer',
    isNeverTable: true,
    what: 'is the answer of a catalogue (Marquez or Atlas) to a question about one dataset. Export the OpenLineage events that it was given and import those.',
    isIt: (text) =>
      (hasMember(text, 'graph') && hasMember(text, 'inEdges') && hasMember(text, 'outEdges')) ||
      (hasMember(text, 'guidEntityMap') && hasMember(text, 'baseEntityGuid')),
  },
  {
    code: 'edi',
    isNeverTable: true,
    what: 'is an EDI interchange (EDIFACT or X12). Export the log of the system that sent or received it and import that.',
    isIt: (text) => /^\s*(UNA.{6}\s*)?UNB\+|^ISA.\d\d./.test(text),
  },
  {
    code: 'database-dump',
    isNeverTable: true,
    what: 'is a dump of a database as SQL. Export its tables as CSV and import those.',
    isIt: (text) => /^\s*(CREATE TABLE|INSERT INTO)\s/im.test(text) && /;\s*$/m.test(text),
  },
  {
    code: 'markdown',
    what: 'is a text with a table in Markdown. Save the table as CSV and import that.',
    isIt: (text) => /^\s*\|?(\s*:?-{3,}:?\s*\|)+(\s*:?-{3,}:?\s*)?$/m.test(text),
  },
  {
    code: 'web-page',
    isNeverTable: true,
    what: 'is a web page. Save the table it shows as CSV or .xlsx and import that.',
    isIt: (text) => /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html)[\s>]/i.test(text),
  },
  {
    code: 'fhir-resource',
    what: 'holds FHIR resources, and no AuditEvent, Provenance or MessageHeader among the first. Export those, as JSON.',
    isIt: (text) => /^\s*[[{]/.test(text) && hasMember(text, 'resourceType'),
  },
];

/** The format of a file that names itself as one that no importer reads; null for every other file. */
export function foreignFormatOf(probe: FileProbe): ForeignFormat | null {
  const { head, text, compression } = probe;
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('PK')) return officeFileOf(head) ?? archiveOf(compression, head.length);
  const binary = binaries.find(([starts]) => start.startsWith(starts));
  if (binary !== undefined) return binary[1];
  if (head.toString('latin1', 257, 262) === 'ustar')
    return { code: 'archive', what: 'is a tar archive. Unpack it and import what it held.' };
  return probe.isBinary ? null : (texts.find(({ isIt }) => isIt(text)) ?? null);
}

/** By the names of the parts inside, which stand in the package as they are. */
const officeParts: readonly (readonly [part: string, ForeignFormat])[] = [
  [
    'word/',
    {
      code: 'document',
      what: 'is a Word document. Save the table it holds as CSV or .xlsx and import that.',
    },
  ],
  [
    'ppt/',
    { code: 'document', what: 'is a presentation. Ask for the table or model behind it, as CSV or .xlsx.' },
  ],
  [
    'visio/',
    {
      code: 'diagram',
      what: 'is a drawing. Ask for the inventory that it was drawn from, or for the model as ArchiMate exchange.',
    },
  ],
  [
    'application/vnd.oasis.opendocument.',
    { code: 'opendocument', what: 'is an OpenDocument file. Save it as .xlsx or CSV and import that.' },
  ],
];

function officeFileOf(head: Buffer): ForeignFormat | null {
  return officeParts.find(([part]) => head.includes(part, 0, 'latin1'))?.[1] ?? null;
}

function archiveOf(compression: FileProbe['compression'], bytes: number): ForeignFormat {
  const what =
    compression === 'zip'
      ? 'is an archive or a workbook inside an archive. Unpack the outer one and import what it held.'
      : bytes <= 22
        ? 'is an empty archive. Fetch it again from where it came.'
        : 'is an archive of no format this program reads, or it is damaged. Unpack it, or fetch it again.';
  return { code: 'archive', what };
}
