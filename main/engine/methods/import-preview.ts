import type { ImportPreview, TablePreview } from '../../../shared/contract/import-methods';
import type { Mapping } from '../../../shared/model/mapping';
import { planCsv } from '../import/csv/csv-plan';
import { type FileLocation, nameOf, probeFile } from '../import/file/open-file';
import { chooseImporter, hashOf } from '../import/import-files';
import { type FileProbe, FileRefused, type Importer } from '../import/importer';
import { sampleObjectRows } from '../import/objects/sample-objects';
import { eventWordsFound } from '../import/table/plan/event-words-found';
import { mappingOf, planTable, type TablePlan } from '../import/table/plan/plan-table';
import type { SampleRow } from '../import/table/plan/sample-row';
import { patternOf } from '../import/time/detect-format';
import { mappingOfSheets, planSheets } from '../import/xlsx/sample-sheet';
import { openWorkbook } from '../import/xlsx/workbook';
import type { Database } from '../store/database';

/** Hashing tells whether a file was imported before; a preview of a huge file should not wait for it. */
const hashedInPreview = 256 * 1024 * 1024;

/** What a preview is asked to show: how many rows, as which mapping reads them, of which sheet of a workbook. */
export interface Asked {
  readonly mapping: Mapping;
  readonly rows: number;
  readonly sheet?: string | undefined;
}

/** What a file looks like before it is imported, as these choices read it. */
export async function previewFile(
  db: Database | null,
  location: FileLocation,
  { mapping, rows, sheet }: Asked,
): Promise<ImportPreview> {
  const base = {
    path: location.member ? `${location.path}/${location.member}` : location.path,
    name: nameOf(location),
  };
  const none = {
    ...base,
    bytes: location.bytes ?? 0,
    importer: null,
    importerTitle: null,
    alreadyImported: false,
    isText: false,
    table: null,
    summary: null,
  };
  let probe: FileProbe;
  let alreadyImported: boolean;
  try {
    probe = await probeFile(location);
    alreadyImported =
      db !== null && probe.bytes <= hashedInPreview
        ? db.get('SELECT 1 FROM source WHERE sha256 = ?', await hashOf(location, probe)) !== undefined
        : false;
  } catch (error) {
    return { ...none, problem: error instanceof FileRefused ? error.message : String(error) };
  }
  let importer: Importer;
  try {
    importer = chooseImporter(probe, { mapping });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const bytes = location.bytes ?? probe.bytes;
    const isText = !probe.isBinary && probe.text.trim() !== '';
    return { ...none, bytes, alreadyImported, isText, problem: error.message };
  }
  const { table, problem } = await tableOrProblem(importer.id, location, probe, { mapping, rows, sheet });
  return {
    ...base,
    bytes: location.bytes ?? probe.bytes,
    importer: importer.id,
    importerTitle: importer.title,
    problem,
    alreadyImported,
    isText: !probe.isBinary,
    table,
    summary: importer.detect(probe)?.summary ?? null,
  };
}

/** A mapping that does not fit is a problem to be said, beside the table as it would be read without it. */
async function tableOrProblem(
  importer: string,
  location: FileLocation,
  probe: FileProbe,
  asked: Asked,
): Promise<{ readonly table: TablePreview | null; readonly problem: string | null }> {
  try {
    return { table: await tablePreview(importer, location, probe, asked), problem: null };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    try {
      return {
        table: await tablePreview(importer, location, probe, { ...asked, mapping: {} }),
        problem: error.message,
      };
    } catch {
      return { table: null, problem: error.message };
    }
  }
}

async function tablePreview(
  importer: string,
  location: FileLocation,
  probe: FileProbe,
  { mapping, rows, sheet }: Asked,
): Promise<TablePreview | null> {
  if (importer === 'csv') {
    const plan = planCsv(probe, mapping);
    if (!plan) return null;
    const { delimiter, encoding } = plan;
    return describe(plan.table, plan.sample, {
      delimiter,
      encoding,
      rows,
      extra: { delimiter, encoding },
    });
  }
  if (importer === 'json') {
    const sample = sampleObjectRows(probe);
    const plan = planTable(sample, { ...mapping, headerRow: 1 }, probe.name);
    if (!plan) return null;
    return describe(plan, sample, { delimiter: null, encoding: probe.encoding, rows, extra: {} });
  }
  if (importer === 'xlsx') {
    return workbookPreview(location.path, probe.name, { mapping, rows, sheet });
  }
  return null;
}

/** One sheet of a workbook, with the mapping of all: the sheet asked for, else the first that is a table. */
async function workbookPreview(
  path: string,
  name: string,
  { mapping, rows, sheet }: Asked,
): Promise<TablePreview> {
  const workbook = await openWorkbook(path);
  const planned = await planSheets(workbook, mapping, name);
  const shown =
    planned.find((each) => each.sheet.name === sheet) ??
    planned.find(({ plan }) => plan !== null) ??
    planned[0];
  const plans = planned.flatMap(({ plan }) => plan ?? []);
  if (shown === undefined) throw new FileRefused('empty', `${name} has no sheets.`);
  // The question of the zone is one for the whole file, whichever sheet is shown.
  const asked = plans.find(asksForZone);
  const common = {
    sheets: workbook.sheets.map((each) => each.name),
    sheet: shown.sheet.name,
    mapping: mappingOfSheets(planned, workbook.sheets),
    needsZone: asked !== undefined,
  };
  if (shown.plan !== null) {
    const described = describe(shown.plan, shown.sample, {
      delimiter: null,
      encoding: 'utf-8',
      rows,
      extra: {},
    });
    return { ...described, ...common, zone: asked?.times?.zone ?? described.zone };
  }
  return {
    kind: null,
    confidence: 0,
    encoding: 'utf-8',
    delimiter: null,
    headerRow: 0,
    header: [],
    firstRows: shown.sample.slice(0, rows),
    fields: [],
    timeFormat: null,
    zone: asked?.times?.zone ?? null,
    eventWords: [],
    notes: [],
    ...common,
  };
}

const asksForZone = ({ times }: TablePlan): boolean =>
  (times?.needsZone ?? false) && times?.zoneFrom === 'default';

interface Described {
  readonly delimiter: string | null;
  readonly encoding: string;
  readonly rows: number;
  readonly extra: Mapping;
}

function describe(plan: TablePlan, sample: readonly SampleRow[], d: Described): TablePreview {
  const time = plan.times ? { time: { format: patternOf(plan.times.format), zone: plan.times.zone } } : {};
  return {
    kind: plan.kind,
    confidence: plan.confidence,
    encoding: d.encoding,
    delimiter: d.delimiter,
    sheets: [],
    sheet: null,
    headerRow: plan.headerLine,
    header: plan.layout.header,
    firstRows: sample.filter((row) => row.line > plan.headerLine).slice(0, d.rows),
    fields: plan.layout.fields,
    timeFormat: plan.times ? patternOf(plan.times.format) : null,
    needsZone: asksForZone(plan),
    zone: plan.times?.zone ?? null,
    eventWords:
      plan.kind === 'log'
        ? eventWordsFound(
            plan.layout,
            sample.filter((row) => row.line > plan.headerLine).map((row) => row.cells),
          )
        : [],
    mapping: mappingOf(plan, { ...d.extra, ...time }),
    notes: [
      ...plan.notes,
      ...(plan.times?.isAmbiguous ? ['Day and month could be either way round in every row shown.'] : []),
    ],
  };
}
