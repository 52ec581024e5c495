/** Words in one weight; with `cites`, the mark of a figure's citation: "[12]". */
export interface Run {
  readonly text: string;
  readonly isStrong?: boolean;
  readonly cites?: number;
}

/** Running text. */
export type Prose = readonly Run[];

type Part = string | Run | Prose;

/** Strings, runs and prose as one text. */
export const prose = (...parts: readonly Part[]): Prose =>
  parts.flatMap((part): Prose => {
    if (typeof part === 'string') return part === '' ? [] : [{ text: part }];
    return Array.isArray(part) ? (part as Prose) : [part as Run];
  });

/** Ends a line within a paragraph or a cell. */
export const lineBreak: Run = { text: '\n' };

export const strong = (text: string): Run => ({ text, isStrong: true });

/** The words alone, citations included, as they are read aloud. */
export const proseText = (text: Prose): string => text.map((run) => run.text).join('');

/** "A, B and C". */
export function joinProse(parts: readonly Prose[]): Prose {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ text: index === parts.length - 1 ? ' and ' : ', ' }, ...part],
  );
}
