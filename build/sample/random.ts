/**
 * A small seeded generator of pseudo-random numbers (a 32-bit counter mixed by multiplication and shifts).
 * The same seed gives the same sequence on every machine, so made-up estates are the same bytes everywhere.
 */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  /** A number, `to` excluded. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(of: readonly T[]): T;
  shuffle<T>(of: readonly T[]): T[];
  /** An independent generator: drawing from it does not move this one. */
  fork(label: string): Random;
}

export function createRandom(seed: string | number): Random {
  let state = hashText(String(seed));
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(of: readonly T[]): T => {
    const index = integer(0, of.length - 1);
    if (of.length === 0) throw new Error('nothing to pick from');
    return of[index] as T;
  };
  return {
    next,
    integer,
    pick,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    shuffle: (of) => {
      const shuffled = [...of];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as never, shuffled[last] as never];
      }
      return shuffled;
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
