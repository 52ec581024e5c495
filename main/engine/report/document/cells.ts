import type { EvidenceLine } from '../../../../shared/contract/analysis-methods';
import type { Severity } from '../../../../shared/model/vocabulary';
import { mostEvidence } from '../../analyse/evidence-lines';
import { type Prose, prose, strong } from './prose';
import type { Cell, Rating } from './report-document';
import { number } from './words';

export const textCell = (text: string | null): Cell => ({
  text: prose(text === null || text === '' ? '–' : text),
});
export const strongCell = (text: string): Cell => ({ text: prose(strong(text)) });
export const numberCell = (value: number | null): Cell => textCell(value === null ? null : number(value));
export const proseCell = (text: Prose): Cell => ({ text });

const severityRatings: Readonly<Record<Severity, readonly [Rating, string]>> = {
  high: ['red', 'High'],
  medium: ['amber', 'Medium'],
  low: ['unknown', 'Low'],
  information: ['unknown', 'For information'],
};

export function severityCell(severity: Severity): Cell {
  const [rating, word] = severityRatings[severity];
  return { text: [], rating, word };
}

/** "plover.csv: lines 305, 307, 309; register.csv: line 4 (133 lines in all)". */
export function linesText(lines: readonly EvidenceLine[], most: number, all = lines.length): string {
  if (lines.length === 0) return 'no line';
  const byFile = new Map<string, number[]>();
  for (const { file, line } of lines.slice(0, most)) byFile.set(file, [...(byFile.get(file) ?? []), line]);
  const files = [...byFile].map(([file, numbers]) => {
    const known = [...new Set(numbers)].sort((a, b) => a - b);
    return known.every((line) => line === 0)
      ? file
      : `${file}: ${known.length === 1 ? 'line' : 'lines'} ${known.join(', ')}`;
  });
  if (all <= Math.min(lines.length, most)) return files.join('; ');
  // Findings keep only so many lines: how many there are is then not known from them.
  return `${files.join('; ')} (${all === mostEvidence ? 'and more' : `${number(all)} in all`})`;
}

export const linesCell = (lines: readonly EvidenceLine[], most: number, all?: number): Cell =>
  textCell(linesText(lines, most, all));
