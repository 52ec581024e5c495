import { listZip } from '../file/zip-entries';
import { FileRefused } from '../importer';
import { readPart, type SheetPart, type Workbook } from './workbook';

/** XLSX's own limits (ECMA-376, as Excel enforces them). */
const maximumColumns = 16_384;

/**
 * Streams the rows of a sheet as text: numbers as written, dates as ISO 8601 without a zone, booleans as
 * yes and no, errors as empty. A merged range gives its one value to each of its rows, since that is what
 * the sheet says to a reader. Empty rows are passed over.
 */
export async function readSheet(
  workbook: Workbook,
  sheet: SheetPart,
  onRow: (cells: readonly string[], row: number) => void,
): Promise<void> {
  const entry = (await listZip(workbook.path)).find((e) => e.name === sheet.part);
  if (!entry) throw new FileRefused('not-a-workbook', `The workbook lacks its sheet ${sheet.name}.`);
  const merges = await readMerges(workbook, sheet, entry);
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let text = '';
  let isValue = false;
  await readPart(workbook.path, entry, {
    open({ name, attributes }) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        text = '';
      } else isValue = name === 'v' || name === 't';
    },
    text(part) {
      if (isValue) text += part;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && column >= 0 && column < maximumColumns) {
        while (cells.length < column) cells.push('');
        cells[column] = cellValue(workbook, type, style, text);
      } else if (name === 'row') {
        merges.apply(row, cells);
        if (cells.some((cell) => cell !== '')) onRow(cells, row);
      }
    },
  });
}

function cellValue(workbook: Workbook, type: string, style: number, text: string): string {
  if (text === '') return '';
  if (type === 's') return workbook.sharedStrings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'yes' : 'no';
  if (type === 'e') return '';
  if (type !== 'n') return text;
  const number = Number(text);
  if (Number.isNaN(number)) return text;
  if (workbook.dateStyles[style]) return serialToIso(number, workbook.is1904);
  // 15 significant digits are what a sheet shows; more are the noise of binary fractions.
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

/**
 * A serial date (ECMA-376 18.17.4.1): days since 1899-12-30, which makes up for the 29 February 1900 that
 * the 1900 system counts and that never was; or since 1904-01-01. A time alone stays a time.
 */
export function serialToIso(serial: number, is1904: boolean): string {
  const days = is1904 ? serial + 1462 : serial;
  const milliseconds = Math.round(days * 86_400_000);
  const iso = new Date(Date.UTC(1899, 11, 30) + milliseconds).toISOString();
  if (days >= 0 && days < 1) return iso.slice(11, 19);
  const time = iso.slice(11, 23);
  if (time === '00:00:00.000') return iso.slice(0, 10);
  return `${iso.slice(0, 10)}T${time.endsWith('.000') ? time.slice(0, 8) : time}`;
}

/** `BC23` -> 54 (0-based). */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const code = character.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

interface MergedRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  value: string;
}

class Merges {
  constructor(readonly ranges: readonly MergedRange[]) {}

  /** Fills a row's merged cells from the first row of their range. Across columns only the first is filled. */
  apply(row: number, cells: string[]): void {
    for (const range of this.ranges) {
      if (row === range.fromRow) range.value = cells[range.fromColumn] ?? '';
      if (row <= range.fromRow || row > range.toRow || range.value === '') continue;
      while (cells.length <= range.fromColumn) cells.push('');
      if (cells[range.fromColumn] === '') cells[range.fromColumn] = range.value;
    }
  }
}

/** Merged ranges stand after the rows they are about, so they are read first, in a pass of their own. */
async function readMerges(
  workbook: Workbook,
  _sheet: SheetPart,
  entry: { name: string; compressedBytes: number; bytes: number },
): Promise<Merges> {
  const ranges: MergedRange[] = [];
  await readPart(workbook.path, entry, {
    open({ name, attributes }) {
      if (name !== 'mergeCell') return;
      const m = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? '');
      if (!m || ranges.length > 100_000) return;
      const range = {
        fromRow: Number(m[2]),
        toRow: Number(m[4]),
        fromColumn: columnOf(m[1] ?? ''),
        toColumn: columnOf(m[3] ?? ''),
        value: '',
      };
      if (range.toRow > range.fromRow) ranges.push(range);
    },
    close() {},
  });
  return new Merges(ranges);
}
