import { grokDictionary } from './grok-dictionary';

export interface CompiledPattern {
  readonly source: string;
  readonly flags: string;
  /** The names of the groups, in the order of their first use; one name may stand in several alternatives. */
  readonly names: readonly string[];
  /** Which name each numbered group fills; null for a group without one. */
  readonly groups: readonly (string | null)[];
}

export type PatternProblem = { readonly problem: string };

const maximumExpanded = 20_000;
const maximumDepth = 20;

/**
 * Turns a pattern into a regular expression: named groups as JavaScript or Python write them, and grok
 * names (%{WORD:peer}) within. The problem says what to change.
 */
export function compilePattern(pattern: string): CompiledPattern | PatternProblem {
  const expanded = expandGrok(pattern.trim(), 0);
  if (typeof expanded !== 'string') return expanded;
  const inline = /^\(\?([imsx]+)\)/.exec(expanded);
  const body = translated(expanded.slice(inline?.[0].length ?? 0));
  const groups: (string | null)[] = [];
  const source = numberGroups(body, groups);
  const names = [...new Set(groups.filter((name) => name !== null))];
  if (names.length === 0) {
    return {
      problem: 'The pattern names no group. Name what it finds, for example (?<time>\\S+) or %{WORD:event}.',
    };
  }
  const flags = `d${inline?.[1]?.includes('i') ? 'i' : ''}`;
  try {
    new RegExp(source, flags);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: \/.*\/\w*: /s, '') : '';
    return { problem: `The pattern cannot be read: ${why}.` };
  }
  return { source, flags, names, groups };
}

/** %{NAME}, %{NAME:field} and %{NAME:field:type}; a field may be written [outer][inner]. */
function expandGrok(pattern: string, depth: number): string | PatternProblem {
  if (depth > maximumDepth) return { problem: 'The grok names lead to each other too deeply.' };
  let result = '';
  let at = 0;
  for (const match of pattern.matchAll(/%\{(\w+)(?::((?:\[[^\]]+\])+|[^}:]+))?(?::\w+)?\}/g)) {
    const [whole, name = '', field] = match;
    const known = Object.hasOwn(grokDictionary, name) ? grokDictionary[name] : undefined;
    if (known === undefined)
      return { problem: `The grok name %{${name}} is unknown. Write its expression instead.` };
    const inner = expandGrok(known, depth + 1);
    if (typeof inner !== 'string') return inner;
    const label = field
      ?.replace(/^\[|\]$/g, '')
      .replaceAll('][', ' ')
      .replace(/[>\s]+/g, ' ')
      .trim();
    result += pattern.slice(at, match.index) + (label ? `(?<${label}>${inner})` : `(?:${inner})`);
    at = match.index + whole.length;
    if (result.length > maximumExpanded) return { problem: 'The pattern is too long.' };
  }
  return result + pattern.slice(at);
}

/** What other dialects write and JavaScript lacks: (?P<name>…), atomic groups, possessive quantifiers, \A \Z \h. */
function translated(source: string): string {
  return source
    .replaceAll('(?P<', '(?<')
    .replaceAll('(?>', '(?:')
    .replace(
      /(\\.)|([*+?}])\+/gs,
      (_whole, escaped?: string, quantifier?: string) => escaped ?? quantifier ?? '',
    )
    .replace(
      /\\(.)/gs,
      (whole, letter: string) => ({ A: '^', Z: '$', z: '$', h: '[ \\t]' })[letter] ?? whole,
    );
}

/** Names of groups may repeat and hold any character here, so JavaScript is given plain groups in order. */
function numberGroups(source: string, groups: (string | null)[]): string {
  let result = '';
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (character === '\\') {
      result += source.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    if (character !== '(' || isInClass) {
      result += character;
      continue;
    }
    const named = /^\(\?<(?![=!])([^>]{1,100})>/.exec(source.slice(at, at + 110));
    if (named !== null) {
      groups.push(named[1]?.trim() ?? null);
      result += '(';
      at += named[0].length - 1;
    } else {
      if (source[at + 1] !== '?') groups.push(null);
      result += '(';
    }
  }
  return result;
}
