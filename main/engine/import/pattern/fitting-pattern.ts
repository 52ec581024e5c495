import { compilePattern } from './compile-pattern';

/** Patterns of logs that are often given, the closest first. */
const known: readonly string[] = [
  '%{COMBINEDAPACHELOG}',
  '%{COMMONAPACHELOG}',
  '\\[?%{TIMESTAMP_ISO8601:time}\\]?\\s+\\[?%{LOGLEVEL:level}\\]?\\s+\\[%{DATA:thread}\\]\\s+%{JAVACLASS:class}\\s*[:-]+\\s*%{GREEDYDATA:event}',
  '\\[?%{TIMESTAMP_ISO8601:time}\\]?\\s+\\[?%{LOGLEVEL:level}\\]?:?\\s+%{GREEDYDATA:event}',
  '\\[?%{DATESTAMP:time}\\]?\\s+\\[?%{LOGLEVEL:level}\\]?:?\\s+%{GREEDYDATA:event}',
];
const looked = 50;
/** A stack trace goes on for lines: not every line has to be one of the log's own. */
const leastShare = 0.5;

/** A pattern that most of a text's first lines fit, to begin with; null where none does. */
export function fittingPattern(text: string): string | null {
  const fields = /^#Fields:\s+(.+)$/m.exec(text)?.[1];
  if (fields !== undefined) return patternOfFields(fields.trim().split(/\s+/));
  const lines = text
    .split(/\r?\n/, looked)
    .filter((line) => line.trim() !== '' && !/^\s/.test(line))
    .map((line) => line.slice(0, 2000));
  const fits = (pattern: string): boolean => {
    const compiled = compilePattern(pattern);
    if ('problem' in compiled) return false;
    const expression = new RegExp(`^${compiled.source}`, compiled.flags);
    return lines.filter((line) => expression.test(line)).length > lines.length * leastShare;
  };
  return known.find(fits) ?? null;
}

/** What a W3C extended log (of a web server) calls the parts of a line that mean something here. */
const meaningOfField: Readonly<Record<string, string>> = {
  'cs-method': 'event',
  'c-ip': 'peer',
  's-computername': 'system',
};

const patternOfFields = (fields: readonly string[]): string =>
  fields.map((field) => `(?<${meaningOfField[field] ?? field}>\\S+)`).join(' ');
