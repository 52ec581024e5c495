import type { JourneysAnswer } from '../../../../shared/contract/analysis-methods';
import type { Database } from '../../store/database';
import { type JourneyOptions, readJourneyEvents } from './journey-events';
import { medianOf } from './median';

const shownVariants = 20;

/**
 * Which step directly follows which, over all records. Without `lifecycle` every row that names a record
 * and a step is an event of its own, so a start row and its complete row are two.
 */
export function journeys(
  db: Database,
  {
    variants: mostVariants = shownVariants,
    ...options
  }: JourneyOptions & {
    /** How many variants are listed. */
    readonly variants?: number | undefined;
  } = {},
): JourneysAnswer {
  const events = readJourneyEvents(db, options);
  const { count, step, time, starts } = events;
  const names = events.steps;
  const perStep = new Int32Array(names.length);
  const recordsOfStep = new Int32Array(names.length);
  const lastRecord = new Int32Array(names.length).fill(-1);
  const first = new Int32Array(names.length);
  const last = new Int32Array(names.length);
  const edges = new Map<number, Gaps>();
  const variants = new Map<string, number>();
  const durations = new Durations(names.length, events.transitions);
  const perTransition = new Int32Array(events.transitions.length);

  for (let r = 0; r + 1 < starts.length; r++) {
    const from = starts[r] ?? 0;
    const to = starts[r + 1] ?? 0;
    durations.nextRecord();
    for (let i = from; i < to; i++) {
      const here = step[i] ?? 0;
      perStep[here] = (perStep[here] ?? 0) + 1;
      const change = events.transition[i] ?? -1;
      if (change >= 0) {
        perTransition[change] = (perTransition[change] ?? 0) + 1;
        durations.add(here, change, time[i] ?? Number.NaN);
      }
      if (lastRecord[here] !== r) {
        lastRecord[here] = r;
        recordsOfStep[here] = (recordsOfStep[here] ?? 0) + 1;
      }
      if (i === from) continue;
      const key = (step[i - 1] ?? 0) * names.length + here;
      let gaps = edges.get(key);
      if (!gaps) {
        gaps = new Gaps();
        edges.set(key, gaps);
      }
      gaps.add((time[i] ?? 0) - (time[i - 1] ?? 0));
    }
    const firstStep = step[from] ?? 0;
    const lastStep = step[to - 1] ?? 0;
    first[firstStep] = (first[firstStep] ?? 0) + 1;
    last[lastStep] = (last[lastStep] ?? 0) + 1;
    const variant = textOf(step.subarray(from, to));
    variants.set(variant, (variants.get(variant) ?? 0) + 1);
  }

  const nameOf = (index: number): string => names[index] ?? '';
  return {
    records: starts.length - 1,
    events: count,
    steps: names
      .map((name, index) => ({
        name,
        events: perStep[index] ?? 0,
        records: recordsOfStep[index] ?? 0,
        medianDurationSeconds: durations.medianSeconds(index),
      }))
      .filter((one) => one.events > 0)
      .sort((a, b) => b.events - a.events || compareNames(a.name, b.name)),
    follows: [...edges]
      .map(([key, gaps]) => ({
        from: nameOf(Math.floor(key / names.length)),
        to: nameOf(key % names.length),
        count: gaps.count,
        medianSeconds: gaps.medianSeconds(),
      }))
      .sort((a, b) => b.count - a.count || compareNames(a.from, b.from) || compareNames(a.to, b.to)),
    starts: counted(first, names),
    ends: counted(last, names),
    variants: variants.size,
    topVariants: topVariants(variants, names, mostVariants),
    transitions: counted(perTransition, events.transitions),
  };
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counts by name, most first. A Map's order is kept by `fromEntries` except for names that are integers. */
function counted(counts: Int32Array, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names
      .map((name, index) => [name, counts[index] ?? 0] as const)
      .filter(([, n]) => n > 0)
      .sort((a, b) => b[1] - a[1] || compareNames(a[0], b[0])),
  );
}

/** A sequence of steps as text, one UTF-16 unit a step (two where a log has more than 60,000 names). */
function textOf(steps: Int32Array): string {
  let text = '';
  for (let at = 0; at < steps.length; at += 8192) {
    const units: number[] = [];
    for (const one of steps.subarray(at, at + 8192)) {
      if (one >= 60_000) units.push(60_000 + Math.floor(one / 60_000));
      units.push(one % 60_000);
    }
    text += String.fromCharCode(...units);
  }
  return text;
}

function stepsOf(text: string): readonly number[] {
  const steps: number[] = [];
  let high = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 60_000) high = unit - 60_000;
    else {
      steps.push(high * 60_000 + unit);
      high = 0;
    }
  }
  return steps;
}

function topVariants(
  variants: ReadonlyMap<string, number>,
  names: readonly string[],
  most: number,
): JourneysAnswer['topVariants'] {
  let top: { text: string; records: number }[] = [];
  let least = 0;
  for (const [text, records] of variants) {
    if (records < least) continue;
    top.push({ text, records });
    if (top.length > 50 * most) {
      top = top.sort((a, b) => b.records - a.records).slice(0, 10 * most);
      least = top.at(-1)?.records ?? 0;
    }
  }
  return top
    .map(({ text, records }) => ({ steps: stepsOf(text).map((index) => names[index] ?? ''), records }))
    .sort((a, b) => b.records - a.records || compareNames(a.steps.join('\n'), b.steps.join('\n')))
    .slice(0, most);
}

/** The times between two steps, kept to take their median at the end. */
class Gaps {
  count = 0;
  #known = 0;
  #micros = new Float64Array(4);

  add(micros: number): void {
    this.count++;
    if (Number.isNaN(micros)) return;
    if (this.#known === this.#micros.length) {
      const more = new Float64Array(2 * this.#known);
      more.set(this.#micros);
      this.#micros = more;
    }
    this.#micros[this.#known++] = micros;
  }

  medianSeconds(): number | null {
    const median = medianOf(this.#micros.subarray(0, this.#known));
    return median === null ? null : median / 1e6;
  }
}

/**
 * Time from start rows to complete rows of one step in one record: the first start that waits is taken by
 * the next complete (IEEE 1849 leaves open which, when a step runs twice at once).
 */
class Durations {
  readonly #start: number;
  readonly #complete: number;
  readonly #waiting = new Map<number, number[]>();
  readonly #gaps: (Gaps | undefined)[];

  constructor(steps: number, transitions: readonly string[]) {
    this.#start = transitions.indexOf('start');
    this.#complete = transitions.indexOf('complete');
    this.#gaps = new Array<Gaps | undefined>(steps);
  }

  nextRecord(): void {
    if (this.#waiting.size > 0) this.#waiting.clear();
  }

  add(step: number, transition: number, time: number): void {
    if (this.#start < 0 || this.#complete < 0) return;
    const waiting = this.#waiting.get(step);
    if (transition === this.#start) {
      if (waiting) waiting.push(time);
      else this.#waiting.set(step, [time]);
    } else if (transition === this.#complete) {
      const started = waiting?.shift();
      if (started === undefined) return;
      const gaps = this.#gaps[step] ?? new Gaps();
      this.#gaps[step] = gaps;
      gaps.add(time - started);
    }
  }

  medianSeconds(step: number): number | null {
    return this.#gaps[step]?.medianSeconds() ?? null;
  }
}
