import { createHash } from 'node:crypto';
import { displayText } from '../../../../shared/diagram/display-text';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import type { ExportInput } from '../exporter';
import { htmlTable } from './static-tables';
import { viewerStyle } from './viewer-style';

/**
 * From the doctype to the body's begin. Its policy lets nothing be loaded, and of scripts runs only the one
 * given, named by its hash.
 */
export function pageHead(title: string, script: string | null): string {
  const policy = [
    "default-src 'none'",
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    `style-src '${hashOf(viewerStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(displayText(title))}</title>
<style>${viewerStyle}</style>
</head>
<body>`;
}

/** As the policy names it: the text between the tags, to the byte. */
function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

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
  return `${pageHead(title, null)}
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
