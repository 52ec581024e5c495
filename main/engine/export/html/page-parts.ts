import { displayText } from '../../../../shared/diagram/display-text';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { ExportInput } from '../exporter';
import { pageHead } from './page-head';
import { htmlTable } from './static-tables';
import { viewerStyle } from './viewer-style';

/** The state of the case, and the files with their hashes. */
export function sourcesOf({ generatedAt, sources }: ExportInput): string {
  const state = generatedAt === null ? [] : [`<p>${escapeXml(`State of the case: ${generatedAt}.`)}</p>`];
  if (sources.length === 0) return state.join('\n');
  const items = sources.map(
    ({ name, sha256 }) => `<li>${escapeXml(displayText(name))}, SHA-256 ${escapeXml(sha256)}</li>`,
  );
  const summary = `Source files with their hashes (${sources.length})`;
  return [...state, `<details><summary>${summary}</summary><ul>`, ...items, '</ul></details>'].join('\n');
}

/** A view that is a table, to read and to print anywhere; nothing in it runs. */
export function writeTablePage(input: ExportInput): string {
  const tables = (input.tables ?? []).map((table) => htmlTable(table, `${table.name}: ${table.rows.length}`));
  const title = `${input.title}: ${input.view}`;
  return `${pageHead({ title: displayText(title), style: viewerStyle })}
<header><h1>${escapeXml(displayText(title))}</h1></header>
<main>
<section id="tables" aria-label="Tables">
${tables.join('\n')}
</section>
</main>
<footer>
${sourcesOf(input)}
</footer>
</body>
</html>
`;
}
