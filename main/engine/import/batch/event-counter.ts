import { CellTable } from './cell-table';
import type { EventCounts } from './event-batch';

/** Neighbouring lines of one system, or of one flow, often count on the same cell: these are looked at first. */
const remembered = 1024;
const quarterMicros = 900_000_000;
const dayMicros = 86_400_000_000;
/** Stands for the day of an event without a time. */
const noDay = -1_000_000;

/** Counts events by day and by quarter of an hour while they are read. */
export class EventCounter {
  readonly #days = new CellTable();
  #dayEvents = new Float64Array(64);
  readonly #quarters = new CellTable();
  #quarterEvents = new Float64Array(64);
  #firsts = new Float64Array(64);
  #lasts = new Float64Array(64);
  /** The cell of the quarter in which a system was last met, and where that quarter begins. */
  readonly #recentCells = new Int32Array(remembered);
  readonly #recentStarts = new Float64Array(remembered).fill(Number.NaN);
  readonly #recentSystems = new Int32Array(remembered);

  /** `time` NaN for none. */
  add(time: number, system: number, activity: number, peer: number): void {
    const hasTime = !Number.isNaN(time);
    const cell = this.#days.cellOf(system, peer, activity, hasTime ? Math.floor(time / dayMicros) : noDay);
    if (cell >= this.#dayEvents.length) this.#dayEvents = wider(this.#dayEvents);
    this.#dayEvents[cell] = (this.#dayEvents[cell] as number) + 1;
    if (hasTime && system !== 0) this.#present(time, system);
  }

  #present(time: number, system: number): void {
    const place = system & (remembered - 1);
    const since = time - (this.#recentStarts[place] as number);
    if (since >= 0 && since < quarterMicros && this.#recentSystems[place] === system) {
      const cell = this.#recentCells[place] as number;
      this.#quarterEvents[cell] = (this.#quarterEvents[cell] as number) + 1;
      if (time < (this.#firsts[cell] as number)) this.#firsts[cell] = time;
      if (time > (this.#lasts[cell] as number)) this.#lasts[cell] = time;
      return;
    }
    const quarter = Math.floor(time / quarterMicros);
    const cell = this.#quarters.cellOf(system, quarter, 0, 0);
    this.#recentCells[place] = cell;
    this.#recentStarts[place] = quarter * quarterMicros;
    this.#recentSystems[place] = system;
    if (cell >= this.#quarterEvents.length) {
      this.#quarterEvents = wider(this.#quarterEvents);
      this.#firsts = wider(this.#firsts);
      this.#lasts = wider(this.#lasts);
    }
    const events = this.#quarterEvents[cell] as number;
    this.#quarterEvents[cell] = events + 1;
    if (events === 0 || time < (this.#firsts[cell] as number)) this.#firsts[cell] = time;
    if (events === 0 || time > (this.#lasts[cell] as number)) this.#lasts[cell] = time;
  }

  counts(): EventCounts {
    const days = new Float64Array(this.#days.size * 5);
    for (let cell = 0; cell < this.#days.size; cell += 1) {
      this.#days.copyKey(cell, days, cell * 5);
      days[cell * 5 + 4] = this.#dayEvents[cell] as number;
    }
    const presence = new Float64Array(this.#quarters.size * 5);
    for (let cell = 0; cell < this.#quarters.size; cell += 1) {
      this.#quarters.copyKey(cell, presence, cell * 5);
      presence[cell * 5 + 2] = this.#quarterEvents[cell] as number;
      presence[cell * 5 + 3] = this.#firsts[cell] as number;
      presence[cell * 5 + 4] = this.#lasts[cell] as number;
    }
    return { days, presence };
  }
}

function wider(old: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(old.length * 2);
  next.set(old);
  return next;
}
