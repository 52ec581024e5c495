import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import { type Exporter, type ExportInput, type ExportTable, tableViews } from '../exporter';
import { edgeTable, nodeTable } from '../graph-table';
import { requireGraph } from '../require-scene';
import { sheetNames } from './sheet-names';
import { columnName, longestText, sheetXml } from './sheet-xml';

/** Excel shows no more rows (ECMA-376 as Excel enforces it); further ones go to a second sheet. */
const rowsPerSheet = 1_048_575;

/**
 * Excel workbook (ECMA-376 transitional): a sheet a table, a header that stays in view and can be filtered,
 * and a sheet that says where it all comes from. Text stays text: no cell is ever a formula.
 */
export const xlsxExporter: Exporter = {
  id: 'xlsx',
  title: 'Excel workbook',
  extension: 'xlsx',
  views: ['map', ...tableViews],
  async write(input) {
    const tables = [...split(tablesFor(input)), sourcesTable(input)];
    const notes =
      tables.length > tablesFor(input).length + 1
        ? ['A table has more rows than a sheet holds; it goes on in the next sheet.']
        : [];
    return { content: workbook(tables), notes: [...notes, ...cutCells(tables)] };
  },
};

/** A cell holds no more, so what is longer is cut; CSV and JSON have all of it. */
function cutCells(tables: readonly ExportTable[]): readonly string[] {
  const isCut = (cell: unknown): boolean => typeof cell === 'string' && cell.length > longestText;
  const count = tables.reduce(
    (sum, { rows }) => sum + rows.reduce((inRows, row) => inRows + row.filter(isCut).length, 0),
    0,
  );
  if (count === 0) return [];
  const cells = count === 1 ? '1 text is' : `${count} texts are`;
  return [`${cells} longer than a cell holds (32,767 characters) and cut. CSV and JSON keep all of it.`];
}

function tablesFor(input: ExportInput): readonly ExportTable[] {
  if (input.view !== 'map') return input.tables ?? [];
  const graph = requireGraph(input);
  return [nodeTable(graph), edgeTable(graph)];
}

function sourcesTable(input: ExportInput): ExportTable {
  return {
    name: 'sources',
    header: ['Source', 'SHA-256', 'Case', 'As of'],
    rows: input.sources.map(({ name, sha256 }) => [name, sha256, input.title, input.generatedAt]),
  };
}

const split = (tables: readonly ExportTable[]): readonly ExportTable[] =>
  tables.flatMap((table) =>
    table.rows.length <= rowsPerSheet
      ? [table]
      : Array.from({ length: Math.ceil(table.rows.length / rowsPerSheet) }, (_, i) => ({
          ...table,
          name: `${table.name} ${i + 1}`,
          rows: table.rows.slice(i * rowsPerSheet, (i + 1) * rowsPerSheet),
        })),
  );

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbook(tables: readonly ExportTable[]): Uint8Array {
  const names = sheetNames(tables.map(({ name }) => name));
  const sheets = tables.map((table, i) => ({
    table,
    name: escapeXml(names[i] ?? ''),
    part: `worksheets/sheet${i + 1}.xml`,
    id: `rId${i + 1}`,
  }));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets.map((s) => `<Override PartName="/xl/${s.part}" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" r:id="${s.id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((s) => `<Relationship Id="${s.id}" Type="${relations}/worksheet" Target="${s.part}"/>`).join('')}<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
  for (const { table, part } of sheets) {
    const range = `A1:${columnName(Math.max(0, table.header.length - 1))}${table.rows.length + 1}`;
    parts[`xl/${part}`] = `${head}${sheetXml(table, range)}`;
  }
  // One fixed moment for every part, the earliest a ZIP can hold: the same case gives the same bytes.
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts))
    files[name] = [strToU8(text), { mtime: new Date(1980, 0, 1), level: 6 }];
  return zipSync(files);
}

/** Style 0 plain, 1 header, 2 text that begins like a formula: shown as it is, never run. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;
