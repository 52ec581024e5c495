const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Scripts and signs that a terminal draws two columns wide (Unicode Standard Annex 11, wide and fullwidth). */
const wide =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6])/u;

const columnsOf = (grapheme: string): number => (wide.test(grapheme) ? 2 : 1);

/** How many columns of a terminal a text takes: what a person sees as one sign counts once, a wide one twice. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += columnsOf(segment);
  return width;
}

/** The text, cut to so many columns with an ellipsis where it is longer; no sign is cut in two. */
export function cutToWidth(text: string, columns: number): string {
  if (isPlain(text)) return text.length > columns ? `${text.slice(0, columns - 1)}…` : text;
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += columnsOf(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Filled with spaces to so many columns, at its end or, for numbers, at its start. */
export function padToWidth(text: string, columns: number, isNumber: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return isNumber ? space + text : text + space;
}

/**
 * A text of somebody else's for a terminal: control signs could move the cursor or recolour what was printed, and
 * signs that turn the writing direction could make a line read as another; each is shown as one that is unknown.
 */
export const harmless = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
