import type { EvidenceLine } from '../../../../shared/contract/analysis-methods';
import { type Prose, type Run, strong } from './prose';

/** What one number of a report stands on. */
export interface FigureSource {
  /** What it counts: "messages sent on all flows". */
  readonly meaning: string;
  /** How it was worked out, where the lines alone do not say. */
  readonly basis: string;
  readonly lines: readonly EvidenceLine[];
  /** How many lines there are in all, where only some are named. */
  readonly allLines?: number;
}

export interface Figure extends FigureSource {
  readonly number: number;
  readonly value: string;
}

/** Every number of a report, numbered in the order in which a reader meets it; equal ones share a number. */
export class FigureRegister {
  readonly #figures = new Map<string, Figure>();

  /** The value with the mark of its citation. */
  cite(value: string, source: FigureSource): Prose {
    return [strong(value), this.mark(value, source)];
  }

  /** The mark alone, for a number that stands within other words. */
  mark(value: string, source: FigureSource): Run {
    const key = `${value}\u0000${source.meaning}`;
    let figure = this.#figures.get(key);
    if (figure === undefined) {
      figure = { ...source, value, number: this.#figures.size + 1 };
      this.#figures.set(key, figure);
    }
    // A no-break space keeps the mark to its number.
    return { text: `\u00a0[${figure.number}]`, cites: figure.number };
  }

  get figures(): readonly Figure[] {
    return [...this.#figures.values()];
  }
}
