import type { AssertionId, SourceId } from './ids';

/** Where a fact stands in its source: 1-based physical line (row for a sheet), and bytes where known. */
export interface Place {
  readonly line: number;
  /** Half-open byte range in the uncompressed source. */
  readonly byteFrom?: number;
  readonly byteTo?: number;
  /** What a line number cannot say: a sheet's name, a JSON pointer, an element's id. */
  readonly pointer?: string;
}

/** One piece of evidence: a file of the case (or a person, when `author` is set) and the place in it. */
export interface Citation {
  readonly sourceId: SourceId | null;
  /** File name as imported; for a person's own statement the word "statement". */
  readonly file: string;
  readonly line: number;
  readonly pointer?: string;
  readonly author?: string;
  readonly reason?: string;
  /** When a person stated it: ISO 8601 UTC. */
  readonly at?: string;
  /** The assertion itself, for setting it aside; absent for lines of logs. */
  readonly assertionId?: AssertionId;
}

/** One source's word on one question. */
export interface Claim<T = string> {
  readonly value: T;
  readonly citation: Citation;
}

/** What all sources together say on one question; two that differ are a conflict, never last-write-wins. */
export interface Stated<T = string> {
  readonly state: 'present' | 'absent' | 'not recorded' | 'conflicting';
  /** The value where sources agree; null in the three other states. */
  readonly value: T | null;
  readonly claims: readonly Claim<T>[];
}
