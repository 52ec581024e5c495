import type { EventCounts } from './event-batch';

const quarterMicros = 900_000_000;
const dayMicros = 86_400_000_000;
/** Stands for the day of an event without a time. */
const noDay = -1_000_000;

/** Counts events by day and by quarter of an hour while they are read. */
export class EventCounter {
  readonly #days = new Map<string, number>();
  readonly #presence = new Map<number, Map<number, [events: number, first: number, last: number]>>();
  #system = -1;
  #peer = -1;
  #activity = -1;
  #day = -1;
  #pending = 0;
  #lastSystem = -1;
  #lastQuarter = Number.NaN;
  #lastCell: [events: number, first: number, last: number] = [0, 0, 0];

  /** `time` NaN for none. */
  add(time: number, system: number, activity: number, peer: number): void {
    const day = !Number.isNaN(time) ? Math.floor(time / dayMicros) : noDay;
    // Neighbouring lines often count on the same cell: its key is built only when it changes.
    if (day === this.#day && system === this.#system && peer === this.#peer && activity === this.#activity)
      this.#pending++;
    else {
      this.#flushDay();
      this.#day = day;
      this.#system = system;
      this.#peer = peer;
      this.#activity = activity;
      this.#pending = 1;
    }
    if (!Number.isNaN(time) && system !== 0) this.#present(time, system);
  }

  #present(time: number, system: number): void {
    const quarter = Math.floor(time / quarterMicros);
    let cell = this.#lastCell;
    if (system !== this.#lastSystem || quarter !== this.#lastQuarter) {
      let quarters = this.#presence.get(system);
      if (!quarters) {
        quarters = new Map();
        this.#presence.set(system, quarters);
      }
      const found = quarters.get(quarter);
      cell = found ?? [0, time, time];
      if (!found) quarters.set(quarter, cell);
      this.#lastSystem = system;
      this.#lastQuarter = quarter;
      this.#lastCell = cell;
    }
    cell[0]++;
    if (time < cell[1]) cell[1] = time;
    if (time > cell[2]) cell[2] = time;
  }

  #flushDay(): void {
    if (this.#pending === 0) return;
    const key = `${this.#system} ${this.#peer} ${this.#activity} ${this.#day}`;
    this.#days.set(key, (this.#days.get(key) ?? 0) + this.#pending);
    this.#pending = 0;
  }

  counts(): EventCounts {
    this.#flushDay();
    const days = [...this.#days].flatMap(([key, events]) => [...key.split(' ').map(Number), events]);
    const presence: number[] = [];
    for (const [system, quarters] of this.#presence) {
      for (const [quarter, cell] of quarters) presence.push(system, quarter, ...cell);
    }
    return { days: Float64Array.from(days), presence: Float64Array.from(presence) };
  }
}
