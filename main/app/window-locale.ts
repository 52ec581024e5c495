/**
 * The locale of dates and numbers: the region that the person chose for their system where it speaks the
 * window's language, else the window's own (which `--lang` sets). A system without any setting, as in a
 * container, would count as American; it gets British English, the language of the catalogue.
 */
export function windowLocale(
  language: string,
  region: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const spoken = language.split('-')[0];
  // What a system calls its region need not be a language tag: "en-US-POSIX@currency" is none.
  const named = /^([a-z]{2,3}-[A-Z]{2})\b/.exec(region.replace('_', '-'))?.[1];
  const hasRegion = named !== undefined && named.split('-')[0] === spoken;
  const chosen = hasRegion && !language.includes('-XA') ? named : language;
  return chosen === 'en-US' && isUnset(env) ? 'en-GB' : chosen;
}

/** POSIX's own names for "nothing chosen". Other systems always have a choice. */
function isUnset(env: Readonly<Record<string, string | undefined>>): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return false;
  const named = env.LC_ALL || env.LC_TIME || env.LANGUAGE || env.LANG || '';
  return /^(C|POSIX)?(\.|$)/.test(named);
}
