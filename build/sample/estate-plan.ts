import { type EstateNames, estateNames } from './estate-names';
import type { EstateOptions } from './estate-options';
import { flowName, type Hop, type LossSpell } from './hop';
import type { LogWindow } from './log-line';
import { createRandom } from './random';
import { dayMs, hourMs } from './time-text';

const minute = 60_000;

/** Who is in the estate, who sends to whom, what each log shows, and what is wrong. */
export interface EstatePlan {
  readonly options: EstateOptions;
  readonly names: EstateNames;
  readonly end: number;
  readonly windows: ReadonlyMap<string, LogWindow>;
  readonly hops: EstateHops;
  readonly sites: readonly string[];
  readonly versions: readonly string[];
  readonly onset: ReadonlyMap<string, number>;
  readonly pattern: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly randomLosses: readonly string[];
  readonly gap: readonly [system: string, from: number, to: number] | null;
  readonly cutOff: readonly [system: string, at: number] | null;
  readonly clockAhead: string | null;
}

export interface EstateHops {
  readonly results: Hop;
  readonly resultsOn: Hop;
  readonly demographics: Hop;
  readonly letters: Hop;
  readonly lettersOn: Hop;
  readonly objectionsA: Hop;
  readonly objectionsB: Hop;
  readonly activity: Hop;
  readonly summaries: Hop;
  readonly research: Hop;
  readonly extra: readonly Hop[];
}

export function planEstate(options: EstateOptions): EstatePlan {
  const random = createRandom(`${options.seed}/plan`);
  const { faults } = options;
  const names = estateNames(random.fork('names'), options.awkwardNames);
  const { system } = names;
  const end = options.start + options.days * dayMs;
  const sites = random
    .shuffle(['North Wing', 'South Wing', 'Chapel Street', 'Canal Side', 'Hill House'])
    .slice(0, 4);
  // Fewer where there is little traffic: what two attributes share must still come some times a day.
  const versions = random
    .shuffle(['2.3', '2.4', '2.5.1'])
    .slice(0, random.integer(2, options.perDay < 36 ? 2 : 3));

  // The gap lies in the second quarter, onsets in the middle: they never touch.
  const resultsOnset = options.start + Math.floor(options.days * random.between(0.48, 0.6)) * dayMs;
  const objectionsOnset = options.start + Math.floor(options.days * random.between(0.42, 0.6)) * dayMs;
  const gapFrom = options.start + Math.floor(options.days * random.between(0.22, 0.3)) * dayMs;
  const gapTo = gapFrom + random.integer(2, 4) * dayMs;
  const gapAt = faults.gap === 'off' ? null : faults.gap === 'record' ? system.record : system.register;
  const gap = gapAt === null ? null : ([gapAt, gapFrom, gapTo] as const);
  const cutOff = faults.cutOff
    ? ([system.practiceA, end - random.integer(5, 9) * dayMs - random.integer(1, 20) * hourMs] as const)
    : null;

  const isDeclared = options.delays !== 'blank' && options.delays !== 'no column';
  const hop = (from: string, to: string, limit: number, delayMs: readonly [number, number]): Hop => ({
    from,
    to,
    maximumDelayMs: isDeclared ? limit : null,
    delayMs,
  });

  const where: Record<string, string> = {};
  if (faults.spell === 'one attribute' || faults.spell === 'two attributes') where.site = random.pick(sites);
  if (faults.spell === 'two attributes') where.version = random.pick(versions);
  const losses: LossSpell[] = [];
  if (faults.backgroundRate > 0) losses.push({ from: options.start, rate: faults.backgroundRate });
  if (faults.spell !== 'off') {
    losses.push({
      from: faults.hasOnset ? resultsOnset : options.start,
      ...(faults.ends ? { until: resultsOnset + Math.floor(options.days * 0.25) * dayMs } : {}),
      rate: faults.spell === 'none' ? 0.35 : 0.92,
      where,
    });
  }
  const resultsOn: Hop = {
    ...hop(system.engine, system.record, hourMs, [3_000, 80_000]),
    losses,
    lateRate: faults.late ? 0.012 : 0,
    duplicateRate: faults.duplicates === 'off' ? 0 : 0.016,
    repeatsArrive: faults.duplicates === 'received twice',
    rejectRate: faults.rejected === 'off' ? 0 : 0.012,
    rejectedArriveLater: faults.rejected === 'arrive later',
  };
  const objectionsB: Hop = {
    ...hop(system.practiceB, system.register, dayMs, [minute, 3 * hourMs]),
    losses: faults.totalLoss ? [{ from: objectionsOnset, rate: 1 }] : [],
  };
  const extra = Array.from({ length: options.extraPairs }, (_, index): Hop => {
    const [from, to] = names.extra(index);
    const isLosing = options.extraLosses === 'all' || index % 2 === 1;
    const rate = options.extraLosses === 'all' ? random.between(0.02, 0.1) : 0.03;
    return {
      ...hop(from, to, 2 * hourMs, [5_000, 10 * minute]),
      losses: isLosing ? [{ from: options.start, rate }] : [],
    };
  });
  const hops: EstateHops = {
    results: hop(system.laboratory, system.engine, hourMs, [2_000, 12_000]),
    resultsOn,
    demographics: hop(system.pas, system.engine, hourMs, [2_000, 12_000]),
    letters: hop(system.record, system.letters, dayMs, [hourMs, 8 * hourMs]),
    lettersOn: hop(system.letters, system.practiceA, 2 * dayMs, [hourMs, 10 * hourMs]),
    objectionsA: hop(system.practiceA, system.register, dayMs, [minute, 3 * hourMs]),
    objectionsB,
    activity: {
      ...hop(system.record, system.warehouse, dayMs, [hourMs, 6 * hourMs]),
      filterRate: faults.filtered === 'off' ? 0 : 0.1,
      filterLoggedBy: faults.filtered === 'logged by receiver' ? 'receiver' : 'sender',
    },
    summaries: hop(system.warehouse, system.reporting, dayMs, [hourMs, 2 * hourMs]),
    research: hop(system.engine, system.research, hourMs, [1_000, 9_000]),
    extra,
  };

  const windows = new Map<string, LogWindow>();
  const writers = [
    ...Object.entries(system),
    ...extra.flatMap((one) => [one.from, one.to].map((name) => ['extra', name])),
  ];
  writers.forEach(([role, name], index) => {
    if (name === undefined) return;
    const hasNoLog =
      ['radiology', 'platform', 'research'].includes(role ?? '') ||
      (role === 'laboratory' && faults.senderWithoutLog) ||
      (role === 'reporting' && !faults.aggregated);
    // Where one sender's log is cut off and the other's messages are lost, only heartbeats show a log going on.
    const needsBeats = role === 'register' && faults.cutOff;
    const beats =
      needsBeats || options.heartbeats === 'all' || (options.heartbeats === 'some' && index % 2 === 0);
    windows.set(name, {
      isWritten: !hasNoLog,
      from: options.start,
      to: cutOff?.[0] === name ? cutOff[1] : end,
      gaps: gap?.[0] === name ? [[gap[1], gap[2]]] : [],
      heartbeatMs: beats && !hasNoLog ? random.pick([hourMs, hourMs, 30 * minute, 2 * hourMs]) : null,
      ...(faults.clockAhead && role === 'laboratory' ? { clockAheadMs: hourMs } : {}),
    });
  });

  const onset = new Map<string, number>();
  const pattern = new Map<string, Readonly<Record<string, string>>>();
  if (faults.spell !== 'off' && faults.hasOnset) onset.set(flowName(resultsOn), resultsOnset);
  if (Object.keys(where).length > 0) pattern.set(flowName(resultsOn), where);
  if (faults.totalLoss) onset.set(flowName(objectionsB), objectionsOnset);
  const randomLosses = extra.filter((one) => (one.losses ?? []).length > 0).map(flowName);
  if (faults.backgroundRate > 0 && faults.spell === 'off') randomLosses.push(flowName(resultsOn));
  return {
    options,
    names,
    end,
    windows,
    hops,
    sites,
    versions,
    onset,
    pattern,
    randomLosses,
    gap,
    cutOff,
    clockAhead: faults.clockAhead && !faults.senderWithoutLog ? system.laboratory : null,
  };
}

/** Every hop that messages take in this estate. */
export function allHops(plan: EstatePlan): readonly Hop[] {
  const { extra, summaries, ...named } = plan.hops;
  return [...Object.values(named), ...(plan.options.faults.aggregated ? [summaries] : []), ...extra];
}
