import type { JsonElement } from './element';
import { isTooDeep, maximumDepth } from './nesting';
import { jsonFault, parseExact } from './parse-exact';

export interface LineOptions {
  readonly maximumElementBytes: number;
  readonly byteOffset: number | null;
}

/** Splits NDJSON that comes in pieces: one value a line, blank lines passed over, a bad line a problem of its own. */
export class JsonLineSplitter {
  #line = 1;
  #base = 0;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #isOverlong = false;

  constructor(
    private readonly options: LineOptions,
    private readonly emit: (element: JsonElement) => void,
  ) {}

  write(chunk: Buffer): void {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(0x0a, from);
      if (at < 0) break;
      this.#finish(chunk.subarray(from, at), this.#base + from, true);
      this.#line++;
      from = at + 1;
    }
    if (from < chunk.length) {
      // A copy: the stream may reuse its chunk.
      const rest = Buffer.from(chunk.subarray(from));
      this.#keptBytes += rest.length;
      if (this.#keptBytes > this.options.maximumElementBytes) {
        this.#isOverlong = true;
        this.#kept = this.#kept.slice(0, 1);
      } else this.#kept.push(rest);
    }
    this.#base += chunk.length;
  }

  end(): void {
    if (this.#keptBytes > 0) this.#finish(Buffer.alloc(0), this.#base, false);
  }

  #finish(tail: Buffer, tailStart: number, isTerminated: boolean): void {
    const start = tailStart - this.#keptBytes;
    const length = this.#keptBytes + tail.length;
    const isOverlong = this.#isOverlong || length > this.options.maximumElementBytes;
    const bytes =
      this.#kept.length === 0 ? tail : Buffer.concat([...this.#kept, ...(isOverlong ? [] : [tail])]);
    this.#kept = [];
    this.#keptBytes = 0;
    this.#isOverlong = false;

    const offset = this.options.byteOffset;
    const place = {
      line: this.#line,
      ...(offset === null ? {} : { byteFrom: offset + start, byteTo: offset + start + length }),
    };
    if (isOverlong) {
      const message = `The line is longer than ${Math.round(this.options.maximumElementBytes / 1048576)} MB.`;
      const raw = bytes.toString('utf8', 0, 2000);
      this.emit({ ok: false, code: 'too-large', message, place, raw, isFatal: false });
      return;
    }
    if (isTooDeep(bytes)) {
      const message = `Values are nested more than ${maximumDepth} deep.`;
      const raw = bytes.toString('utf8', 0, 2000);
      this.emit({ ok: false, code: 'too-deep', message, place, raw, isFatal: false });
      return;
    }
    const source = bytes.toString('utf8');
    if (source.trim() === '') return;
    let value: unknown;
    try {
      value = parseExact(source);
    } catch (error) {
      const why = jsonFault(error);
      this.emit({
        ok: false,
        code: isTerminated ? 'bad-json' : 'cut-short',
        message: isTerminated ? `Not JSON: ${why}` : `The last line is cut short: ${why}`,
        place,
        raw: source.slice(0, 2000),
        isFatal: false,
      });
      return;
    }
    this.emit({ ok: true, value, place, selected: 0, path: [] });
  }
}
