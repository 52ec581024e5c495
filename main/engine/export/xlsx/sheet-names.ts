/** What a sheet's name must not hold (ECMA-376 18.2.19, as Excel enforces it), and what XML cannot. */
const forbidden = /[:\\/?*[\]'\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const longest = 31;

/**
 * Names that a workbook can have: no longer than Excel takes, without what it forbids, and no two the same,
 * for which capitals do not count. Excel calls a file damaged that has others.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = name.replace(forbidden, ' ').replaceAll(/\s+/g, ' ').trim() || 'sheet';
    for (let copy = 1; ; copy++) {
      const ending = copy === 1 ? '' : ` ${copy}`;
      const candidate = `${cut(clean, longest - ending.length)}${ending}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** By UTF-16 units, as Excel counts, and never through the middle of a character. */
function cut(text: string, most: number): string {
  let result = '';
  for (const character of text) {
    if (result.length + character.length > most) break;
    result += character;
  }
  return result.trimEnd();
}
