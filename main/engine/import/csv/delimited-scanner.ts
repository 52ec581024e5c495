const quote = 34;
const lf = 10;
const cr = 13;
const space = 32;

/** A row longer than this is refused: nothing that long is a row, and V8 could not hold it as text. */
export const maximumRowBytes = 16 * 1024 * 1024;
/** A quoted cell longer than this was never closed: the quote is then read as an ordinary character. */
const maximumQuotedBytes = 1024 * 1024;

/** The cells of one row: `starts[i]` to `ends[i]` in `buffer`, quotes included. Valid during the call only. */
export interface ScannedRow {
  buffer: Buffer;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** True when any cell is quoted: cells then need `unquote`. */
  hasQuotes: boolean;
  /** 1-based physical line on which the row begins. */
  line: number;
  /** Offset of the row's first byte in the stream. */
  byteFrom: number;
  byteTo: number;
}

export interface ScanHandler {
  row(row: ScannedRow): void;
  /** A row that cannot be split into cells; `line` is where it begins. */
  broken(line: number, byteFrom: number, code: 'row-too-long' | 'unclosed-quote', start: Buffer): void;
}

/** Room for the cells of a row to begin with; wider rows make more. */
const usualCells = 1024;

/**
 * Splits delimited text (RFC 4180, with any one-byte delimiter and CR, LF or CRLF) into rows without making
 * strings, whatever the size of chunks. Works on UTF-8 and on one-byte encodings alike, since delimiters,
 * quotes and line ends are ASCII in all of them. Blank lines are passed over.
 */
export class DelimitedScanner {
  readonly #row: ScannedRow = {
    buffer: Buffer.alloc(0),
    starts: new Int32Array(usualCells),
    ends: new Int32Array(usualCells),
    count: 0,
    hasQuotes: false,
    line: 1,
    byteFrom: 0,
    byteTo: 0,
  };
  readonly #delimiter: number;
  readonly #handler: ScanHandler;
  /** 1 for a byte that never ends a cell nor opens a quoted one. */
  readonly #isPlain = new Uint8Array(256).fill(1);
  #rest: Buffer = Buffer.alloc(0);
  #offset = 0;
  #line = 1;
  #isSkipping = false;

  constructor(delimiter: string, handler: ScanHandler, firstLine = 1) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#handler = handler;
    this.#line = firstLine;
    for (const byte of [this.#delimiter, quote, lf, cr]) this.#isPlain[byte] = 0;
  }

  /** Line number that the next row would have. */
  get line(): number {
    return this.#line;
  }

  push(chunk: Buffer): void {
    // Only the row that lies in both chunks is copied: usually it ends at the first line end.
    const lineEnd = this.#rest.length > 0 ? chunk.indexOf(lf) + 1 : 0;
    if (lineEnd > 0) this.#scan(Buffer.concat([this.#rest, chunk.subarray(0, lineEnd)]), false);
    const left = lineEnd > 0 ? chunk.subarray(lineEnd) : chunk;
    this.#scan(this.#rest.length > 0 ? Buffer.concat([this.#rest, left]) : left, false);
  }

  end(): void {
    this.#scan(this.#rest, true);
  }

  #scan(buffer: Buffer, isLast: boolean): void {
    const length = buffer.length;
    const delimiter = this.#delimiter;
    const isPlain = this.#isPlain;
    const row = this.#row;
    let { starts, ends } = row;
    row.buffer = buffer;
    let rowStart = 0;
    if (this.#isSkipping) {
      rowStart = this.#skipLine(buffer, isLast);
      if (rowStart < 0) return;
    }
    scan: while (rowStart < length) {
      let i = rowStart;
      let cellStart = rowStart;
      let count = 0;
      let hasQuotes = false;
      let innerLines = 0;
      for (;;) {
        if (i >= length) {
          if (!isLast) break scan;
          break;
        }
        const c = buffer[i] as number;
        if (isPlain[c] === 1) i++;
        else if (c === delimiter) {
          starts[count] = cellStart;
          ends[count] = i;
          count++;
          if (count === starts.length) ({ starts, ends } = this.#widen());
          cellStart = ++i;
        } else if (c === lf || c === cr) {
          if (c === cr && i + 1 >= length && !isLast) break scan;
          break;
        } else if (c === quote && (i === cellStart || isBlankBetween(buffer, cellStart, i))) {
          cellStart = i;
          const close = closingQuote(buffer, i + 1);
          if (close < 0) {
            if (!isLast && length - rowStart <= maximumQuotedBytes) break scan;
            rowStart = this.#giveUpQuote(buffer, rowStart);
            continue scan;
          }
          if (close - i > maximumQuotedBytes) {
            rowStart = this.#giveUpQuote(buffer, rowStart);
            continue scan;
          }
          hasQuotes = true;
          innerLines += countLines(buffer, i, close);
          i = close + 1;
        } else i++;
      }
      if (count > 0 || i > cellStart) {
        starts[count] = cellStart;
        ends[count] = i;
        row.count = count + 1;
        row.hasQuotes = hasQuotes;
        row.line = this.#line;
        row.byteFrom = this.#offset + rowStart;
        row.byteTo = this.#offset + i;
        this.#handler.row(row);
      }
      this.#line += 1 + innerLines;
      rowStart = i + (buffer[i] === cr && buffer[i + 1] === lf ? 2 : 1);
    }
    rowStart = Math.min(rowStart, length);
    if (!isLast && length - rowStart > maximumRowBytes) {
      this.#handler.broken(
        this.#line,
        this.#offset + rowStart,
        'row-too-long',
        buffer.subarray(rowStart, rowStart + 2000),
      );
      this.#isSkipping = true;
      rowStart = length;
    }
    this.#offset += rowStart;
    this.#rest = rowStart < length ? buffer.subarray(rowStart) : Buffer.alloc(0);
  }

  #widen(): ScannedRow {
    const row = this.#row;
    for (const part of ['starts', 'ends'] as const) {
      const wider = new Int32Array(row[part].length * 4);
      wider.set(row[part]);
      row[part] = wider;
    }
    return row;
  }

  /** Drops the rest of a row that is too long; -1 when its end is not in this buffer. */
  #skipLine(buffer: Buffer, isLast: boolean): number {
    const end = buffer.indexOf(lf);
    if (end < 0) {
      this.#offset += buffer.length;
      this.#rest = Buffer.alloc(0);
      if (isLast) this.#isSkipping = false;
      return -1;
    }
    this.#isSkipping = false;
    this.#line++;
    return end + 1;
  }

  /** Refuses the line with the unclosed quote and goes on with the next. */
  #giveUpQuote(buffer: Buffer, rowStart: number): number {
    const newline = buffer.indexOf(lf, rowStart);
    const end = newline < 0 ? buffer.length : newline;
    this.#handler.broken(
      this.#line,
      this.#offset + rowStart,
      'unclosed-quote',
      buffer.subarray(rowStart, Math.min(end, rowStart + 2000)),
    );
    this.#line++;
    return end + 1;
  }
}

function closingQuote(buffer: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = buffer.indexOf(quote, at);
    if (at < 0) return -1;
    if (buffer[at + 1] !== quote) return at;
    at += 2;
  }
}

/** Only spaces stand before the quote: it opens a cell, as where cells are parted by a comma and a space. */
function isBlankBetween(buffer: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (buffer[i] !== space) return false;
  return true;
}

function countLines(buffer: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i += 1) {
    if (buffer[i] === lf || (buffer[i] === cr && buffer[i + 1] !== lf)) lines++;
  }
  return lines;
}

/** The text of one cell: decoded, outer quotes removed, doubled quotes halved. */
export function cellText(
  row: ScannedRow,
  index: number,
  decode: (buffer: Buffer, from: number, to: number) => string,
): string {
  const from = row.starts[index] ?? 0;
  const to = row.ends[index] ?? 0;
  const text = decode(row.buffer, from, to);
  if (!row.hasQuotes || row.buffer[from] !== quote) return text;
  const close = text.lastIndexOf('"');
  return close > 0 ? text.slice(1, close).replaceAll('""', '"') + text.slice(close + 1) : text;
}
