import { createHash } from 'node:crypto';
import { escapeXml } from '../../../../shared/diagram/drawing-to-svg';

export interface PageHead {
  readonly title: string;
  readonly style: string;
  /** The one script that may run; null for none. */
  readonly script?: string | null;
  /** Whether the style brings fonts of its own, as data. */
  readonly hasFonts?: boolean;
}

/**
 * From the doctype to the body's begin of a page that opens offline anywhere. Its policy lets nothing be loaded,
 * and lets only the style and script given work, named by their hashes.
 */
export function pageHead({ title, style, script = null, hasFonts = false }: PageHead): string {
  const policy = [
    "default-src 'none'",
    ...(script === null ? [] : [`script-src '${hashOf(script)}'`]),
    `style-src '${hashOf(style)}'`,
    ...(hasFonts ? ['font-src data:'] : []),
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
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>`;
}

/** As the policy names it: the text between the tags, to the byte. */
function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
