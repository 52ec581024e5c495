const hourMicros = 3_600_000_000;
/** So many hours in a row with one line each on the stroke are a timer's, not chance. */
const steady = 3;

/**
 * Follows the lines of a log that stand exactly on an hour of its clock. A log with a line on every hour (a
 * heartbeat) shows the same hour twice when the clock is set back, with nothing running backwards between.
 */
export class HourStrokes {
  #last = Number.NaN;
  #onLast = 0;
  #single = 0;

  /** Takes the next reading; true for an hour that strikes for the second time in a log that strikes each hour once. */
  strikesAgain(clock: number): boolean {
    if (clock % hourMicros !== 0) return false;
    if (clock === this.#last) {
      this.#onLast += 1;
      return this.#onLast === 2 && this.#single >= steady;
    }
    const isNext = Math.abs(clock - this.#last) === hourMicros;
    this.#single = isNext && this.#onLast === 1 ? this.#single + 1 : 0;
    this.#last = clock;
    this.#onLast = 1;
    return false;
  }
}
