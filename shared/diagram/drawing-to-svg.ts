import { type Drawing, type DrawingItem, type DrawnText, coordinate as n, type Stroke } from './drawing';
import { figureRuns } from './figure-runs';

/** Inter where it is installed, else a face of like width: the file refers to nothing outside itself. */
const fontFamily = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * Writes a drawing as one SVG document, byte for byte the same for the same drawing. Text is escaped,
 * and there is no script, style sheet, foreignObject or reference to anything outside. `idPrefix` keeps the
 * ids of several pictures in one page apart.
 */
export function drawingToSvg(drawing: Drawing, idPrefix = ''): string {
  const size = `width="${n(drawing.width)}" height="${n(drawing.height)}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${n(drawing.width)} ${n(drawing.height)}" role="img" aria-labelledby="${idPrefix}title ${idPrefix}description" lang="en-GB" xml:lang="en-GB" font-family="${escapeXml(fontFamily)}">`,
    `<title id="${idPrefix}title">${escapeXml(drawing.title)}</title>`,
    `<desc id="${idPrefix}description">${escapeXml(drawing.description)}</desc>`,
    `<rect width="${n(drawing.width)}" height="${n(drawing.height)}" fill="${drawing.background}"/>`,
    ...drawing.items.map(writeItem),
    '</svg>',
    '',
  ];
  return lines.join('\n');
}

function writeItem(item: DrawingItem): string {
  switch (item.kind) {
    case 'rectangle': {
      const radius = item.radius > 0 ? ` rx="${n(item.radius)}"` : '';
      const place = `x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}"`;
      return `<rect ${place}${radius}${writePaint(item.fill, item.stroke)}/>`;
    }
    case 'path':
      return `<path d="${item.d}"${writePaint(item.fill, item.stroke)}/>`;
    case 'text':
      return writeText(item);
    case 'group': {
      const id = item.id === undefined ? '' : ` data-id="${escapeXml(item.id)}"`;
      return `<g class="${item.role}"${id}>\n${item.items.map(writeItem).join('\n')}\n</g>`;
    }
  }
}

function writeText(item: DrawnText): string {
  const anchor = item.anchor === 'start' ? '' : ` text-anchor="${item.anchor}"`;
  const place = `x="${n(item.x)}" y="${n(item.y)}"`;
  const kerning = figureRuns(item.text).some((run) => run.isFigure) ? ' font-kerning="none"' : '';
  return `<text ${place} font-size="${n(item.size)}" font-weight="${item.weight}" fill="${item.fill}"${anchor}${kerning}>${escapeXml(item.text)}</text>`;
}

function writePaint(fill: string | undefined, stroke: Stroke | undefined): string {
  const parts = [` fill="${fill ?? 'none'}"`];
  if (stroke !== undefined) {
    parts.push(` stroke="${stroke.colour}" stroke-width="${n(stroke.width)}"`);
    if (stroke.dash !== undefined && stroke.dash.length > 0) {
      parts.push(` stroke-dasharray="${stroke.dash.map(n).join(' ')}"`);
    }
    if (stroke.cap === 'round') parts.push(' stroke-linecap="round" stroke-linejoin="round"');
  }
  return parts.join('');
}

/** What XML 1.0 cannot hold in any form: controls, non-characters, lone surrogates. */
const illegal = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|' +
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g',
);

/** For content and attribute values alike; what XML cannot carry becomes the replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(illegal, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
