import type { Mapping } from '../../../../shared/model/mapping';
import { FileRefused } from '../importer';
import { mappingOf, planTable, type TablePlan } from '../table/plan/plan-table';
import type { SampleRow } from '../table/plan/sample-row';
import { readSheet } from './read-sheet';
import type { SheetPart, Workbook } from './workbook';

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
  /** Null where the sheet is no table of the model (a cover page, notes) or is not to be read. */
  readonly plan: TablePlan | null;
  readonly isSkipped: boolean;
}

/** What the mapping says of one sheet: its own part over what it says of all. */
function mappingOfSheet({ sheet: _sheet, sheets, ...all }: Mapping, name: string): Mapping {
  const { skip: _skip, ...own } = sheets?.[name] ?? {};
  return { ...all, ...own, ...(own.time ? { time: { ...all.time, ...own.time } } : {}) };
}

/** What each sheet of a workbook is; only the named one where the mapping names a sheet. */
export async function planSheets(
  workbook: Workbook,
  mapping: Mapping,
  fileName: string,
): Promise<readonly PlannedSheet[]> {
  const names = workbook.sheets.map((s) => s.name);
  const unknown = [mapping.sheet, ...Object.keys(mapping.sheets ?? {})].find(
    (name) => name !== undefined && !names.includes(name),
  );
  if (unknown !== undefined) {
    throw new FileRefused(
      'no-such-sheet',
      `The workbook has no sheet "${unknown}". It has: ${names.join(', ')}.`,
    );
  }
  const wanted = workbook.sheets.filter(
    (sheet) => mapping.sheet === undefined || sheet.name === mapping.sheet,
  );
  const planned: PlannedSheet[] = [];
  let refusal: FileRefused | null = null;
  for (const sheet of wanted) {
    const sample = await sampleRowsOf(workbook, sheet);
    const name = workbook.sheets.length > 1 ? sheet.name : fileName;
    const isSkipped = mapping.sheets?.[sheet.name]?.skip === true;
    try {
      const plan = isSkipped ? null : planTable(sample, mappingOfSheet(mapping, sheet.name), name);
      planned.push({ sheet, sample, plan, isSkipped });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // A mapping speaks of one sheet; the others lack its columns.
      refusal ??= error;
      planned.push({ sheet, sample, plan: null, isSkipped });
    }
  }
  if (refusal !== null && planned.every(({ plan }) => plan === null)) throw refusal;
  return planned;
}

/** The complete mapping of a workbook: of its one sheet, or of each that is read by its name. */
export function mappingOfSheets(planned: readonly PlannedSheet[], all: readonly SheetPart[]): Mapping {
  const tables = planned.flatMap(({ sheet, plan }) => (plan === null ? [] : [{ name: sheet.name, plan }]));
  const [first] = tables;
  if (all.length === 1) return first === undefined ? {} : mappingOf(first.plan);
  const left = planned.filter(({ isSkipped }) => isSkipped).map(({ sheet }) => sheet.name);
  if (planned.length === 1 && first !== undefined) return mappingOf(first.plan, { sheet: first.name });
  return {
    sheets: Object.fromEntries([
      ...tables.map(({ name, plan }) => [name, mappingOf(plan)] as const),
      ...left.map((name) => [name, { skip: true }] as const),
    ]),
  };
}
