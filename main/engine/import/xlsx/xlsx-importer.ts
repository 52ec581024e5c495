/**
 * Format: Excel workbook (.xlsx, .xlsm), each sheet that reads as an inventory, a log, an extract or a crosswalk.
 * Version: ECMA-376 (Office Open XML), transitional and strict.
 * Spec: ECMA-376 part 1, 18 SpreadsheetML.
 * Read: cell values as shown or computed last; dates as ISO; merged cells down their rows. A row's line is its row number.
 * Dropped: formulas, formats, charts, comments, hidden state; sheets that are no table.
 */
import { tableKinds } from '../../../../shared/model/mapping';
import { type FactSink, FileRefused, type Importer } from '../importer';
import { TimeColumn } from '../table/plan/time-column';
import { TableReader } from '../table/table-reader';
import { patternOf } from '../time/detect-format';
import { readSheet } from './read-sheet';
import { mappingOfSheets, planSheets } from './sample-sheet';
import { openWorkbook } from './workbook';

export const xlsxImporter: Importer = {
  id: 'xlsx',
  title: 'Excel workbook',
  version: 1,
  detects:
    'A ZIP package with [Content_Types].xml and a workbook part; its sheets are told apart like CSV tables.',
  fields: tableKinds,
  drops: ['formulas', 'formats', 'charts', 'comments', 'sheets that are no table'],
  detect(probe) {
    // The parts of a package are read from the file on disk.
    if (probe.compression !== 'none') return null;
    if (probe.head.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return null;
    const isBook = probe.head.includes('xl/') || /\.xls[xm]$/i.test(probe.name);
    return isBook && probe.head.includes('[Content_Types].xml')
      ? { confidence: 0.95, summary: 'Excel workbook' }
      : isBook && /\.xls[xm]$/i.test(probe.name)
        ? { confidence: 0.9, summary: 'Excel workbook' }
        : null;
  },
  async read(input, sink) {
    const workbook = await openWorkbook(input.path);
    const planned = await planSheets(workbook, input.mapping, input.name);
    const tables = planned.filter((p) => p.plan !== null);
    const [first] = tables;
    if (!first?.plan) {
      throw new FileRefused(
        'unknown-columns',
        `${input.name}: no sheet has a row that reads as the header of an inventory or a log (${planned.map((p) => p.sheet.name).join(', ')}). Give the columns in a mapping (sheet, kind, headerRow, columns).`,
      );
    }
    const kinds = tables.map((p) => p.plan?.kind ?? '').join('+');
    sink.describe?.(kinds, mappingOfSheets(planned, workbook.sheets), 'utf-8');
    for (const { sheet, plan, isSkipped } of planned) {
      const where = workbook.sheets.length > 1 ? `Sheet "${sheet.name}": ` : '';
      if (!plan) {
        sink.note(
          `${where}${isSkipped ? 'left out, as the mapping says' : 'no table was found on it; it was not read'}.`,
        );
        continue;
      }
      for (const note of plan.notes) sink.note(`${where}${note}`);
      if (plan.times)
        sink.note(`${where}times are read as ${patternOf(plan.times.format)} in ${plan.times.zone}.`);
      const times = plan.times ? new TimeColumn(plan.times) : null;
      const reader = new TableReader(
        plan.kind,
        plan.layout,
        times,
        plan.defaultSystem,
        namingSink(sink, where),
      );
      const width = plan.layout.header.length;
      const pointer = workbook.sheets.length > 1 ? sheet.name : undefined;
      let rows = 0;
      await readSheet(workbook, sheet, (cells, line) => {
        if (line <= plan.headerLine) return;
        // A sheet leaves out cells at a row's end: that is no short row.
        const padded =
          cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
        reader.read(padded, { line, ...(pointer === undefined ? {} : { pointer }) }, () => cells.join(' | '));
        if (++rows % 1000 === 0) sink.progress(Math.min(input.probe.bytes, rows * 100));
      });
      times?.report(namingSink(sink, where), { line: 1 });
      reader.end();
    }
    sink.progress(input.probe.bytes);
  },
};

/** Issues of one sheet of several say which: a row number alone says nothing. */
const namingSink = (sink: FactSink, where: string): FactSink =>
  where === ''
    ? sink
    : {
        accept: () => sink.accept(),
        reject: (place, code, message, raw) => sink.reject(place, code, `${where}${message}`, raw),
        warn: (place, code, message) => sink.warn(place, code, `${where}${message}`),
        note: (text) => sink.note(`${where}${text}`),
        state: (fact, place) => sink.state(fact, place),
        event: (event) => sink.event(event),
        alias: (a, b, kind, place) => sink.alias(a, b, kind, place),
        progress: (bytes) => sink.progress(bytes),
      };
