import { displayText } from '../../../../shared/diagram/display-text';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { ExportTable } from '../exporter';

/** A table as markup, every cell escaped; names in the first column can be made to show their card. */
export function htmlTable(
  table: ExportTable,
  caption: string,
  showIds: readonly (string | null)[] = [],
): string {
  const head = table.header.map((name) => `<th scope="col">${text(name)}</th>`).join('');
  const rows = table.rows.map((row, index) => {
    const id = showIds[index] ?? null;
    const cells = row.map((cell, column) => {
      if (typeof cell === 'number') return `<td class="number">${cell}</td>`;
      const words = text(
        cell === null ? 'not recorded' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell,
      );
      if (column > 0) return `<td>${words}</td>`;
      const name =
        id === null ? words : `<button type="button" data-show="${escapeXml(id)}">${words}</button>`;
      return `<th scope="row">${name}</th>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><caption>${text(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function text(raw: string): string {
  return escapeXml(displayText(raw));
}
