/**
 * Format: delimiter-separated text (CSV, TSV and their kin) with a header, as inventory or log.
 * Version: RFC 4180, with any of , ; tab | ^ and CR, LF or CRLF, in UTF-8, UTF-16 or Windows-1252.
 * Spec: RFC 4180; what rows mean comes from their columns (table/vocabulary/).
 * Read: every row; a row is one record of the file, also across lines within quotes. Unknown columns stay as attributes.
 * Dropped: nothing but blank lines and what stands above the header.
 */

import type { Place } from '../../../../shared/model/citation';
import { tableKinds } from '../../../../shared/model/mapping';
import { cellDecoder, transcodeToUtf8 } from '../file/decode';
import { detectEncoding } from '../file/encoding';
import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { mappingOf } from '../table/plan/plan-table';
import { planTimes, TimeColumn, type TimePlan } from '../table/plan/time-column';
import { TableReader } from '../table/table-reader';
import { patternOf } from '../time/detect-format';
import { type CsvPlan, planCsv } from './csv-plan';
import { cellText, DelimitedScanner, type ScannedRow } from './delimited-scanner';
import { LogLane } from './log-lane';

/** Line starts are noted this often, so that evidence deep in a large file opens at once. */
const linesPerMark = 1000;

export const csvImporter: Importer = {
  id: 'csv',
  title: 'CSV or TSV table',
  version: 1,
  detects:
    'Delimited text whose header names columns of an inventory, a log, an extract or a crosswalk; among them ServiceNow cmdb_ci and cmdb_rel_ci, LeanIX fact sheets, ICO records of processing, NHS information asset registers, RACI sheets, and ODS files (epraccur.csv) without a header.',
  fields: tableKinds,
  drops: [],
  detect(probe) {
    const plan = planCsv(probe, {});
    if (!plan) return null;
    // A structured format that happens to hold commas names itself with more confidence.
    const confidence = 0.3 + 0.45 * plan.table.confidence;
    return {
      confidence,
      summary: `Table: ${plan.table.kind}`,
      mapping: mappingOf(plan.table, extraOf(plan)),
    };
  },
  async read(input, sink) {
    const plan = planCsv(input.probe, input.mapping);
    if (!plan) {
      throw new FileRefused(
        'unknown-columns',
        `${input.name}: no row of it reads as the header of an inventory or a log. Give the columns in a mapping (kind, headerRow, columns).`,
      );
    }
    const times = await settleTimes(plan, input);
    sink.describe?.(
      plan.table.kind,
      mappingOf(plan.table, { ...extraOf(plan), ...timeOf(times) }),
      plan.encoding,
    );
    for (const note of plan.table.notes) sink.note(note);
    await readRows(plan, times, input, sink);
  },
};

const extraOf = (plan: CsvPlan): { delimiter: string; encoding: CsvPlan['encoding'] } => ({
  delimiter: plan.delimiter,
  encoding: plan.encoding,
});

const timeOf = (times: TimePlan | null): { time?: { format: string; zone: string } } =>
  times && times.format.kind !== 'unknown'
    ? { time: { format: patternOf(times.format), zone: times.zone } }
    : {};

/**
 * A column whose day and month could be swapped in the sample is looked through to the end for a value that
 * settles it, before the first row is read.
 */
async function settleTimes(plan: CsvPlan, input: ImportInput): Promise<TimePlan | null> {
  const { times, timeField, layout, headerLine } = plan.table;
  if (!times?.isAmbiguous || timeField === null || input.probe.isWhole) return times;
  const date = layout.fields.indexOf('date');
  const column = date >= 0 ? date : layout.fields.indexOf(timeField);
  const telling: string[] = [];
  const decode = cellDecoder(plan.encoding, () => {});
  const scanner = new DelimitedScanner(plan.delimiter, {
    row: (row) => {
      if (row.line <= headerLine || row.count <= column || telling.length > 0) return;
      const text = cellText(row, column, decode);
      const m = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]/.exec(text);
      if (m && (Number(m[1]) > 12 || Number(m[2]) > 12)) telling.push(text);
    },
    broken: () => {},
  });
  for await (const chunk of transcodeToUtf8(input.blocks(), plan.encoding)) {
    scanner.push(chunk);
    if (telling.length > 0) break;
  }
  if (telling.length === 0) scanner.end();
  const settled = telling.length > 0 ? planTimes(telling, layout.mapping.time) : null;
  if (!settled || settled.format.kind === 'unknown') return times;
  const zone = times.zoneFrom === 'default' && !times.isDateOnly ? settled.zone : times.zone;
  return { ...times, format: settled.format, zone, isAmbiguous: false };
}

async function readRows(
  plan: CsvPlan,
  times: TimePlan | null,
  input: ImportInput,
  sink: FactSink,
): Promise<void> {
  const { table, encoding } = plan;
  const { layout } = table;
  let fallbacks = 0;
  const decode = cellDecoder(encoding, () => {
    fallbacks++;
  });
  const column = times ? new TimeColumn(times) : null;
  const reader = new TableReader(table.kind, layout, column, table.defaultSystem, sink);
  const lane =
    table.kind === 'log' &&
    sink.lane &&
    LogLane.serves(layout) &&
    (column !== null || !layout.fields.includes('time'))
      ? new LogLane(layout, column, sink.lane, decode, table.defaultSystem, reader.words)
      : null;
  const bomBytes = encoding === 'utf-8' ? detectEncoding(input.probe.head).bomBytes : 0;
  let isFirst = true;
  let nextMark = linesPerMark;
  let lastLine = 0;
  /** Rows that did not go through the reader of tables. */
  let otherRows = 0;
  let endsWithNewline = true;
  let bytes = 0;
  const isTorn = (row: ScannedRow): boolean =>
    row.count < layout.header.length && row.byteTo >= bytes && !endsWithNewline;
  const scanner = new DelimitedScanner(plan.delimiter, {
    row(row) {
      if (row.line >= nextMark) {
        sink.markLine?.(row.line, row.byteFrom + bomBytes);
        nextMark = row.line + linesPerMark;
      }
      if (row.line <= table.headerLine) return;
      lastLine = row.line;
      if (lane?.read(row)) {
        otherRows++;
        sink.accept();
        return;
      }
      const place: Place = {
        line: row.line,
        byteFrom: row.byteFrom + bomBytes,
        byteTo: row.byteTo + bomBytes,
      };
      const raw = (): string =>
        decode(
          row.buffer,
          row.starts[0] ?? 0,
          Math.min(row.ends[row.count - 1] ?? 0, (row.starts[0] ?? 0) + 2000),
        );
      if (isTorn(row)) {
        otherRows++;
        sink.reject(
          place,
          'torn-line',
          'The file ends in the middle of this line. Fetch the file again, or accept that its end is missing.',
          raw(),
        );
        return;
      }
      reader.read(
        Array.from({ length: row.count }, (_, i) => cellText(row, i, decode)),
        place,
        raw,
      );
    },
    broken(line, byteFrom, code, start) {
      if (line <= table.headerLine) return;
      otherRows++;
      const message =
        code === 'row-too-long'
          ? 'The line is longer than 16 MiB and was not read. A line end may be missing.'
          : 'A quote opens here and is never closed. The line was left out; reading went on with the next.';
      sink.reject({ line, byteFrom: byteFrom + bomBytes }, code, message, decode(start, 0, start.length));
    },
  });
  for await (const chunk of transcodeToUtf8(input.blocks(), encoding)) {
    const part = isFirst ? withoutBom(chunk, encoding) : chunk;
    isFirst = false;
    if (part.length === 0) continue;
    bytes += part.length;
    endsWithNewline = part[part.length - 1] === 10 || part[part.length - 1] === 13;
    scanner.push(part);
    sink.progress(bytes);
  }
  scanner.end();
  sink.progress(bytes);
  reportEnd(otherRows + reader.rows === 0 ? 0 : lastLine, sink, fallbacks);
  column?.report(sink, { line: 1 });
  reader.end();
}

function withoutBom(chunk: Buffer, encoding: CsvPlan['encoding']): Buffer {
  const isMarked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
  return isMarked && encoding !== 'windows-1252' ? chunk.subarray(3) : chunk;
}

/** Row counts at which spreadsheets and exporters cut a table off: Excel's old and new limits. */
const rowCaps = new Set([65_535, 65_536, 1_048_575, 1_048_576]);

function reportEnd(lastLine: number, sink: FactSink, fallbacks: number): void {
  if (lastLine === 0) {
    sink.warn({ line: 1 }, 'no-rows', 'The file has a header and no rows.');
    return;
  }
  if (rowCaps.has(lastLine)) {
    sink.warn(
      { line: lastLine },
      'row-cap',
      `The file ends exactly at line ${lastLine}, where spreadsheet exports are cut off: its end may be missing.`,
    );
  }
  if (fallbacks > 0) {
    sink.warn(
      { line: 1 },
      'mixed-encoding',
      `${fallbacks} cells are not UTF-8 and were read as Windows-1252.`,
    );
  }
}
