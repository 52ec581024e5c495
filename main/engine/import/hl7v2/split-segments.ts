const carriageReturn = 0x0d;
const lineFeed = 0x0a;
/** MLLP: <VT> message <FS> <CR> (HL7 v2.9 appendix C, Minimal Lower Layer Protocol). */
const frameStart = 0x0b;
const frameEnd = 0x1c;

/** Only what stands at a segment's start is read; an embedded document may fill the rest. */
const maximumSegmentBytes = 1024 * 1024;

export interface RawSegment {
  readonly bytes: Buffer;
  /** 1-based; CR, LF and CRLF each end a line. */
  readonly line: number;
  readonly isCut: boolean;
}

export interface SegmentReceiver {
  segment(segment: RawSegment): void;
  frameStart(line: number): void;
  frameEnd(): void;
}

/** Splits HL7 v2 in pieces of any size into segments, whichever of CR, LF, CRLF and MLLP frames it uses. */
export class SegmentSplitter {
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #line = 1;
  #wasCarriageReturn = false;

  constructor(private readonly receiver: SegmentReceiver) {}

  write(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      // The usual byte first: everything below is a terminator.
      if (
        byte > frameEnd ||
        (byte !== carriageReturn && byte !== lineFeed && byte !== frameStart && byte !== frameEnd)
      ) {
        this.#wasCarriageReturn = false;
        continue;
      }
      if (byte === lineFeed && this.#wasCarriageReturn) {
        this.#wasCarriageReturn = false;
        from = at + 1;
        continue;
      }
      this.#finish(chunk.subarray(from, at));
      from = at + 1;
      this.#wasCarriageReturn = byte === carriageReturn;
      if (byte === frameStart) this.receiver.frameStart(this.#line);
      else if (byte === frameEnd) this.receiver.frameEnd();
      else this.#line += 1;
    }
    this.#keep(chunk.subarray(from));
  }

  end(): void {
    this.#finish(Buffer.alloc(0));
  }

  #keep(rest: Buffer): void {
    if (rest.length === 0) return;
    this.#pendingBytes += rest.length;
    // A copy: the stream may reuse its chunk.
    if (this.#pendingBytes <= maximumSegmentBytes || this.#pending.length === 0) {
      this.#pending.push(Buffer.from(rest.subarray(0, maximumSegmentBytes)));
    }
  }

  #finish(tail: Buffer): void {
    const length = this.#pendingBytes + tail.length;
    if (length === 0) return;
    const bytes = this.#pending.length === 0 ? tail : Buffer.concat([...this.#pending, tail]);
    this.#pending = [];
    this.#pendingBytes = 0;
    const isCut = length > maximumSegmentBytes;
    this.receiver.segment({
      bytes: isCut ? bytes.subarray(0, maximumSegmentBytes) : bytes,
      line: this.#line,
      isCut,
    });
  }
}
