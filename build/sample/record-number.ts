import type { Random } from './random';

/**
 * Ten-digit record numbers with a right modulus 11 check digit. All start with 999, the range kept for
 * tests: none is or can become a living person's number.
 */
export function recordNumbers(random: Random, count: number): string[] {
  const numbers = new Set<string>();
  while (numbers.size < count) {
    const number = withCheckDigit(`999${String(random.integer(0, 999_999)).padStart(6, '0')}`);
    if (number) numbers.add(number);
  }
  return [...numbers];
}

/** Null where the nine digits have no valid check digit (it would be 10). */
export function withCheckDigit(nineDigits: string): string | null {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(nineDigits[index]) * (10 - index);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? null : `${nineDigits}${digit}`;
}
