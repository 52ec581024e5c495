import { textWidth } from '../measure-text';
import type { LabelForm } from './place-labels';

/** How edge labels are set: the smallest text in a picture. */
export const labelText = { size: 10.5, lineHeight: 13, weight: 500, side: 4, top: 1.5 } as const;

/** Words of a label beside each other, as they are said and as they stand on a horizontal line. */
export const wordSeparator = ' · ';

/** The words of a label that stand together each. */
export const wordsOf = ({ label }: { readonly label: string }): readonly string[] =>
  label === '' ? [] : label.split(wordSeparator);

/** The ways a label can be broken: all in one line, or one line for each of its words. */
export function labelForms(words: readonly string[]): readonly LabelForm[] {
  if (words.length === 0) return [];
  const stacked = formOf(words, 'down');
  return words.length === 1 ? [stacked] : [formOf([words.join(wordSeparator)], 'across'), stacked];
}

function formOf(lines: readonly string[], suits: LabelForm['suits']): LabelForm {
  const widths = lines.map((line) => textWidth(line, labelText.size, labelText.weight));
  return {
    lines,
    width: Math.ceil(Math.max(...widths)) + 2 * labelText.side,
    height: lines.length * labelText.lineHeight + 2 * labelText.top,
    suits,
  };
}
