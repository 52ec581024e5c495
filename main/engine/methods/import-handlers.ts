import type { ImportPreview, TablePreview } from '../../../shared/contract/import-methods';
import type { Mapping } from '../../../shared/model/mapping';
import { planCsv } from '../import/csv/csv-plan';
import { expandPaths } from '../import/expand-paths';
import { type FileLocation, nameOf, probeFile } from '../import/file/open-file';
import { chooseImporter, hashOf, importFiles } from '../import/import-files';
import { type FileProbe, FileRefused, type Importer } from '../import/importer';
import { sampleObjectRows } from '../import/objects/sample-objects';
import { previewPattern } from '../import/pattern/preview-pattern';
import { importers } from '../import/registry';
import { fieldsOfKind } from '../import/table/field-dictionary';
import { mappingOf, planTable, type TablePlan } from '../import/table/plan-table';
import type { SampleRow } from '../import/table/sample-row';
import { patternOf } from '../import/time/detect-format';
import { sampleSheet } from '../import/xlsx/sample-sheet';
import type { Database } from '../store/database';
import { listMappings, removeMapping, saveMapping } from '../store/saved-mappings';
import type { Handlers } from './context';

/** Hashing tells whether a file was imported before; a preview of a huge file should not wait for it. */
const hashedInPreview = 256 * 1024 * 1024;
const previewRows = 20;

async function preview(
  db: Database | null,
  location: FileLocation,
  mapping: Mapping,
  rows: number,
): Promise<ImportPreview> {
  const base = {
    path: location.member ? `${location.path}/${location.member}` : location.path,
    name: nameOf(location),
  };
  const none = {
    ...base,
    bytes: 0,
    importer: null,
    importerTitle: null,
    alreadyImported: false,
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
    return { ...none, bytes: probe.bytes, alreadyImported, problem: error.message };
  }
  const { table, problem } = await tableOrProblem(importer.id, location, probe, mapping, rows);
  return {
    ...base,
    bytes: probe.bytes,
    importer: importer.id,
    importerTitle: importer.title,
    problem,
    alreadyImported,
    table,
    summary: importer.detect(probe)?.summary ?? null,
  };
}

/** A mapping that does not fit is a problem to be said, beside the table as it would be read without it. */
async function tableOrProblem(
  importer: string,
  location: FileLocation,
  probe: FileProbe,
  mapping: Mapping,
  rows: number,
): Promise<{ readonly table: TablePreview | null; readonly problem: string | null }> {
  try {
    return { table: await tablePreview(importer, location, probe, mapping, rows), problem: null };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    try {
      return { table: await tablePreview(importer, location, probe, {}, rows), problem: error.message };
    } catch {
      return { table: null, problem: error.message };
    }
  }
}

async function tablePreview(
  importer: string,
  location: FileLocation,
  probe: FileProbe,
  mapping: Mapping,
  rows: number,
): Promise<TablePreview | null> {
  if (importer === 'csv') {
    const plan = planCsv(probe, mapping);
    if (!plan) return null;
    const { delimiter, encoding } = plan;
    return describe(plan.table, plan.sample, {
      delimiter,
      encoding,
      rows,
      sheets: [],
      extra: { delimiter, encoding },
    });
  }
  if (importer === 'json') {
    const sample = sampleObjectRows(probe);
    const plan = planTable(sample, { ...mapping, headerRow: 1 }, probe.name);
    if (!plan) return null;
    return describe(plan, sample, { delimiter: null, encoding: probe.encoding, rows, sheets: [], extra: {} });
  }
  if (importer === 'xlsx') {
    const { sheets, sheet, sample } = await sampleSheet(location, mapping);
    const plan = planTable(sample, mapping, probe.name);
    if (!plan) return null;
    return describe(plan, sample, { delimiter: null, encoding: 'utf-8', rows, sheets, extra: { sheet } });
  }
  return null;
}

interface Described {
  readonly delimiter: string | null;
  readonly encoding: string;
  readonly rows: number;
  readonly sheets: readonly string[];
  readonly extra: Mapping;
}

function describe(plan: TablePlan, sample: readonly SampleRow[], d: Described): TablePreview {
  const time = plan.times ? { time: { format: patternOf(plan.times.format), zone: plan.times.zone } } : {};
  return {
    kind: plan.kind,
    confidence: plan.confidence,
    encoding: d.encoding,
    delimiter: d.delimiter,
    sheets: d.sheets,
    headerRow: plan.headerLine,
    header: plan.layout.header,
    firstRows: sample.filter((row) => row.line > plan.headerLine).slice(0, d.rows),
    fields: plan.layout.fields,
    timeFormat: plan.times ? patternOf(plan.times.format) : null,
    needsZone: (plan.times?.needsZone ?? false) && plan.times?.zoneFrom === 'default',
    zone: plan.times?.zone ?? null,
    mapping: mappingOf(plan, { ...d.extra, ...time }),
    notes: [
      ...plan.notes,
      ...(plan.times?.isAmbiguous ? ['Day and month could be either way round in every row shown.'] : []),
    ],
  };
}

export const importHandlers: Handlers = {
  'import.preview': async (context, { paths, mapping, rows }) => {
    const previews: ImportPreview[] = [];
    const db = context.hasCase ? context.openCase.db : null;
    for (const location of await expandPaths(paths))
      previews.push(await preview(db, location, mapping ?? {}, rows ?? previewRows));
    return previews;
  },
  'import.previewPattern': async (_context, { path, pattern, mapping }) =>
    previewPattern((await probeFile({ path })).text, pattern, mapping ?? {}),
  'import.run': (context, { files }, call) => importFiles(context.openCase, files, call.progress),
  'import.importers': () =>
    importers.map(({ id, title, version, detects, fields, drops }) => ({
      id,
      title,
      version,
      detects,
      fields,
      drops,
    })),
  'import.fields': () => fieldsOfKind,
  'mappings.list': (context) => listMappings(context.openCase.db),
  'mappings.save': (context, { name, mapping }) => {
    saveMapping(context.openCase.db, name, mapping);
    return null;
  },
  'mappings.remove': (context, { name }) => {
    removeMapping(context.openCase.db, name);
    return null;
  },
};
