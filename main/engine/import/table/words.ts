import type {
  EventKind,
  FlowExpectation,
  FlowStatus,
  HoldingRole,
  ResponsibilityRole,
} from '../../../../shared/model/vocabulary';

/** A log says the same few words in every row: they are folded once. */
const folded = new Map<string, string>();
const mostFolded = 4096;

function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const now = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.size < mostFolded && text.length <= 64) folded.set(text, now);
  return now;
}

function table<T>(entries: readonly (readonly [T, readonly string[]])[]): (text: string) => T | null {
  const map = new Map<string, T>();
  for (const [value, words] of entries) for (const word of words) map.set(fold(word), value);
  return (text) => map.get(fold(text)) ?? null;
}

/** What a log's word for an event means; null for a word of its own, which is then a step. */
export const eventKindOf = table<EventKind>([
  [
    'sent',
    [
      'sent',
      'send',
      'sending',
      'transmitted',
      'transmit',
      'dispatched',
      'dispatch',
      'forwarded',
      'forward',
      'published',
      'out',
      'outbound',
      'egress',
      'submitted',
      'released',
      'exported',
      'message sent',
      'msg sent',
      'tx',
      'send message',
      'sent ok',
      'delivered to',
      'emitted',
      'posted',
      'outgoing',
      'gesendet',
    ],
  ],
  [
    'received',
    [
      'received',
      'receive',
      'receiving',
      'recieved',
      'recd',
      'rec d',
      'in',
      'inbound',
      'ingress',
      'rx',
      'arrived',
      'message received',
      'msg received',
      'receive message',
      'received ok',
      'receipt',
      'incoming',
      'consumed',
      'imported',
      'got',
      'recv',
      'rcvd',
      'empfangen',
    ],
  ],
  [
    'acknowledged',
    [
      'acknowledged',
      'ack',
      'acked',
      'aa',
      'ca',
      'acknowledgement',
      'acknowledgment',
      'ack received',
      'acknowledge',
      'accepted',
    ],
  ],
  [
    'rejected',
    [
      'rejected',
      'reject',
      'nack',
      'nak',
      'nacked',
      'ae',
      'ar',
      'ce',
      'cr',
      'error',
      'errored',
      'failed',
      'failure',
      'refused',
      'bounced',
      'undeliverable',
      'negative acknowledgement',
      'negative ack',
      'message rejected',
      'send failed',
      'delivery failed',
      'declined',
    ],
  ],
  [
    'filtered',
    [
      'filtered',
      'filter',
      'suppressed',
      'withheld',
      'excluded',
      'filtered out',
      'opted out',
      'blocked by rule',
      'not sent by rule',
      'discarded by rule',
    ],
  ],
  [
    'queued',
    [
      'queued',
      'queue',
      'enqueued',
      'pending',
      'waiting',
      'deferred',
      'in queue',
      'on queue',
      'placed on queue',
      'awaiting dispatch',
      'spooled',
    ],
  ],
  ['filed', ['filed', 'stored', 'saved', 'committed', 'persisted', 'written', 'file', 'store']],
  ['deleted', ['deleted', 'delete', 'purged', 'purge', 'removed', 'erased']],
  ['transformed', ['transformed', 'transform', 'converted', 'translated']],
  [
    'heartbeat',
    [
      'heartbeat',
      'heart beat',
      'alive',
      'ping',
      'keepalive',
      'keep alive',
      'health check',
      'healthcheck',
      'health',
      'still alive',
      'tick',
      'hb',
      'i am alive',
    ],
  ],
]);

const exactStatusOf = table<FlowStatus>([
  [
    'live',
    [
      'live',
      'active',
      'in use',
      'production',
      'in production',
      'operational',
      'current',
      'running',
      'yes',
      'as is',
      'existing',
      'deployed',
      'in service',
      'enabled',
      'open',
      'y',
      'true',
      'on',
    ],
  ],
  [
    'planned',
    [
      'planned',
      'proposed',
      'future',
      'to be',
      'design',
      'in design',
      'in development',
      'development',
      'approved',
      'pipeline',
      'not yet live',
      'not live',
      'in build',
      'test',
      'in test',
      'pilot',
      'draft',
      'target',
      'plan',
      'on order',
    ],
  ],
  [
    'retired',
    [
      'retired',
      'decommissioned',
      'closed',
      'inactive',
      'ended',
      'withdrawn',
      'switched off',
      'off',
      'obsolete',
      'stopped',
      'discontinued',
      'phase out',
      'end of life',
      'disabled',
      'archived',
    ],
  ],
]);

/** Words of a status in order of weight: an end outweighs a plan, and a plan what is there. */
const statusWords: readonly (readonly [RegExp, FlowStatus])[] = [
  [
    /\b(retired?|decommission\w*|withdrawn|obsolete|discontinued|ceased|terminated|closed|switched off|turned off|archived|no longer|not in use|end of life|sunset)\b/,
    'retired',
  ],
  [
    /\b(planned|plan|proposed|future|to be|pipeline|in (design|development|build|test|testing|progress|procurement|discovery)|under (development|construction)|not yet|not live|go live|go-live|due|pending|draft|pilot|target|awaiting|approved)\b/,
    'planned',
  ],
  [/\b(live|active|in use|in production|in service|operational|current|running|deployed|existing)\b/, 'live'],
];

/** The status that a cell names, also among other words: "Decommissioned 2022", "Proposed (phase 2)". */
export function flowStatusOf(text: string): FlowStatus | null {
  const exact = exactStatusOf(text);
  if (exact !== null) return exact;
  const words = text.toLowerCase();
  if (words.length > 80) return null;
  return statusWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

export const expectationOf = table<FlowExpectation>([
  [
    'all',
    [
      'all',
      'every',
      'all records',
      'complete',
      '100',
      'full',
      'everything',
      'every record',
      'total',
      'unfiltered',
      'yes',
    ],
  ],
  [
    'filtered',
    [
      'filtered',
      'subset',
      'some',
      'selected',
      'partial',
      'filter',
      'some records',
      'by rule',
      'consented only',
      'opt outs removed',
      'selection',
      'part',
    ],
  ],
  [
    'aggregated',
    ['aggregated', 'aggregate', 'summary', 'summarised', 'counts', 'counts only', 'totals', 'statistics'],
  ],
  ['unknown', ['unknown', 'not known', 'tbc', 'unclear']],
]);

export const holdingRoleOf = table<HoldingRole>([
  [
    'system of record',
    [
      'system of record',
      'record',
      'sor',
      'master',
      'primary',
      'source',
      'authoritative',
      'golden source',
      'origin',
      'owner',
    ],
  ],
  ['system of reference', ['system of reference', 'reference', 'authoritative copy', 'read master']],
  ['copy', ['copy', 'replica', 'secondary', 'duplicate', 'extract', 'subscriber']],
  ['cache', ['cache', 'cached', 'temporary']],
  ['archive', ['archive', 'archived', 'backup', 'historic']],
  ['transit', ['transit', 'in transit', 'pass through', 'passthrough', 'relay', 'router']],
]);

export const responsibilityRoleOf = table<ResponsibilityRole>([
  ['controller', ['controller', 'data controller', 'sole controller']],
  ['joint controller', ['joint controller', 'joint data controller']],
  ['processor', ['processor', 'data processor']],
  ['sub-processor', ['sub-processor', 'subprocessor', 'sub processor']],
  [
    'information asset owner',
    ['information asset owner', 'iao', 'asset owner', 'information asset owner iao'],
  ],
  ['information asset administrator', ['information asset administrator', 'iaa', 'asset administrator']],
  ['senior information risk owner', ['senior information risk owner', 'siro']],
  ['caldicott guardian', ['caldicott guardian', 'caldicott', 'guardian']],
  ['business owner', ['business owner', 'service owner', 'business application owner']],
  ['it owner', ['it owner', 'technical owner', 'it application owner', 'technical lead', 'system manager']],
  [
    'owner',
    [
      'owner',
      'data owner',
      'system owner',
      'sro',
      'accountable',
      'lead officer',
      'managed by',
      'responsible owner',
      'flow owner',
      'interface owner',
      'accountable owner',
      'accountable officer',
      'accountable person',
      'dataset owner',
      'application owner',
      'product owner',
      'senior responsible owner',
      'senior responsible officer',
      'lead',
    ],
  ],
  ['steward', ['steward', 'data steward']],
  ['custodian', ['custodian', 'data custodian']],
  ['supplier', ['supplier', 'vendor', 'provider', 'manufacturer']],
  ['host', ['host', 'hosting provider', 'hosted by', 'hosting']],
]);

const blanks = new Set(
  [
    '',
    'n a',
    'na',
    'none',
    'tbc',
    'tbd',
    'tba',
    'unknown',
    'not known',
    'not assigned',
    'unassigned',
    'vacant',
    'not recorded',
    'not applicable',
    'nil',
    'null',
    'to be confirmed',
    'to be determined',
    'no owner',
    'blank',
    'not stated',
    'not specified',
    'n k',
    'nk',
    'not set',
    'not defined',
    'not documented',
    'don t know',
    'to be decided',
    'to be agreed',
    'to be assigned',
    'awaiting',
    'no data',
    'undefined',
    'see notes',
  ].map(fold),
);

/** A cell that answers nothing: empty, a dash, a question mark, or a word that says so ("TBC", "vacant"). */
export const isBlank = (text: string): boolean => blanks.has(fold(text));

/**
 * Several names in one cell, parted by semicolons, bars or line breaks, or as a JSON list. A comma is part
 * of many names: it parts only where the column is a list by its header and every part begins as a name does.
 */
export function splitNames(text: string, isList = false): readonly string[] {
  const named = text.startsWith('[') ? namesInJson(text) : null;
  const parts = named ?? text.split(/[;|\n\r\u2022]+/);
  const split = isList && parts.length === 1 && named === null ? atCommas(text) : parts;
  return split.map((part) => part.trim()).filter((part) => !isBlank(part));
}

function atCommas(text: string): readonly string[] {
  const parts = text.split(/,(?![^(]*\))/);
  return parts.every((part) => /^\s*[\p{Lu}\p{N}]/u.test(part)) ? parts : [text];
}

function namesInJson(text: string): readonly string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  const names = value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item === null ? '' : String(item);
    const entry = Object.entries(item).find(([key]) => /^(name|displayName|title|id)$/i.test(key));
    return entry && typeof entry[1] === 'string' ? entry[1] : JSON.stringify(item);
  });
  return names;
}

const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'present',
  'in place',
  'enabled',
  'done',
  'full',
  'active',
  'on',
  'x',
  'tick',
  'implemented',
  'green',
]);
const no = new Set([
  'no',
  'n',
  'false',
  '0',
  'absent',
  'not in place',
  'missing',
  'never',
  'disabled',
  'off',
  'none',
  'not done',
  'red',
  'no backup',
  'no logging',
]);

/**
 * The state of a control as a cell gives it: yes, no, or a free answer such as "Daily" or "7 years", which
 * says that it is there. Null where the cell answers nothing: not recorded, never absent.
 */
export function controlStateOf(text: string): {
  readonly state: 'present' | 'absent' | null;
  readonly detail?: string;
} {
  const word = fold(text);
  if (yes.has(word) || text.trim() === '✓') return { state: 'present' };
  if (no.has(word) || text.trim() === '✗') return { state: 'absent' };
  if (isBlank(text)) return text.trim() === '' ? { state: null } : { state: null, detail: text.trim() };
  // What is planned is not there yet, whatever it will be.
  const isAbsent = /^(no|not|none|nothing|never|nil|without|planned|proposed|due|in progress|pending)\b/i;
  return { state: isAbsent.test(text.trim()) ? 'absent' : 'present', detail: text.trim() };
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const unitWords = /(sec(?:ond)?s?|s|min(?:ute)?s?|m|h(?:ou)?rs?|h|d(?:ays?)?|w(?:ee)?ks?|w)\b/i;

/**
 * A delay in seconds: a number in the unit of the header ("Max delay (minutes)"), a number with its own
 * unit ("2 hours"), ISO 8601 ("PT1H30M") or a clock ("01:30:00"). Null where none can be read; a bare
 * number without any unit is taken as minutes, the usual of interface registers.
 */
export function delaySecondsOf(text: string, header: string): number | null {
  const value = text.trim().toLowerCase();
  const iso = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/.exec(value);
  if (iso && value.length > 1) {
    const [, w, d, h, m, s] = iso.map((part) => Number(part ?? 0));
    return (w ?? 0) * 604_800 + (d ?? 0) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0);
  }
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(value);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const parts = [...value.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]*)/g)];
  if (parts.length === 0) return null;
  const inHeader = unitWords.exec(
    header.replace(/^.*?(?=\(|\bin\b|_|\b(?:min|sec|hour|hr|day|week))/i, ''),
  )?.[1];
  let total = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = word === '' ? (inHeader ?? 'm') : unitWords.exec(word)?.[1];
    const seconds = unit ? unitSeconds[unit[0]?.toLowerCase() ?? ''] : undefined;
    if (seconds === undefined) return null;
    total += Number(number.replace(',', '.')) * seconds;
  }
  return total;
}
