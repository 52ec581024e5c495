import type { EstatePlan } from './estate-plan';
import type { Message } from './hop';
import { createRandom } from './random';
import { recordNumbers } from './record-number';
import { dayMs, hourMs, zoneOffsetHours } from './time-text';
import { createTraffic, type Traffic } from './traffic';

/** Ids come round again after this long, far beyond any delay. */
const reuseAfterDays = 60;

/** Sends the estate's messages on their way. */
export function estateTraffic(plan: EstatePlan): Traffic {
  const { options, hops, end } = plan;
  const { faults, start } = options;
  const random = createRandom(`${options.seed}/traffic`);
  const traffic = createTraffic(random.fork('fates'), plan.windows);
  const total =
    Math.ceil(options.days * (options.perDay * 2.8 + options.extraPairs * options.extraPerDay)) + 200;
  // Each record travels once, so that it names one sending even where messages carry no id.
  const records = recordNumbers(random.fork('records'), total);
  const serials = new Map<string, number>();
  let used = 0;

  const message = (series: string, type: string, at: number): Message => {
    const key =
      options.messageIds === 'reused'
        ? `${series}/${Math.floor((at - start) / (reuseAfterDays * dayMs))}`
        : series;
    const serial = (serials.get(key) ?? 0) + 1;
    serials.set(key, serial);
    used += 1;
    // What nobody sent has ids that nobody else uses.
    const prefix = options.messageIds === 'shared' && series !== 'X' ? 'M' : series;
    const record = records[used];
    if (record === undefined) throw new Error('too few records for the estate');
    return {
      id: `${prefix}-${String(serial).padStart(7, '0')}`,
      record,
      attributes: { type, site: random.pick(plan.sites), version: random.pick(plan.versions) },
    };
  };
  const spread = (perDay: number): number[] => {
    const moments = Array.from({ length: Math.round(perDay * options.days) }, () =>
      Math.floor(random.between(start + hourMs, end)),
    );
    return moments.filter((at) => !isInRepeatedHour(at, plan)).sort((a, b) => a - b);
  };

  for (const at of spread(options.perDay)) {
    const result = message('R', 'ORU^R01', at);
    const atEngine = traffic.carry(result, hops.results, at);
    if (atEngine === null) continue;
    traffic.carry(result, hops.resultsOn, atEngine + random.integer(1_000, 9_000));
    if (random.chance(0.02)) traffic.carry(result, hops.research, atEngine + random.integer(20_000, 50_000));
  }
  for (let count = 0; faults.extra && count < 7; count++) {
    const at = start + (3 + count) * dayMs + random.integer(0, 20) * hourMs;
    traffic.receiveExtra(message('X', 'ORU^R01', at), hops.resultsOn, at);
  }
  for (const at of spread(options.perDay * 0.4))
    traffic.carry(message('D', 'ADT^A08', at), hops.demographics, at);
  for (const at of spread(options.perDay * 0.35)) {
    const letter = message('L', 'LETTER', at);
    const atLetters = traffic.carry(letter, hops.letters, at);
    if (atLetters === null) continue;
    const sentAt = atLetters + random.integer(60_000, 400_000);
    if (faults.stuckQueue && random.chance(0.07)) traffic.queue(letter, hops.lettersOn, sentAt);
    else traffic.carry(letter, hops.lettersOn, sentAt);
  }
  for (const at of spread(options.perDay * 0.2))
    traffic.carry(message('A', 'OBJECTION', at), hops.objectionsA, at);
  for (const at of spread(options.perDay * 0.2))
    traffic.carry(message('B', 'OBJECTION', at), hops.objectionsB, at);
  for (const at of spread(options.perDay * 0.25))
    traffic.carry(message('W', 'ACTIVITY', at), hops.activity, at);
  if (faults.aggregated) sendSummaries(plan, traffic, spread(options.perDay * 0.3), message);
  hops.extra.forEach((hop, index) => {
    for (const at of spread(options.extraPerDay)) traffic.carry(message(`E${index}`, 'WARD', at), hop, at);
  });
  return traffic;
}

/** Many lines sent, one a day received, under an id of its own. */
function sendSummaries(
  plan: EstatePlan,
  traffic: Traffic,
  moments: readonly number[],
  message: (series: string, type: string, at: number) => Message,
): void {
  const { from, to } = plan.hops.summaries;
  for (const at of moments) {
    const one = message('S', 'COUNT', at);
    traffic.write({ at, system: from, event: 'sent', peer: to, message: one.id, record: one.record });
  }
  for (let day = plan.options.start + 5 * hourMs; day < plan.end; day += dayMs) {
    const id = `DAILY-${new Date(day).toISOString().slice(0, 10)}`;
    traffic.write({ at: day, system: to, event: 'received', peer: from, message: id });
  }
}

/** Local times of the repeated hour in autumn name two moments; nothing but heartbeats happens near it. */
function isInRepeatedHour(at: number, plan: EstatePlan): boolean {
  return plan.options.times.some(
    ({ zone }) => zoneOffsetHours(at - 14 * hourMs, zone) > zoneOffsetHours(at + 3 * hourMs, zone),
  );
}
