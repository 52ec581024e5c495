import { delimitedText } from '../../../../shared/text/delimited-text';
import { type Exporter, type ExportInput, type ExportTable, tableViews } from '../exporter';
import { edgeTable, nodeTable } from '../graph-table';
import { requireGraph } from '../require-scene';

/**
 * CSV (RFC 4180), formula cells neutralised. A map becomes one table with a column that tells nodes from
 * edges, so that any reader can take it; every other view is the table that it is.
 */
export const csvExporter: Exporter = {
  id: 'csv',
  title: 'CSV table',
  extension: 'csv',
  views: ['map', ...tableViews],
  async write(input) {
    const table = oneTable(tablesFor(input));
    return { content: delimitedText(table.header, table.rows), notes: [] };
  },
};

function tablesFor(input: ExportInput): readonly ExportTable[] {
  if (input.view !== 'map') return input.tables ?? [];
  const graph = requireGraph(input);
  return [nodeTable(graph), edgeTable(graph)];
}

/** Several tables as one: all their columns, and one in front that names the table. */
function oneTable(tables: readonly ExportTable[]): ExportTable {
  const [first, ...others] = tables;
  if (first === undefined) return { name: 'empty', header: [], rows: [] };
  if (others.length === 0) return first;
  const columns = [...new Set(tables.flatMap((table) => table.header))];
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => {
      const cells = new Map(table.header.map((name, index) => [name, row[index] ?? null]));
      return [table.name, ...columns.map((name) => cells.get(name) ?? null)];
    }),
  );
  return { name: 'all', header: ['Table', ...columns], rows };
}
