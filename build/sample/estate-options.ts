import { createRandom } from './random';
import type { TimeFormat, Zone } from './time-text';

/** How the flows' declared delays are written in the inventory. */
export type DelayStyle = 'minutes' | 'hours' | 'text' | 'iso duration' | 'blank' | 'no column';

/** What a made-up estate is like. Everything has a default; tests switch on what they are about. */
export interface EstateOptions {
  readonly seed: string;
  readonly start: number;
  readonly days: number;
  /** Results a day through the engine: the busiest flow. The others follow from it. */
  readonly perDay: number;
  /** Further pairs of systems with a flow of their own. */
  readonly extraPairs: number;
  /** Which of those lose at random. */
  readonly extraLosses: 'every second' | 'all';
  /** Messages a day over each of those. */
  readonly extraPerDay: number;
  readonly heartbeats: 'all' | 'some' | 'none';
  readonly match: 'message' | 'record';
  /** Receivers give messages ids of their own, so that only records tie the two ends together. */
  readonly receiverIds: 'same' | 'own';
  /** `reused`: ids start again after about two months. `shared`: two senders number their messages alike. */
  readonly messageIds: 'unique' | 'reused' | 'shared';
  readonly delays: DelayStyle;
  /** `plain`: one table style and the plainest headers; `varied`: drawn for every file. */
  readonly inventoryStyle: 'plain' | 'varied';
  readonly logStyle: 'plain' | 'varied' | 'all json' | 'all table';
  readonly encodings: 'utf-8' | 'varied';
  readonly words: 'plain' | 'cased' | 'synonyms';
  readonly times: readonly { readonly format: TimeFormat; readonly zone: Zone }[];
  readonly order: 'oldest first' | 'varied';
  readonly nameCase: 'as given' | 'varied';
  readonly junk: boolean;
  readonly awkwardNames: boolean;
  readonly faults: EstateFaults;
}

export interface EstateFaults {
  /** Share lost on the busiest flow all along, with no pattern. */
  readonly backgroundRate: number;
  /** What a spell of losses on the busiest flow has in common; `none`: anything from a moment on. */
  readonly spell: 'off' | 'none' | 'one attribute' | 'two attributes';
  /** The spell begins part way (an onset), or has always been there. */
  readonly hasOnset: boolean;
  /** The spell ends before the logs do. */
  readonly ends: boolean;
  /** One objections flow delivers nothing from a day on. */
  readonly totalLoss: boolean;
  readonly gap: 'off' | 'record' | 'register';
  readonly late: boolean;
  readonly duplicates: 'off' | 'sent twice' | 'received twice';
  readonly rejected: 'off' | 'for good' | 'arrive later';
  readonly filtered: 'off' | 'logged by sender' | 'logged by receiver';
  readonly extra: boolean;
  readonly stuckQueue: boolean;
  readonly clockAhead: boolean;
  /** One receiver's log ends days before the others. */
  readonly cutOff: boolean;
  /** The laboratory keeps no log: its receipts have nothing to be held against. */
  readonly senderWithoutLog: boolean;
  readonly aggregated: boolean;
}

const noFaults: EstateFaults = {
  backgroundRate: 0,
  spell: 'off',
  hasOnset: false,
  ends: false,
  totalLoss: false,
  gap: 'off',
  late: false,
  duplicates: 'off',
  rejected: 'off',
  filtered: 'off',
  extra: false,
  stuckQueue: false,
  clockAhead: false,
  cutOff: false,
  senderWithoutLog: false,
  aggregated: false,
};

const manyFaults: EstateFaults = {
  ...noFaults,
  spell: 'two attributes',
  hasOnset: true,
  totalLoss: true,
  gap: 'record',
  late: true,
  duplicates: 'sent twice',
  rejected: 'for good',
  extra: true,
  stuckQueue: true,
};

export const defaultOptions: EstateOptions = {
  seed: 'estate',
  start: Date.UTC(2023, 0, 9),
  days: 60,
  perDay: 25,
  extraPairs: 0,
  extraLosses: 'every second',
  extraPerDay: 6,
  heartbeats: 'all',
  match: 'message',
  receiverIds: 'same',
  messageIds: 'unique',
  delays: 'minutes',
  inventoryStyle: 'plain',
  logStyle: 'plain',
  encodings: 'utf-8',
  words: 'plain',
  times: [{ format: 'iso', zone: 'UTC' }],
  order: 'oldest first',
  nameCase: 'as given',
  junk: false,
  awkwardNames: false,
  faults: manyFaults,
};

type Change = Partial<Omit<EstateOptions, 'faults'>> & { readonly faults?: Partial<EstateFaults> };

/** Options from what differs from the defaults. */
export function estateOptions(change: Change = {}): EstateOptions {
  return { ...defaultOptions, ...change, faults: { ...defaultOptions.faults, ...change.faults } };
}

const quiet = noFaults;
const spring = Date.UTC(2023, 2, 1);
const autumn = Date.UTC(2023, 9, 1);

/** Estates that each try one thing that a reader might have taken for granted. */
export const namedEstates: Readonly<Record<string, Change>> = {
  plain: {},
  'nothing wrong': { faults: quiet },
  'random losses only': { faults: { ...quiet, backgroundRate: 0.03 } },
  'onset without a pattern': { faults: { ...quiet, spell: 'none', hasOnset: true } },
  'pattern without an onset': { faults: { ...quiet, spell: 'two attributes' } },
  'one attribute, ended': { faults: { ...quiet, spell: 'one attribute', hasOnset: true, ends: true } },
  'pattern in noise': { faults: { backgroundRate: 0.02 } },
  'no heartbeats': { heartbeats: 'none', perDay: 40 },
  'few heartbeats': { heartbeats: 'some' },
  'records only': { match: 'record', faults: { duplicates: 'off' } },
  'records sent twice': { match: 'record' },
  'receivers number anew': { receiverIds: 'own', faults: { duplicates: 'off' } },
  'delays in hours': { delays: 'hours' },
  'delays in words': { delays: 'text' },
  'delays as ISO durations': { delays: 'iso duration' },
  'delays left blank': { delays: 'blank', faults: { late: false } },
  'no delay column': { delays: 'no column', faults: { late: false } },
  'other headers and tables': { inventoryStyle: 'varied', logStyle: 'varied', junk: true },
  'other encodings': {
    inventoryStyle: 'varied',
    logStyle: 'varied',
    encodings: 'varied',
    awkwardNames: true,
  },
  'other words': { words: 'synonyms', logStyle: 'varied' },
  'words in capitals': { words: 'cased', nameCase: 'varied' },
  'local time in spring': {
    start: spring,
    times: [{ format: 'dd/MM/yyyy HH:mm:ss', zone: 'Europe/London' }],
  },
  'local time in autumn': {
    start: autumn,
    times: [{ format: 'dd/MM/yyyy HH:mm:ss', zone: 'Europe/London' }],
  },
  'summer, some times local': {
    start: Date.UTC(2023, 5, 5),
    times: [
      { format: 'dd/MM/yyyy HH:mm:ss', zone: 'Europe/London' },
      { format: 'iso offset', zone: 'Europe/London' },
      { format: 'iso', zone: 'UTC' },
    ],
  },
  'numbers for times': {
    times: [
      { format: 'epoch seconds', zone: 'UTC' },
      { format: 'epoch milliseconds', zone: 'UTC' },
    ],
  },
  'years first': {
    times: [
      { format: 'yyyy/MM/dd HH:mm:ss', zone: 'UTC' },
      { format: 'iso local', zone: 'UTC' },
    ],
  },
  'newest first': { order: 'varied', logStyle: 'all table' },
  'rejected, then received': { faults: { rejected: 'arrive later' } },
  'duplicates received twice': { faults: { duplicates: 'received twice' } },
  'filtered by the sender': { faults: { filtered: 'logged by sender' } },
  'filtered by the receiver': { faults: { filtered: 'logged by receiver' } },
  'ids reused': { messageIds: 'reused', days: 150, perDay: 15 },
  'ids shared': { messageIds: 'shared' },
  'clock ahead': { faults: { clockAhead: true } },
  'gap at the register': { faults: { gap: 'register' } },
  'log cut off': { faults: { cutOff: true } },
  'sender without a log': { faults: { senderWithoutLog: true } },
  aggregated: { faults: { aggregated: true } },
  'many systems': { extraPairs: 12, perDay: 20 },
};

/** An estate drawn at random from all that the options allow together. */
export function randomEstateOptions(seed: string): EstateOptions {
  const random = createRandom(`${seed}/options`);
  const heartbeats = random.pick(['all', 'all', 'some', 'none'] as const);
  const match = random.pick(['message', 'message', 'message', 'record'] as const);
  const delays = random.pick([
    'minutes',
    'minutes',
    'hours',
    'text',
    'iso duration',
    'blank',
    'no column',
  ] as const);
  const isDeclared = delays !== 'blank' && delays !== 'no column';
  return {
    ...defaultOptions,
    seed,
    start: Date.UTC(random.integer(2018, 2025), random.integer(0, 11), random.integer(1, 28)),
    days: random.integer(45, 90),
    perDay: random.integer(heartbeats === 'none' ? 35 : 22, 45),
    extraPairs: random.integer(0, 5),
    heartbeats,
    match,
    messageIds: match === 'record' ? 'unique' : random.pick(['unique', 'unique', 'shared'] as const),
    delays,
    inventoryStyle: random.pick(['plain', 'varied'] as const),
    logStyle: random.pick(['plain', 'varied', 'all json', 'all table'] as const),
    encodings: random.pick(['utf-8', 'varied'] as const),
    words: random.pick(['plain', 'cased', 'synonyms'] as const),
    times: random.chance(0.5)
      ? [{ format: 'iso', zone: 'UTC' }]
      : [
          { format: 'iso', zone: 'UTC' },
          { format: 'dd/MM/yyyy HH:mm:ss', zone: 'Europe/London' },
          { format: 'iso offset', zone: 'Europe/Berlin' },
          { format: 'epoch milliseconds', zone: 'UTC' },
        ],
    order: random.pick(['oldest first', 'varied'] as const),
    nameCase: random.pick(['as given', 'varied'] as const),
    junk: random.chance(0.5),
    awkwardNames: random.chance(0.4),
    faults: {
      backgroundRate: random.pick([0, 0, 0.005, 0.02]),
      spell: random.pick(['off', 'none', 'one attribute', 'two attributes', 'two attributes'] as const),
      hasOnset: random.chance(0.8),
      ends: false,
      totalLoss: random.chance(0.6),
      gap: random.pick(['off', 'record', 'register'] as const),
      late: isDeclared && random.chance(0.7),
      duplicates: match === 'record' ? 'off' : random.pick(['off', 'sent twice', 'received twice'] as const),
      rejected: random.pick(['off', 'for good', 'arrive later'] as const),
      filtered: random.pick(['off', 'logged by sender', 'logged by receiver'] as const),
      extra: random.chance(0.6),
      stuckQueue: random.chance(0.6),
      clockAhead: random.chance(0.2),
      cutOff: random.chance(0.2),
      senderWithoutLog: random.chance(0.15),
      aggregated: random.chance(0.3),
    },
  };
}
