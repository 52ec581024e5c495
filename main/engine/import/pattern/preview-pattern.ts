import type { PatternPreview } from '../../../../shared/contract/import-methods';
import type { Mapping } from '../../../../shared/model/mapping';
import { patternOf } from '../time/detect-format';
import { compilePattern } from './compile-pattern';
import { LineMatcher, previewBudget } from './match-lines';
import { planPattern } from './pattern-table';

const maximumLines = 200;
const maximumCharacters = 4000;

/** What a pattern finds in the first lines of a log, for trying it out as it is typed. */
export function previewPattern(text: string, pattern: string, mapping: Mapping = {}): PatternPreview {
  const texts = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: line.slice(0, maximumCharacters) }))
    .filter((line) => line.text.trim() !== '')
    .slice(0, maximumLines);
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) {
    const lines = texts.map((line) => ({ ...line, isSlow: false, spans: null }));
    const none = {
      names: [],
      matched: 0,
      unmatched: texts.length,
      timeFormat: null,
      zone: null,
      notes: [],
    };
    return { problem: compiled.problem, lines, ...none };
  }
  const matches = new LineMatcher(compiled, previewBudget).match(texts.map((line) => line.text));
  const sample = texts.map(({ line }, index) => ({ line, match: matches[index] ?? null }));
  const plan = planPattern(compiled, sample, mapping, 'log');
  const fieldOf = (index: number): string | null => plan?.layout.fields[index] ?? null;
  const lines = texts.map(({ line, text: whole }, index) => {
    const match = matches[index] ?? null;
    const spans =
      match === null || match === 'slow'
        ? null
        : match.flatMap((found, at) =>
            found === null ? [] : [{ name: compiled.names[at] ?? '', field: fieldOf(at), ...found }],
          );
    return { line, text: whole, isSlow: match === 'slow', spans };
  });
  const matched = lines.filter((line) => line.spans !== null).length;
  const notes = [...(plan?.notes ?? [])];
  const has = (field: string): boolean =>
    plan?.layout.fields.includes(field) === true || mapping.constants?.[field] !== undefined;
  if (!has('event'))
    notes.push('No group says what happened. Name one "event", or give constants.event in the mapping.');
  if (!has('time')) notes.push('No group is the time. Name one "time".');
  else if (plan?.times == null && matched > 0)
    notes.push('The times fit no known format. Give time.format in the mapping.');
  if (lines.some((line) => line.isSlow)) {
    notes.push(
      'The pattern takes too long on some lines: avoid repetitions inside repetitions, such as (a+)+.',
    );
  }
  return {
    problem: null,
    names: compiled.names.map((name, index) => ({ name, field: fieldOf(index) })),
    lines,
    matched,
    unmatched: lines.length - matched,
    timeFormat: plan?.times ? patternOf(plan.times.format) : null,
    zone: plan?.times?.needsZone === true ? plan.times.zone : null,
    notes,
  };
}
