/** Wrong words on the command line: exit status 2. */
export class WrongArguments extends Error {}

export interface ParsedArguments {
  readonly positional: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Splits a command's words into positions, flags (`--json`) and options with values (`--map FILE`,
 * `--map=FILE`, `-o FILE`). `options` names the latter and how many values each takes.
 */
export function parseArguments(
  words: readonly string[],
  flags: readonly string[],
  options: Readonly<Record<string, number>>,
): ParsedArguments {
  const isOption = (word: string): boolean => {
    const name = /^--?([a-z][a-z-]*)$/.exec(word)?.[1] ?? '';
    return flags.includes(name) || name in options;
  };
  const positional: string[] = [];
  const given = new Set<string>();
  const values = new Map<string, readonly string[]>();
  const rest = [...words];
  let onlyPositional = false;
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (onlyPositional || !word.startsWith('-') || word === '-') {
      positional.push(word);
      continue;
    }
    if (word === '--') {
      onlyPositional = true;
      continue;
    }
    const [name = '', inline] = word.replace(/^-+/, '').split(/=(.*)/s);
    if (flags.includes(name) && inline === undefined) given.add(name);
    else if (name in options) {
      const count = options[name] ?? 1;
      const taken = inline === undefined ? rest.splice(0, count) : [inline, ...rest.splice(0, count - 1)];
      const isCutShort = taken.some((value, i) => (i > 0 || inline === undefined) && isOption(value));
      if (taken.length < count || isCutShort)
        throw new WrongArguments(`${word} needs ${count === 1 ? 'a value' : `${count} values`}.`);
      values.set(name, count === 1 ? [...(values.get(name) ?? []), ...taken] : taken);
    } else throw new WrongArguments(`There is no option ${word} here.`);
  }
  return { positional, flags: given, values };
}

/** The value of an option, if it was given; the last one where it was given again. */
export const optionOf = (args: ParsedArguments, name: string): string | undefined =>
  args.values.get(name)?.at(-1);
