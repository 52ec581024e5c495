import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { ExportTable } from '../exporter';

type Cell = ExportTable['rows'][number][number];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** A cell holds no more characters (ECMA-376 18.3.1.4, as Excel enforces it). */
export const longestText = 32_767;

/** 0 -> A, 26 -> AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** One worksheet: a header row that stays in view with a filter, then the rows. */
export function sheetXml(table: ExportTable, range: string): string {
  const width = (i: number): number =>
    Math.min(
      60,
      Math.max(
        table.header[i]?.length ?? 0,
        ...table.rows.slice(0, 200).map((row) => String(row[i] ?? '').length),
      ) + 2,
    );
  const columns = table.header
    .map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${width(i)}" customWidth="1"/>`)
    .join('');
  const rows = [rowXml(1, table.header, 1), ...table.rows.map((row, i) => rowXml(i + 2, row, 0))].join('');
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${rows}</sheetData><autoFilter ref="${range}"/></worksheet>`;
}

function rowXml(number: number, cells: readonly Cell[], style: 0 | 1): string {
  return `<row r="${number}">${cells.map((cell, i) => cellXml(`${columnName(i)}${number}`, cell, style)).join('')}</row>`;
}

function cellXml(reference: string, cell: Cell, style: 0 | 1): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${reference}"><v>${cell}</v></c>`;
  const text = String(cell).slice(0, longestText);
  const looksLikeFormula = /^[=+\-@\t\r]/.test(text);
  const s = style === 1 ? ' s="1"' : looksLikeFormula ? ' s="2"' : '';
  return `<c r="${reference}" t="inlineStr"${s}><is><t xml:space="preserve">${escapeXml(text.replace(illegal, '\ufffd'))}</t></is></c>`;
}

/** What XML 1.0 cannot hold: controls (but tab and line ends), non-characters and lone surrogates. */
const illegal = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]' +
    '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
);
