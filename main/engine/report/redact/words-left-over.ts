import type { Prose } from '../document/prose';
import type { Block, ReportDocument } from '../document/report-document';
import { counted } from '../document/words';
import type { KnownNames, RedactedName } from './names-to-redact';

const leastLetters = 4;
const mostNotes = 8;

/**
 * Words of redacted names that still stand in the report, for a person to judge: a free text may speak of
 * "Plover" where the name is "Plover Practice Record". Words that kept names share say nothing, unless a kept name
 * gives the redacted one away by its first word: "Plover Health" beside "Plover Practice Record".
 */
export function wordsLeftOver(
  document: ReportDocument,
  names: readonly RedactedName[],
  known: KnownNames,
): readonly string[] {
  const redacted = names.filter(({ of }) => of !== 'source');
  if (redacted.length === 0) return [];
  const gone = new Set(redacted.map(({ name }) => name));
  // "System" of "GP System B" stands in "System A", which took its place.
  const standIns = new Set(redacted.flatMap(({ shown }) => wordsOf(shown)));
  const keptNames = [known.person, known.organisation, known.system, known.dataset, known.site]
    .flat()
    .filter((name) => !gone.has(name));
  const kept = new Set(keptNames.flatMap(wordsOf));
  const keptFirst = new Set(keptNames.map((name) => wordsOf(name)[0]));
  const sharedFirst = new Set(
    redacted.map(({ name }) => wordsOf(name)[0]).filter((word) => keptFirst.has(word)),
  );
  const suspects = new Map<string, number>();
  for (const { name } of redacted) {
    for (const word of new Set(wordsOf(name))) suspects.set(word, (suspects.get(word) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const text of textsOf(document)) {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const left = [...suspects]
    // A word of three names and more ("Record", "Hospital") is no name by itself.
    .filter(([word, of]) => of < 3 && /^\p{Lu}/u.test(word))
    .filter(([word]) => (!kept.has(word) || sharedFirst.has(word)) && !standIns.has(word) && counts.has(word))
    .map(([word]) => word)
    .sort((a, b) => (a < b ? -1 : 1));
  const notes = left
    .slice(0, mostNotes)
    .map(
      (word) =>
        `The word “${word}” of a redacted name still stands in the report (${counts.get(word)} ×). If it gives the name away, add a rule for that text.`,
    );
  const more = left.length - notes.length;
  return more > 0
    ? [
        ...notes,
        `${counted(more, 'more word')} of redacted names still ${more === 1 ? 'stands' : 'stand'} in the report.`,
      ]
    : notes;
}

const wordsOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= leastLetters);

/** Every text of a document, pictures' words included. */
export function textsOf(document: ReportDocument): readonly string[] {
  const prose = (text: Prose): string => text.map((run) => run.text).join('');
  const block = (one: Block): readonly string[] => {
    switch (one.kind) {
      case 'heading':
        return [one.text];
      case 'paragraph':
        return [prose(one.text)];
      case 'list':
        return one.items.map(prose);
      case 'numbers':
        return one.items.flatMap(({ value, label }) => [prose(value), label]);
      case 'table':
        return [one.caption, ...one.rows.flat().map(({ text }) => prose(text))];
      case 'picture':
        return [one.title, one.description, ...one.notes];
    }
  };
  return [
    document.title,
    document.caseTitle,
    document.marking,
    ...document.footer,
    ...document.sections.flatMap((section) => [section.title, ...section.blocks.flatMap(block)]),
  ];
}
