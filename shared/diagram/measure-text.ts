import { advances, rangeStarts, unitsPerEm } from './font-metrics';
import type { FontWeight } from './scene';

const tables = new Map<FontWeight, Map<number, number>>();

function tableOf(weight: FontWeight): Map<number, number> {
  const known = tables.get(weight);
  if (known !== undefined) return known;
  const table = new Map<number, number>();
  for (const [index, range] of advances[weight].entries()) {
    const start = rangeStarts[index] ?? 0;
    for (const [offset, advance] of range.split(' ').entries()) {
      if (advance !== '0') table.set(start + offset, Number(advance));
    }
  }
  tables.set(weight, table);
  return table;
}

/** Scripts that Inter lacks are drawn by some other font: wide enough for what those commonly are. */
function otherAdvance(code: number): number {
  const isCombining =
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x591 && code <= 0x5c7) ||
    (code >= 0x610 && code <= 0x61a) ||
    (code >= 0x64b && code <= 0x65f) ||
    (code >= 0xfe00 && code <= 0xfe0f);
  if (isCombining) return 0;
  if (code >= 0x1f000) return 1.3;
  return code >= 0x1100 ? 1.02 : 0.7;
}

/** Width in pixels of a text set in Inter, without kerning (which only narrows it). */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  const table = tableOf(weight);
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += table.get(code) ?? otherAdvance(code) * unitsPerEm;
  }
  return (units / unitsPerEm) * size;
}

const ellipsis = '…';

/** The text, or as much of its beginning as fits with an ellipsis. */
export function truncate(text: string, size: number, weight: FontWeight, width: number): string {
  if (textWidth(text.slice(0, 400), size, weight) <= width && text.length <= 400) return text;
  let kept = '';
  for (const character of text.slice(0, 400)) {
    if (textWidth(kept + character + ellipsis, size, weight) > width) break;
    kept += character;
  }
  return kept.trimEnd() + ellipsis;
}

/**
 * Breaks a text into at most `maxLines` lines, at spaces and after hyphens, slashes, dots and underscores;
 * a part longer than a line is cut, and what does not fit ends in an ellipsis.
 */
export function wrapText(
  text: string,
  size: number,
  weight: FontWeight,
  width: number,
  maxLines: number,
): readonly string[] {
  // Far beyond what any card shows, and short enough that a hostile label costs nothing.
  const parts = text.slice(0, 1000).match(/[^\s\-/._]*[-/._]+|[^\s\-/._]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (line === '' && part.trim() === '') continue;
    if (textWidth((line + part).trimEnd(), size, weight) <= width) {
      line += part;
      continue;
    }
    if (lines.length === maxLines - 1) {
      const rest = line + parts.slice(index).join('') + text.slice(1000);
      return [...lines, truncate(rest.trim(), size, weight, width)];
    }
    if (line.trim() !== '') {
      lines.push(line.trim());
      line = '';
      index -= 1;
      continue;
    }
    const fitting = longestStart(part, size, weight, width);
    lines.push(fitting);
    parts[index] = part.slice(fitting.length);
    index -= 1;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

function longestStart(text: string, size: number, weight: FontWeight, width: number): string {
  let kept = '';
  for (const character of text) {
    if (kept !== '' && textWidth(kept + character, size, weight) > width) break;
    kept += character;
  }
  return kept;
}
