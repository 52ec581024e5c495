/** Whether the letters are those that the words begin with; small words may be passed over. */
export function isAcronymOf(letters: string, words: string): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const all = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? '').join('');
  return [all, all.filter((word) => /^\p{Lu}|^\p{L}{4,}/u.test(word))].some(
    (list) => initials(list).toUpperCase() === letters,
  );
}
