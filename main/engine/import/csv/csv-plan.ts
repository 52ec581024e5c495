import type { Mapping } from '../../../../shared/model/mapping';
import { cellDecoder } from '../file/decode';
import { decodeText, detectEncoding } from '../file/encoding';
import { type Encoding, type FileProbe, FileRefused } from '../importer';
import { planTable, type TablePlan } from '../table/plan/plan-table';
import type { SampleRow } from '../table/plan/sample-row';
import { cellText, DelimitedScanner } from './delimited-scanner';

export interface CsvPlan {
  readonly table: TablePlan;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly sample: readonly SampleRow[];
}

const delimiters = [',', ';', '\t', '|', '^'];
const sampleBytes = 256 * 1024;

/** The first rows of a probe, split by one delimiter. A row cut off by the end of the sample is left out. */
export function sampleRows(probe: FileProbe, delimiter: string, encoding: Encoding): readonly SampleRow[] {
  const { bomBytes } = detectEncoding(probe.head);
  const bytes = probe.head.subarray(bomBytes, sampleBytes);
  const utf8 = encoding.startsWith('utf-16') ? Buffer.from(decodeText(bytes, encoding)) : bytes;
  const decode = cellDecoder(encoding, () => {});
  const rows: SampleRow[] = [];
  const scanner = new DelimitedScanner(delimiter, {
    row: (row) => {
      rows.push({
        line: row.line,
        cells: Array.from({ length: row.count }, (_, i) => cellText(row, i, decode)),
      });
    },
    broken: () => {},
  });
  scanner.push(utf8);
  if (probe.isWhole) scanner.end();
  return rows;
}

/** Bars and carets part the fields of HL7 v2, too. */
const hl7Start = /(?:^|[\r\n\v])[ \t]*MSH\|\^/;

/** The line under the header of a table in a Markdown text. */
const isRuler = (row: SampleRow | undefined): boolean =>
  (row?.cells.length ?? 0) > 2 && (row?.cells ?? []).every((cell) => /^\s*(:?-{2,}:?)?\s*$/.test(cell));

/**
 * Tries each delimiter and keeps the one under which the rows read best as a table of the model. Null when
 * none does: the file is then some other kind of text.
 */
export function planCsv(probe: FileProbe, mapping: Mapping): CsvPlan | null {
  if (probe.isBinary || probe.text === '') return null;
  const encoding = mapping.encoding ?? probe.encoding;
  let best: CsvPlan | null = null;
  let bestScore = -1;
  let refusal: FileRefused | null = null;
  let widest = 0;
  const isHl7 = hl7Start.test(probe.text);
  for (const delimiter of mapping.delimiter ? [mapping.delimiter] : delimiters) {
    if (isHl7 && mapping.delimiter === undefined && /[|^]/.test(delimiter)) continue;
    const sample = sampleRows(probe, delimiter, encoding);
    let table: TablePlan | null;
    try {
      table = planTable(sample, mapping, probe.name);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // What a mapping names may be found under another delimiter; the one that parts most says what is not.
      const width = Math.max(...sample.slice(0, 20).map((row) => row.cells.length));
      if (width > widest) {
        widest = width;
        refusal = error;
      }
      continue;
    }
    if (!table || isRuler(sample.find((row) => row.line === table.headerLine + 1))) continue;
    const width = table.layout.header.length;
    const data = sample.filter((row) => row.line > table.headerLine);
    const regular =
      data.length === 0 ? 0.5 : data.filter((row) => row.cells.length === width).length / data.length;
    const fields = table.layout.fields.filter((f) => f !== null).length;
    const score = regular * 2 + fields + table.confidence;
    if (score > bestScore) {
      bestScore = score;
      best = { table, delimiter, encoding, sample };
    }
  }
  if (best === null && refusal !== null) throw refusal;
  return best;
}
