import type { Readable } from 'node:stream';
import type { Place } from '../../../shared/model/citation';
import type { Mapping } from '../../../shared/model/mapping';
import type { EventKind } from '../../../shared/model/vocabulary';
import type { Fact } from './fact';

/** The start of a file, decompressed where it is .gz or .zip, for telling formats apart by content. */
export interface FileProbe {
  readonly path: string;
  /** File name without a .gz ending; for a zip's member, the member's name. */
  readonly name: string;
  /** Size on disk in bytes. */
  readonly bytes: number;
  /** Up to 256 KiB from the start, decompressed. */
  readonly head: Buffer;
  /** True when `head` is the whole file. */
  readonly isWhole: boolean;
  /** `head` as text in the detected encoding, without BOM; empty for a binary file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly isBinary: boolean;
  readonly compression: 'none' | 'gzip' | 'zip';
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Detection {
  /** 0 to 1; the highest wins. 0.9 and above: the format names itself (a namespace, a magic number). */
  readonly confidence: number;
  /** What was found, in words for the preview, e.g. "XES event log, 6 traces in the first part". */
  readonly summary: string;
  /** Tables only: the complete mapping that reading would use. */
  readonly mapping?: Mapping;
}

/** What an importer reads from. */
export interface ImportInput {
  readonly probe: FileProbe;
  readonly path: string;
  readonly name: string;
  /** What a person or `--map` fixed; everything else is the importer's to detect. */
  readonly mapping: Mapping;
  /** A fresh stream of the decompressed bytes from the start (capped against bombs). */
  open(): Readable;
  /** The same, where each chunk is done with before the next but one is asked for: memory may be used again. */
  blocks(): AsyncIterable<Buffer>;
  /** The whole file as text; rejects a file above `maximumBytes` (default 256 MiB) with `TooLarge`. */
  readText(maximumBytes?: number): Promise<string>;
}

/**
 * One line of a log. `time` is in microseconds since 1970-01-01 UTC, null where the log has none.
 * `record` is the raw identifier: the sink normalises and pseudonymises it, importers never do. `message` is
 * an id that the other side's log can hold too: with an engine's own number there, every sending would look lost.
 */
export interface EventFact {
  readonly time: number | null;
  /** The system that wrote the line, by name. */
  readonly system: string | null;
  /** The event's own word, as written ("Gesendet", "Release A"). */
  readonly activity: string;
  /** Set where the format says what the word means; else it is taken from the word. */
  readonly kind?: EventKind;
  readonly peer?: string | null;
  readonly message?: string | null;
  readonly record?: string | null;
  readonly attributes?: Readonly<Record<string, string>> | null;
  readonly line: number;
}

/**
 * The quick way for logs of millions of lines: texts become ids once for each distinct text, and a line is
 * numbers only. Zero stands for "none". `systemId` also states that the log shows that system, at `line`.
 */
export interface EventLane {
  systemId(name: string, line: number): number;
  activityId(name: string, kind: EventKind): number;
  recordId(raw: string): number;
  /** `json`: an object with its names in order; `{}` is none. */
  attributesId(json: string): number;
  add(
    line: number,
    time: number | null,
    system: number,
    activity: number,
    peer: number,
    message: string | null,
    record: number,
    attributes: number,
  ): void;
  /** The same with the message as ASCII bytes `[from, to)` of a buffer; an empty range is none. */
  addBytes(
    line: number,
    time: number | null,
    system: number,
    activity: number,
    peer: number,
    bytes: Buffer,
    from: number,
    to: number,
    record: number,
    attributes: number,
  ): void;
}

/**
 * Where an importer puts what it reads. Every row (line, element, message, span: the format's own unit,
 * named in its header comment) ends in exactly one `accept` or `reject`, so that rows = accepted + rejected.
 */
export interface FactSink {
  /** The row was read; whatever it stated was passed to the calls below. */
  accept(): void;
  /** The row could not be used; nothing of it was stored. `raw` is kept (first 2,000 characters) for the report. */
  reject(place: Place, code: string, message: string, raw?: string): void;
  /** Something to know about an accepted row or the file as a whole (line 1). */
  warn(place: Place, code: string, message: string): void;
  /** An assumption on reading, said once in the report ("times taken as Europe/London"). */
  note(text: string): void;
  /** A fact of the inventory side. */
  state(fact: Fact, place: Place): void;
  /** A line of a log. Does not count as a row by itself. */
  event(event: EventFact): void;
  /** Two identifiers for one record. `superseded` is replaced by `current` in a merge; else they are equal. */
  alias(a: string, b: string, kind: 'same' | 'superseded', place: Place): void;
  /** Absent in tests that look at whole events. */
  readonly lane?: EventLane;
  /** Tells where line `line` begins, for opening evidence quickly; call every thousand lines or so. */
  markLine?(line: number, byteOffset: number): void;
  /** What kind of table it turned out to be, and the mapping it was read with. */
  describe?(kind: string, mapping: Mapping, encoding: Encoding): void;
  /** Progress: bytes of the decompressed stream read so far (call every few thousand rows, cheap). */
  progress(bytes: number): void;
}

/**
 * Reads one format. An importer lives in its own folder with its fixtures, golden result and test, opens
 * with a comment of five lines (format, version, spec, what is read, what is dropped), and is named in
 * registry.ts, the only list. It never imports another importer.
 */
export interface Importer {
  readonly id: string;
  readonly title: string;
  /** Raised when the same bytes would be read differently. */
  readonly version: number;
  /** How it recognises a file, in words. */
  readonly detects: string;
  /** Canonical fields it reads. */
  readonly fields: readonly string[];
  /** What the format has and this importer does not keep. */
  readonly drops: readonly string[];
  detect(probe: FileProbe): Detection | null;
  read(input: ImportInput, sink: FactSink): Promise<void>;
}

/** A refusal of the whole file: the reason is shown to the person, with what to do next. */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly line = 1,
  ) {
    super(message);
  }
}
