import type { Place } from '../../../../shared/model/citation';
import type { Mapping } from '../../../../shared/model/mapping';
import type { EventKind } from '../../../../shared/model/vocabulary';
import type { Page } from '../../store/events/postings/page-buffer';
import type { Fact } from '../fact';
import type { Encoding } from '../importer';

/** Rows in a batch: large enough that a hand-over costs nothing, small enough to be a fraction of a second. */
export const rowsPerBatch = 8192;

/** What an importer said besides events, in its order. */
export type SinkCall =
  | {
      readonly call: 'reject';
      readonly place: Place;
      readonly code: string;
      readonly message: string;
      readonly raw: string | null;
    }
  | { readonly call: 'warn'; readonly place: Place; readonly code: string; readonly message: string }
  | { readonly call: 'note'; readonly text: string }
  | { readonly call: 'state'; readonly fact: Fact; readonly place: Place }
  | {
      readonly call: 'alias';
      readonly a: number;
      readonly b: number;
      readonly kind: 'same' | 'superseded';
      readonly line: number;
    }
  | { readonly call: 'markLine'; readonly line: number; readonly byteOffset: number }
  | {
      readonly call: 'describe';
      readonly kind: string;
      readonly mapping: Mapping;
      readonly encoding: Encoding;
    };

/**
 * A part of what an importer read, in columns, so that it can pass from the thread that reads to the thread
 * that writes without copying. Systems, activities, records and attribute sets are numbered by the reader
 * from 1 in order of first use (0 is none); the batch in which a number first occurs says what it stands for.
 */
export interface EventBatch {
  readonly rows: number;
  readonly lines: Int32Array;
  /** Microseconds since 1970 UTC; NaN for none. */
  readonly times: Float64Array;
  readonly systems: Int32Array;
  readonly activities: Int32Array;
  readonly peers: Int32Array;
  readonly records: Int32Array;
  readonly attributes: Int32Array;
  /** UTF-8 of all messages, one after another. */
  readonly messages: Uint8Array;
  /** End of each row's message in `messages`; equal to the one before for none. */
  readonly messageEnds: Int32Array;
  readonly messageHashes: Int32Array;
  readonly newSystems: readonly { readonly name: string; readonly line: number }[];
  readonly newActivities: readonly { readonly name: string; readonly kind: EventKind }[];
  /** Keys of records: text where identifiers are kept, 16 bytes (as Latin-1 text) for a pseudonym. */
  readonly newRecords: readonly string[];
  readonly newAttributes: readonly string[];
  readonly calls: readonly SinkCall[];
  /**
   * With the last batch of a source: the messages of its last run of events, sorted, as the store keeps them. The
   * writing thread sorts those of the runs before, and has the last batches to write meanwhile.
   */
  readonly messagePages: readonly Page<Uint8Array>[] | null;
  /** With the last batch of a source: what was counted over all of them. */
  readonly counts: EventCounts | null;
  readonly accepted: number;
  readonly bytes: number;
}

/**
 * Events by day and by quarter of an hour, for the map and for coverage, in the reader's numbers. Each cell of
 * `days` is system, peer, activity, day, events; of `presence` system, quarter, events, first and last moment.
 */
export interface EventCounts {
  readonly days: Float64Array;
  readonly presence: Float64Array;
}

/** FNV-1a over a message's UTF-8: part of the digest by which a case shows that its events are unchanged. */
export function messageHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash | 0;
}
