import type { Mapping } from '../../../../shared/model/mapping';
import { FileRefused } from '../importer';
import { formatFromPattern } from '../time/detect-format';
import { parseTime, type TimeFormat } from '../time/time-format';
import { isKnownZone, ZoneClock } from '../time/zone';

export const isoTime: TimeFormat = { kind: 'fields', order: 'ymd' };
/** HL7 v2 TS and DTM. */
export const compactTime: TimeFormat = { kind: 'compact' };

/** How many zoneless, repeated and skipped readings a file had; `notes` says it in words. */
interface Doubts {
  zoneless: number;
  repeated: number;
  skipped: number;
}

/**
 * Reads the times of one file of a format that fixes how a time is written but not always its zone. A
 * zoneless time is read in the mapping's zone, else as UTC, and `notes` says so: an assumption on reading.
 */
export class LogClock {
  readonly #zone: ZoneClock | null;
  readonly #zoneName: string;
  readonly #format: TimeFormat;
  readonly #doubts: Doubts = { zoneless: 0, repeated: 0, skipped: 0 };
  #previous: number | null = null;

  /** `format` is what the format's standard says; a mapping's own format is taken instead where it has one. */
  constructor(mapping: Mapping, format: TimeFormat) {
    const zone = mapping.time?.zone;
    if (zone !== undefined && !isKnownZone(zone)) {
      throw new FileRefused(
        'unknown-zone',
        `The mapping names the time zone "${zone}", which is unknown. Use a name such as Europe/London.`,
      );
    }
    const isUtc = zone === undefined || zone === 'UTC' || zone === 'Etc/UTC';
    this.#zone = isUtc ? null : new ZoneClock(zone);
    this.#zoneName = zone ?? 'UTC';
    const own = mapping.time?.format === undefined ? null : formatFromPattern(mapping.time.format);
    this.#format = own ?? format;
  }

  /** Microseconds since 1970 UTC; null where the text is no time that exists. */
  read(text: string, format: TimeFormat = this.#format): number | null {
    const parsed = parseTime(text, format);
    if (parsed === null) return null;
    if (parsed.offsetMinutes !== null) return this.#keep(parsed.clock - parsed.offsetMinutes * 60_000_000);
    this.#doubts.zoneless += 1;
    if (this.#zone === null) return this.#keep(parsed.clock);
    const { time, doubt } = this.#zone.toUtc(parsed.clock, this.#previous);
    if (doubt !== null) this.#doubts[doubt] += 1;
    return this.#keep(time);
  }

  #keep(time: number): number {
    this.#previous = time;
    return time;
  }

  /** What was assumed, for the report; empty where every time said its zone. */
  notes(): string[] {
    const { zoneless, repeated, skipped } = this.#doubts;
    const notes: string[] = [];
    if (zoneless > 0) notes.push(`Times that name no zone, read as ${this.#zoneName}: ${zoneless}.`);
    if (repeated > 0) {
      notes.push(`Times in the hour that ${this.#zoneName} repeats in autumn: ${repeated}.`);
    }
    if (skipped > 0) notes.push(`Times in an hour that ${this.#zoneName} skips in spring: ${skipped}.`);
    return notes;
  }
}
