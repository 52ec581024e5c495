import vm from 'node:vm';
import type { CompiledPattern } from './compile-pattern';

/** A name's value and where it stands in the line. */
export interface Found {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The values by the pattern's names (null: the group took no part); null: no match; 'slow': given up. */
export type LineMatch = readonly (Found | null)[] | null | 'slow';

/** Enough for thousands of ordinary lines; what takes longer has an expression that explodes. */
export interface MatchBudget {
  readonly batchMilliseconds: number;
  /** One line's budget, and further, longer ones: a busy machine must not decide what is read. */
  readonly lineMilliseconds: readonly number[];
}

export const importBudget: MatchBudget = { batchMilliseconds: 1000, lineMilliseconds: [100, 500] };
export const previewBudget: MatchBudget = { batchMilliseconds: 200, lineMilliseconds: [50] };

/**
 * Matches lines within a budget of time. An expression can take years on one line (nested repetitions), and
 * nothing inside JavaScript stops it: here it runs in a context of its own that the runtime interrupts.
 */
export class LineMatcher {
  readonly #context: vm.Context;
  readonly #script = new vm.Script(
    'lines.map((line) => { const m = re.exec(line); return m && { m: [...m], at: m.indices }; })',
  );
  readonly #slots: readonly (readonly number[])[];

  constructor(
    pattern: CompiledPattern,
    private readonly budget: MatchBudget = importBudget,
  ) {
    this.#context = vm.createContext({ lines: [], source: pattern.source, flags: pattern.flags });
    vm.runInContext('var re = new RegExp(source, flags)', this.#context);
    this.#slots = pattern.names.map((name) =>
      pattern.groups.flatMap((group, index) => (group === name ? [index + 1] : [])),
    );
  }

  match(lines: readonly string[]): LineMatch[] {
    const together = this.#run(lines, this.budget.batchMilliseconds);
    if (together !== null) return together;
    return lines.map((line) => {
      for (const budget of this.budget.lineMilliseconds) {
        const alone = this.#run([line], budget);
        if (alone !== null) return alone[0] ?? null;
      }
      return 'slow';
    });
  }

  #run(lines: readonly string[], timeout: number): LineMatch[] | null {
    this.#context.lines = lines;
    try {
      const found: unknown = this.#script.runInContext(this.#context, { timeout });
      return Array.isArray(found) ? found.map((one) => this.#read(one)) : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
      throw error;
    }
  }

  #read(found: { m: (string | undefined)[]; at: ([number, number] | undefined)[] } | null): LineMatch {
    if (found === null) return null;
    return this.#slots.map((slots) => {
      for (const slot of slots) {
        const value = found.m[slot];
        const place = found.at[slot];
        if (value !== undefined && place !== undefined) return { value, from: place[0], to: place[1] };
      }
      return null;
    });
  }
}
