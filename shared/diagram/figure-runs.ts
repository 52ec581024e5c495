export interface TextRun {
  readonly text: string;
  /** A figure with its separators, such as "26,103" or "09:31". */
  readonly isFigure: boolean;
}

const figure = /\d+[.,:;][\d.,:;]*/g;

/**
 * A text in runs, figures apart. Inter draws a separator so close to some digits ("7,1") that the comma lies
 * under the next one: figures are drawn without kerning, words with it.
 */
export function figureRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(figure)) {
    if (index > from) runs.push({ text: text.slice(from, index), isFigure: false });
    runs.push({ text: found, isFigure: true });
    from = index + found.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), isFigure: false });
  return runs;
}
