import { dayNumber } from './moment-parts';

const zero = 48;

/**
 * Reads `YYYY-MM-DDTHH:mm:ss[.fff…]Z` digit by digit from bytes, with the day cached: the common case of a
 * log, several times faster than through a string. NaN for anything else, which the caller reads slowly.
 */
export class IsoBytes {
  #year = -1;
  #month = -1;
  #day = -1;
  #dayMicros = Number.NaN;

  parse(b: Buffer, from: number, to: number): number {
    const length = to - from;
    if (length < 20 || b[to - 1] !== 90 || b[from + 4] !== 45 || b[from + 7] !== 45) return Number.NaN;
    const separator = b[from + 10];
    if ((separator !== 84 && separator !== 32) || b[from + 13] !== 58 || b[from + 16] !== 58)
      return Number.NaN;
    const year = two(b, from) * 100 + two(b, from + 2);
    const month = two(b, from + 5);
    const day = two(b, from + 8);
    const hour = two(b, from + 11);
    const minute = two(b, from + 14);
    const second = two(b, from + 17);
    // A byte that is no digit makes the sum NaN, and every comparison with it false.
    if (!(year + month + day >= 0) || !(hour <= 23) || !(minute <= 59) || !(second <= 59)) return Number.NaN;
    if (year !== this.#year || month !== this.#month || day !== this.#day) {
      const days = dayNumber(year, month, day);
      if (days === null) return Number.NaN;
      this.#year = year;
      this.#month = month;
      this.#day = day;
      this.#dayMicros = days * 86_400_000_000;
    }
    let micros = 0;
    if (length > 20) {
      if (b[from + 19] !== 46 || length > 30) return Number.NaN;
      let unit = 100_000;
      for (let i = from + 20; i < to - 1; i += 1) {
        const digit = (b[i] ?? 0) - zero;
        if (digit < 0 || digit > 9) return Number.NaN;
        if (unit >= 1) micros += digit * unit;
        unit /= 10;
      }
      micros = Math.floor(micros);
    }
    return this.#dayMicros + ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros;
  }
}

function two(b: Buffer, at: number): number {
  const tens = (b[at] ?? 0) - zero;
  const ones = (b[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
