import { covered } from './font-metrics';

let codes: ReadonlySet<number> | undefined;

function coveredCodes(): ReadonlySet<number> {
  if (codes !== undefined) return codes;
  const found = new Set<number>();
  const numbers = covered.split(' ').map((text) => Number.parseInt(text, 36));
  let end = 0;
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const start = end + (numbers[index] ?? 0);
    end = start + (numbers[index + 1] ?? 0);
    for (let code = start; code <= end; code += 1) found.add(code);
  }
  codes = found;
  return found;
}

/** Whether Inter has a glyph for the character. */
export function isCovered(character: string): boolean {
  return coveredCodes().has(character.codePointAt(0) ?? 0);
}
