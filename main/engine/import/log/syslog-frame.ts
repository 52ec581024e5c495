/** What stands before a syslog message: RFC 5424, 6, the older RFC 3164, 4.1, or what daemons made of it. */
export interface SyslogFrame {
  /** Null where the priority was left out, as files on disk do. */
  readonly severity: number | null;
  /** As written; null for "-". */
  readonly time: string | null;
  /** The time has the month by name, as RFC 3164 wants it: often without a year, always without a zone. */
  readonly isLegacy: boolean;
  readonly host: string | null;
  readonly application: string | null;
  readonly process: string | null;
  readonly messageId: string | null;
  /** Structured data: element id, parameter name, value. */
  readonly parameters: readonly (readonly [element: string, name: string, value: string])[];
  readonly message: string;
}

/** RFC 6587 prefixes each message of a TCP stream with its length. */
export const frameStart = /^(?:\d{1,7} )?<(\d{1,3})>/;
const modern = /^(\d{1,2}) (\S+) (\S+) (\S+) (\S+) (\S+) /;
const legacyTime = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,6})?`;
/** The time that relays write in place of the old one. */
const relayTime = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)`;
const tag = String.raw`([^\s:[\]]{1,48})(?:\[([^\]]{1,32})\])?:`;
/** The program's name may be missing. */
const old = new RegExp(`^(${legacyTime}|${relayTime}) (\\S+) (?:${tag} ?)?`);
/** Without a priority only a complete header tells the line from one of any other log. */
const plain = new RegExp(
  `^(${legacyTime}|${relayTime}) (?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)\\b)(\\S+) ${tag} ?`,
);

/** True for a line that starts a message without its priority, as files on disk have them. */
export const startsPlainly = (text: string): boolean => plain.test(text);

export const severities = [
  'emergency',
  'alert',
  'critical',
  'error',
  'warning',
  'notice',
  'informational',
  'debug',
] as const;

/** One message with its header; null where it has none of the forms. */
export function syslogFrame(text: string): SyslogFrame | null {
  const start = frameStart.exec(text);
  if (start === null) return oldFrame(plain.exec(text), text, null);
  const priority = Number(start[1]);
  // RFC 5424, 6.2.1: 23 facilities of 8 severities.
  if (!(priority <= 191)) return null;
  const rest = text.slice(start[0].length);
  const severity = priority & 7;
  const header = modern.exec(`${rest} `);
  if (header === null) return oldFrame(old.exec(rest), rest, severity);
  const [whole, , time = '-', host = '-', application = '-', process = '-', messageId = '-'] = header;
  const data = structuredData(rest.slice(whole.length));
  if (data === null) return null;
  return {
    severity,
    time: orNull(time),
    isLegacy: false,
    host: orNull(host),
    application: orNull(application),
    process: orNull(process),
    messageId: orNull(messageId),
    parameters: data.parameters,
    message: data.rest.replace(/^ /, '').replace(/^\uFEFF/, ''),
  };
}

function oldFrame(header: RegExpExecArray | null, text: string, severity: number | null): SyslogFrame | null {
  if (header === null) return null;
  const [whole, time = '', host = null, application = null, process = null] = header;
  return {
    severity,
    time,
    isLegacy: /^[A-Z]/.test(time),
    host,
    application: application ?? null,
    process: process ?? null,
    messageId: null,
    parameters: [],
    message: text.slice(whole.length),
  };
}

function orNull(word: string): string | null {
  return word === '-' ? null : word;
}

/** `-` or `[id name="value" …]…`; in values `\"`, `\\` and `\]` are escaped (RFC 5424, 6.3). */
function structuredData(text: string): { parameters: [string, string, string][]; rest: string } | null {
  if (text.startsWith('-') || text === '') return { parameters: [], rest: text.slice(1) };
  const parameters: [string, string, string][] = [];
  let at = 0;
  while (text[at] === '[') {
    const id = /^\[([^\s=\]"]{1,64})/.exec(text.slice(at, at + 80))?.[1];
    if (id === undefined) return null;
    at += id.length + 1;
    for (;;) {
      if (text[at] === ']') {
        at += 1;
        break;
      }
      const name = /^ +([^\s=\]"]{1,64})="/.exec(text.slice(at, at + 140));
      if (name === null) return null;
      at += name[0].length;
      let value = '';
      while (text[at] !== '"') {
        if (at >= text.length) return null;
        if (text[at] === '\\' && /["\\\]]/.test(text[at + 1] ?? '')) at += 1;
        value += text[at];
        at += 1;
      }
      at += 1;
      parameters.push([id, name[1] ?? '', value]);
    }
  }
  return at === 0 ? null : { parameters, rest: text.slice(at) };
}
