/** Two names are one where they differ only in case, spacing and punctuation. */
export const nameFold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
