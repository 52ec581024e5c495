import type { Mapping } from '../../../../shared/model/mapping';
import { FileRefused } from '../importer';
import { planTable, type TablePlan } from '../table/plan-table';
import type { SampleRow } from '../table/sample-row';
import { readSheet } from './read-sheet';
import { openWorkbook, type SheetPart, type Workbook } from './workbook';

/** Rows looked at to tell what a sheet is. */
const sampleSize = 2000;

class Enough extends Error {}

/** The first rows of one sheet. */
export async function sampleRowsOf(workbook: Workbook, sheet: SheetPart): Promise<readonly SampleRow[]> {
  const rows: SampleRow[] = [];
  try {
    await readSheet(workbook, sheet, (cells, line) => {
      rows.push({ line, cells: [...cells] });
      if (rows.length >= sampleSize) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rows;
}

export interface PlannedSheet {
  readonly sheet: SheetPart;
  readonly sample: readonly SampleRow[];
  /** Null where the sheet is no table of the model (a cover page, notes). */
  readonly plan: TablePlan | null;
}

/** What each sheet of a workbook is; only the named one where the mapping names a sheet. */
export async function planSheets(
  workbook: Workbook,
  mapping: Mapping,
  fileName: string,
): Promise<readonly PlannedSheet[]> {
  const wanted = workbook.sheets.filter(
    (sheet) => mapping.sheet === undefined || sheet.name === mapping.sheet,
  );
  if (wanted.length === 0) {
    const names = workbook.sheets.map((s) => s.name).join(', ');
    throw new FileRefused('no-such-sheet', `The workbook has no sheet "${mapping.sheet}". It has: ${names}.`);
  }
  const planned: PlannedSheet[] = [];
  let refusal: FileRefused | null = null;
  for (const sheet of wanted) {
    const sample = await sampleRowsOf(workbook, sheet);
    const name = workbook.sheets.length > 1 ? sheet.name : fileName;
    try {
      planned.push({ sheet, sample, plan: planTable(sample, mapping, name) });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // A mapping speaks of one sheet; the others lack its columns.
      refusal ??= error;
      planned.push({ sheet, sample, plan: null });
    }
  }
  if (refusal !== null && planned.every(({ plan }) => plan === null)) throw refusal;
  return planned;
}

/** For a preview: the sheet that a mapping names, else the first that is a table, else the first. */
export async function sampleSheet(
  location: { readonly path: string },
  mapping: Mapping,
): Promise<{
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly sample: readonly SampleRow[];
}> {
  const workbook = await openWorkbook(location.path);
  const planned = await planSheets(workbook, mapping, location.path);
  const best = planned.find((p) => p.plan !== null) ?? planned[0];
  return {
    sheets: workbook.sheets.map((s) => s.name),
    sheet: best?.sheet.name ?? '',
    sample: best?.sample ?? [],
  };
}
