import { flowName, type Hop, type Message } from './hop';
import type { LogWindow } from './log-line';
import { createRandom } from './random';
import { recordNumbers } from './record-number';
import { names } from './sample-inventory';
import { dayMs, hourMs } from './time-text';
import { createTraffic, type Traffic } from './traffic';

export const start = Date.UTC(2024, 1, 5);
export const end = Date.UTC(2024, 3, 15);
const minute = 60_000;

/** Moments that the investigation is to find. */
export const moments = {
  resultsOnset: Date.UTC(2024, 2, 12),
  objectionsOnset: Date.UTC(2024, 1, 29),
  gap: [Date.UTC(2024, 1, 24), Date.UTC(2024, 1, 27)] as const,
  cutOff: Date.UTC(2024, 3, 9, 14, 20),
  renumbered: Date.UTC(2024, 2, 4),
  birthBatch: Date.UTC(2024, 2, 18, 2, 30),
};
export const lossPattern = { site: 'Quay Clinic', version: '2.5' } as const;

const sites = ['Tarn Wing', 'Mill Wing', 'Orchard Wing', 'Quay Clinic'] as const;
const versions = ['2.3', '2.4', '2.5'] as const;

const log = (more: Partial<LogWindow> = {}): LogWindow => ({
  isWritten: true,
  from: start,
  to: end,
  gaps: [],
  heartbeatMs: 6 * hourMs,
  ...more,
});
const noLog = log({ isWritten: false, heartbeatMs: null });

/** Who keeps a log, and what is wrong with it. */
export const windows: ReadonlyMap<string, LogWindow> = new Map([
  [names.pas, log()],
  [names.engine, log({ heartbeatMs: hourMs })],
  [names.record, log({ heartbeatMs: hourMs, gaps: [moments.gap] })],
  [names.laboratory, log()],
  [names.radiology, log()],
  [names.images, log({ heartbeatMs: null })],
  [names.prescribing, log({ clockAheadMs: hourMs })],
  [names.letters, log()],
  [names.warehouse, log({ heartbeatMs: 12 * hourMs })],
  [names.reporting, log({ heartbeatMs: 12 * hourMs })],
  [names.community, log({ heartbeatMs: 3 * hourMs })],
  [names.practiceA, log({ to: moments.cutOff })],
  [names.practiceB, log()],
  [names.inbox, log({ heartbeatMs: 12 * hourMs })],
  [names.objections, log({ heartbeatMs: 3 * hourMs })],
  // One batch file is all there is of its log.
  [names.maternity, log({ from: moments.birthBatch, to: moments.birthBatch + hourMs, heartbeatMs: null })],
  [names.scheduler, noLog],
  [names.personIndex, noLog],
  [names.research, noLog],
]);

const hop = (
  from: string,
  to: string,
  maximumDelayMs: number | null,
  delayMs: readonly [number, number],
): Hop => ({
  from,
  to,
  maximumDelayMs,
  delayMs,
});

const toEngineResults = hop(names.laboratory, names.engine, hourMs, [2_000, 12_000]);
const toRecordResults: Hop = {
  ...hop(names.engine, names.record, hourMs, [5_000, 90_000]),
  losses: [
    { from: start, rate: 0.004 },
    { from: moments.resultsOnset, rate: 0.93, where: lossPattern },
  ],
  duplicateRate: 0.015,
  lateRate: 0.01,
  rejectRate: 0.008,
  rejectionText: 'AE patient not known',
};
const toEngineDemographics = hop(names.pas, names.engine, hourMs, [2_000, 12_000]);
const toCommunity: Hop = {
  ...hop(names.engine, names.community, 4 * hourMs, [20_000, 20 * minute]),
  losses: [{ from: start, rate: 0.012 }],
};
const toPasMerges = hop(names.engine, names.pas, null, [3_000, 40_000]);
const toImages = hop(names.radiology, names.images, 2 * hourMs, [10_000, 15 * minute]);
const toLetters = hop(names.record, names.letters, dayMs, [hourMs, 9 * hourMs]);
const toPracticeA = hop(names.letters, names.practiceA, 2 * dayMs, [hourMs, 14 * hourMs]);
const toPracticeB: Hop = {
  ...hop(names.letters, names.practiceB, 2 * dayMs, [hourMs, 14 * hourMs]),
  rejectRate: 0.02,
  rejectedArriveLater: true,
  rejectionText: 'inbox full',
};
const toInbox = hop(names.letters, names.inbox, null, [minute, 20 * minute]);
const objectionsA: Hop = {
  ...hop(names.practiceA, names.objections, dayMs, [minute, 4 * hourMs]),
  ackRate: 0.95,
};
const objectionsB: Hop = {
  ...hop(names.practiceB, names.objections, dayMs, [minute, 4 * hourMs]),
  ackRate: 0.95,
  ackLostRate: 0.4,
  losses: [{ from: moments.objectionsOnset, rate: 1 }],
};
const toWarehouse: Hop = {
  ...hop(names.record, names.warehouse, dayMs, [2 * hourMs, 8 * hourMs]),
  filterRate: 0.08,
  filterLoggedBy: 'receiver',
};
const toReporting = hop(names.warehouse, names.reporting, dayMs, [hourMs, 2 * hourMs]);
const prescriptions: Hop = {
  ...hop(names.prescribing, names.record, hourMs, [4_000, 60_000]),
  losses: [{ from: start, rate: 0.01 }],
};
const toScheduler = hop(names.community, names.scheduler, hourMs, [1_000, 9_000]);
const toPersonIndex = hop(names.pas, names.personIndex, null, [1_000, 9_000]);
const births = hop(names.maternity, names.engine, dayMs, [3_000, 20_000]);
const toResearch = hop(names.engine, names.research, null, [1_000, 9_000]);

export const hops: readonly Hop[] = [
  toEngineResults,
  toRecordResults,
  toEngineDemographics,
  toCommunity,
  toPasMerges,
  toImages,
  toLetters,
  toPracticeA,
  toPracticeB,
  toInbox,
  objectionsA,
  objectionsB,
  toWarehouse,
  toReporting,
  prescriptions,
  toScheduler,
  toPersonIndex,
  births,
  toResearch,
];

export interface SampleTraffic {
  readonly traffic: Traffic;
  readonly records: readonly string[];
  /** From the day of the renumbering the second stands for the first. */
  readonly renumbered: ReadonlyMap<string, string>;
  /** Aster's own patient numbers, a record. */
  readonly localNumbers: ReadonlyMap<string, string>;
}

/** Ten weeks of messages through the made-up estate. */
export function sampleTraffic(seed: string): SampleTraffic {
  const random = createRandom(`${seed}/traffic`);
  const numbers = recordNumbers(createRandom(`${seed}/records`), 1500);
  const records = numbers.slice(0, 1440);
  const renumbered = new Map(records.slice(0, 30).map((old, index) => [old, numbers[1440 + index] ?? old]));
  const localNumbers = new Map(records.map((record, index) => [record, `AC-${String(20_001 + index * 7)}`]));
  const traffic = createTraffic(random.fork('fates'), windows);

  let serial = 0;
  const message = (prefix: string, type: string, at: number, record = random.pick(records)): Message => {
    serial += 1;
    const current = at >= moments.renumbered ? (renumbered.get(record) ?? record) : record;
    return {
      id: `${prefix}${String(serial).padStart(6, '0')}`,
      record: current,
      attributes: { type, site: random.pick(sites), version: random.pick(versions) },
    };
  };
  /** Moments spread over the whole time, busier by day. */
  const spread = (perDay: number): number[] => {
    const count = Math.round(((end - start) / dayMs) * perDay);
    return Array.from({ length: count }, () => {
      const day = start + random.integer(0, (end - start) / dayMs - 1) * dayMs;
      const hour = random.chance(0.75) ? random.between(7, 19) : random.between(0, 24);
      return day + Math.floor(hour * hourMs);
    }).sort((a, b) => a - b);
  };

  for (const at of spread(29)) {
    const result = message('CW-', 'ORU^R01', at);
    const atEngine = traffic.carry(result, toEngineResults, at);
    if (atEngine === null) continue;
    traffic.carry(result, toRecordResults, atEngine + random.integer(1_000, 9_000));
    if (random.chance(0.02)) traffic.carry(result, toResearch, atEngine + random.integer(20_000, 60_000));
  }
  for (let day = 0; day < 6; day++) {
    const at = start + (9 + day * 3) * dayMs + 3 * hourMs;
    traffic.receiveExtra(message('ZZ-', 'ORU^R01', at), toRecordResults, at);
  }
  const demographics = random.shuffle(records.slice(30)).slice(0, 700);
  spread(10).forEach((at, index) => {
    const update = message('LP-', 'ADT^A08', at, demographics[index]);
    const atEngine = traffic.carry(update, toEngineDemographics, at);
    if (atEngine !== null) traffic.carry(update, toCommunity, atEngine + random.integer(1_000, 9_000));
    if (random.chance(0.1)) traffic.carry(update, toPersonIndex, at + 30_000);
  });
  for (const at of spread(0.6)) traffic.carry(message('MG-', 'ADT^A40', at), toPasMerges, at);
  for (const at of spread(7)) traffic.carry(message('IM-', 'IMAGE', at), toImages, at);
  for (const at of spread(9)) traffic.carry(message('RX-', 'RDE^O11', at), prescriptions, at);
  for (const at of spread(8)) {
    const letter = message('LT-', random.pick(['OUTPATIENT', 'DISCHARGE']), at);
    const atHub = traffic.carry(letter, toLetters, at);
    if (atHub === null || atHub >= end - hourMs) continue;
    const onward = random.chance(0.6) ? toPracticeA : toPracticeB;
    const sentAt = atHub + random.integer(60_000, 600_000);
    if (random.chance(0.06)) traffic.queue(letter, onward, sentAt);
    else traffic.carry(letter, onward, sentAt);
    if (random.chance(0.08)) traffic.carry(letter, toInbox, sentAt + 5_000);
  }
  for (const at of spread(3)) traffic.carry(message('HO-', 'OBJECTION', at), objectionsA, at);
  for (const at of spread(3)) traffic.carry(message('PO-', 'OBJECTION', at), objectionsB, at);
  for (const at of spread(6)) traffic.carry(message('AC-', 'ACTIVITY', at), toWarehouse, at);
  for (let day = start + 5 * hourMs; day < end; day += dayMs) {
    const id = `AGG-${new Date(day).toISOString().slice(0, 10)}`;
    traffic.carry({ id, record: '', attributes: { type: 'SUMMARY' } }, toReporting, day);
  }
  for (const at of spread(1.5)) traffic.carry(message('VS-', 'VISIT', at), toScheduler, at);
  for (let count = 0; count < 16; count++) {
    const at = moments.birthBatch + 60_000 + count * 1000;
    traffic.carry(message('MB-', 'ADT^A01', at), births, at);
  }
  return { traffic, records, renumbered, localNumbers };
}

export const resultsFlow = flowName(toRecordResults);
export const objectionsFlow = flowName(objectionsB);
