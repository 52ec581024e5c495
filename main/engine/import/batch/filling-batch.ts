import type { EventKind } from '../../../../shared/model/vocabulary';
import { type EventBatch, rowsPerBatch, type SinkCall } from './event-batch';

const int32 = (): Int32Array => new Int32Array(new SharedArrayBuffer(rowsPerBatch * 4));
const float64 = (): Float64Array => new Float64Array(new SharedArrayBuffer(rowsPerBatch * 8));

/**
 * A batch that is being filled. Its columns lie in memory that threads share: a batch passes from the thread
 * that reads to the thread that writes without copying, and is filled again when it has been written.
 */
export class FillingBatch {
  rows = 0;
  accepted = 0;
  messageEnd = 0;
  readonly lines = int32();
  readonly times = float64();
  readonly systems = int32();
  readonly activities = int32();
  readonly peers = int32();
  readonly records = int32();
  readonly attributes = int32();
  readonly messageEnds = int32();
  readonly messageHashes = int32();
  messages = Buffer.from(new SharedArrayBuffer(rowsPerBatch * 16));
  newSystems: { name: string; line: number }[] = [];
  newActivities: { name: string; kind: EventKind }[] = [];
  newRecords: string[] = [];
  newAttributes: string[] = [];
  calls: SinkCall[] = [];

  reserve(bytes: number): void {
    const needed = this.messageEnd + bytes;
    if (needed <= this.messages.length) return;
    const larger = Buffer.from(new SharedArrayBuffer(Math.max(needed, this.messages.length * 2)));
    this.messages.copy(larger, 0, 0, this.messageEnd);
    this.messages = larger;
  }

  seal(ending: Pick<EventBatch, 'bytes' | 'messagePages' | 'counts'>): EventBatch {
    const { messageEnd: _end, ...rest } = this;
    return { ...rest, ...ending };
  }

  /** Begins anew, with the same memory. */
  clear(): void {
    this.rows = 0;
    this.accepted = 0;
    this.messageEnd = 0;
    this.newSystems = [];
    this.newActivities = [];
    this.newRecords = [];
    this.newAttributes = [];
    this.calls = [];
  }
}
