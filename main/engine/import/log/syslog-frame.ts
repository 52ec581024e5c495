/** What stands before a syslog message: RFC 5424, 6, or the older RFC 3164, 4.1. */
export interface SyslogFrame {
  readonly facility: number;
  readonly severity: number;
  /** As written; null for "-". */
  readonly time: string | null;
  /** RFC 3164 times have neither year nor zone. */
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
const legacy =
  /^((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d) (\S+) ([^\s:[]{1,48})(?:\[([^\]]{1,32})\])?: ?/;

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

/** One message with its header; null where it has none of the two forms. */
export function syslogFrame(text: string): SyslogFrame | null {
  const start = frameStart.exec(text);
  const priority = Number(start?.[1] ?? 'none');
  // RFC 5424, 6.2.1: 23 facilities of 8 severities.
  if (start === null || !(priority <= 191)) return null;
  const rest = text.slice(start[0].length);
  const common = { facility: priority >> 3, severity: priority & 7 };
  const header = modern.exec(`${rest} `);
  if (header !== null) {
    const [whole, , time = '-', host = '-', application = '-', process = '-', messageId = '-'] = header;
    const data = structuredData(rest.slice(whole.length));
    if (data === null) return null;
    return {
      ...common,
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
  const old = legacy.exec(rest);
  if (old === null) return null;
  return {
    ...common,
    time: old[1] ?? null,
    isLegacy: true,
    host: old[2] ?? null,
    application: old[3] ?? null,
    process: old[4] ?? null,
    messageId: null,
    parameters: [],
    message: rest.slice(old[0].length),
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
