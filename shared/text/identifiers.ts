/** Identifiers as people paste them: one a line, or separated by commas, semicolons or tabs; each once. */
export function identifiersOf(text: string): readonly string[] {
  const parts = text
    .split(/[\n\r,;\t]+/)
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .filter((part) => part !== '');
  return [...new Set(parts)];
}

/** A list that is longer is traced as far as this. */
export const listedAtMost = 100_000;
