import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableBytes } from './delimited-text';
import { estateInventory } from './estate-inventory';
import { type EstateOptions, estateOptions, namedEstates, randomEstateOptions } from './estate-options';
import { allHops, type EstatePlan, planEstate } from './estate-plan';
import { estateLogStyle, tableStyle } from './estate-styles';
import { estateTraffic } from './estate-traffic';
import { flowName } from './hop';
import { heartbeats, logFile } from './log-file';
import { isInGap, type LogLine } from './log-line';
import { createRandom } from './random';
import type { MadeUpEstate } from './sample-files';
import type { Traffic } from './traffic';
import { flowTruths, type Truth } from './truth';

/** One of the named estates (estate-options.ts), or any other name: drawn at random from it as a seed. */
export function namedEstate(name: string): MadeUpEstate {
  const change = namedEstates[name];
  return makeEstate(change ? estateOptions({ seed: `named/${name}`, ...change }) : randomEstateOptions(name));
}

/** An estate's files and what a right investigation of them finds. The same options give the same bytes. */
export function makeEstate(options: EstateOptions): MadeUpEstate {
  const plan = planEstate(options);
  const inventory = estateInventory(plan);
  const traffic = estateTraffic(plan);
  const random = createRandom(`${options.seed}/style`);
  const files = new Map<string, Buffer>();
  const counts: Truth['files'] = {};
  for (const [name, rows] of Object.entries({
    systems: inventory.systems,
    flows: inventory.flows,
    datasets: inventory.datasets,
  })) {
    const style = tableStyle(random, options, options.inventoryStyle === 'varied');
    const file = `${name}.${style.delimiter === '\t' ? 'tsv' : 'csv'}`;
    files.set(file, tableBytes(rows, style));
    counts[file] = { rows: rows.length - 1, rejected: 0 };
  }
  for (const [system, window] of plan.windows) {
    if (!window.isWritten) continue;
    const style = estateLogStyle(system, options, random.fork(system));
    const beats = heartbeats(system, window).filter((beat) => !isInGap(beat.at, window));
    const ahead = window.clockAheadMs ?? 0;
    const own = ownLines(traffic, system, options);
    const written = logFile([...own, ...beats.map((beat) => ({ ...beat, at: beat.at + ahead }))], style);
    files.set(style.file, written.bytes);
    counts[style.file] = { rows: written.rows, rejected: written.rejected };
  }
  return { files, truth: estateTruth(plan, traffic, counts) };
}

/** Receivers that number messages anew write their own ids for what they receive. */
function ownLines(traffic: Traffic, system: string, options: EstateOptions): LogLine[] {
  const lines = traffic.lines.filter((line) => line.system === system);
  if (options.receiverIds === 'same') return lines;
  return lines.map((line, index) =>
    line.event === 'received' ? { ...line, message: `in-${String(index + 1).padStart(8, '0')}` } : line,
  );
}

/** The answers alone; `files` is what is known of the files where they have been written. */
export function estateTruth(plan: EstatePlan, traffic: Traffic, files: Truth['files'] = {}): Truth {
  const inventory = estateInventory(plan);
  const { options, names, hops } = plan;
  const time = (at: number) => new Date(at).toISOString();
  const pairs = (from: readonly (readonly [string, string])[]) =>
    from.map(([a, b]): [string, string] => [a, b]);
  return {
    flows: flowTruths(traffic, allHops(plan), plan.windows, plan.end),
    stuck_queue: traffic.queued.map(({ message }) => message.id).sort(),
    stuck_queue_records: traffic.queued.map(({ message }) => message.record).sort(),
    extra: Object.fromEntries(traffic.extras),
    sender_without_log: Object.fromEntries(traffic.unexplained),
    undeclared_flows: [[hops.research.from, hops.research.to]],
    silent_flows: pairs(inventory.silent),
    planned_flows: pairs(inventory.planned),
    retired_flows: [],
    aggregated_flows: options.faults.aggregated ? [[hops.summaries.from, hops.summaries.to]] : [],
    no_owner_systems: [...inventory.noOwner],
    no_controller_datasets: [...inventory.noController],
    onset: Object.fromEntries([...plan.onset].map(([flow, at]) => [flow, time(at)])),
    pattern: Object.fromEntries([...plan.pattern].map(([flow, where]) => [flow, { ...where }])),
    random_losses: [...plan.randomLosses],
    gap: plan.gap ? { [plan.gap[0]]: [time(plan.gap[1]), time(plan.gap[2])] } : {},
    cut_off: plan.cutOff ? { [plan.cutOff[0]]: time(plan.cutOff[1]) } : {},
    clocks_ahead: plan.clockAhead ? { [plan.clockAhead]: 3600 } : {},
    names: { ...names.system },
    busiest_flow: flowName(hops.resultsOn),
    options,
    start: time(options.start),
    end: time(plan.end),
    files,
  };
}

/** Writes an estate's files into `folder` (the answers are not among them). */
export function writeEstateFiles(folder: string, estate: MadeUpEstate): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of estate.files) writeFileSync(join(folder, name), bytes);
}
