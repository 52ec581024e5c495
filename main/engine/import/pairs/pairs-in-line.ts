/** A name before an equals sign, where a line, a blank or a separator lets one begin. */
const nameBefore = /(?:^|[\s,;|([{])([\p{L}_@][\p{L}\p{N}_.@-]{0,63})[ \t]?=/gu;
const mostPairs = 200;

export interface LineOfPairs {
  /** What stands before the first pair. */
  readonly before: string;
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

/**
 * The names and values of a line of `name=value`. A value in quotes goes to the closing one, with `\"` or `""` for
 * a quote within; a bare one goes to where the next name begins, so that it may hold blanks.
 */
export function pairsInLine(text: string): LineOfPairs {
  const pairs: [string, string][] = [];
  let before = text;
  nameBefore.lastIndex = 0;
  for (let found = nameBefore.exec(text); found && pairs.length < mostPairs; ) {
    if (pairs.length === 0) before = text.slice(0, found.index);
    const from = nameBefore.lastIndex;
    const quoted = quotedFrom(text, from + (/^[ \t]*/.exec(text.slice(from, from + 8))?.[0].length ?? 0));
    if (quoted) nameBefore.lastIndex = quoted.end;
    const next: RegExpExecArray | null = nameBefore.exec(text);
    const bare = withoutEnd(text.slice(from, next?.index ?? text.length));
    pairs.push([found[1] ?? '', quoted?.value ?? bare]);
    found = next;
  }
  return { before: before.trim(), pairs };
}

/** A bare value without the separator after it, or the bracket that was opened before its name. */
function withoutEnd(text: string): string {
  const value = text.trim().replace(/[\s,;|]+$/, '');
  const opener = { ')': '(', ']': '[', '}': '{' }[value.at(-1) ?? ''];
  return opener === undefined || value.includes(opener) ? value : value.slice(0, -1);
}

const quotes: ReadonlySet<string> = new Set(['"', "'"]);

/** Null where no quote opens there, or none closes it. */
function quotedFrom(text: string, from: number): { readonly value: string; readonly end: number } | null {
  const quote = text[from] ?? '';
  if (!quotes.has(quote)) return null;
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const one = text[at] as string;
    const isEscape = (one === '\\' && at + 1 < text.length) || (one === quote && text[at + 1] === quote);
    if (isEscape) {
      at += 1;
      value += text[at];
    } else if (one === quote) return { value, end: at + 1 };
    else value += one;
  }
  return null;
}
