import type { Place } from '../../../../shared/model/citation';
import type { EventKind } from '../../../../shared/model/vocabulary';
import type { FactSink } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import { isoTime, type LogClock } from '../log/log-clock';

/** One message between two mailboxes, as any of MESH's records describes it. */
export interface MeshExchange {
  readonly messageId: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  readonly attributes: AttributeBag;
  readonly statuses: readonly MeshStatus[];
  readonly place: Place;
}

export interface MeshStatus {
  readonly word: string;
  /** As written, null where the record has none. */
  readonly time: string | null;
  readonly code?: string | null;
  readonly text?: string | null;
}

interface Meaning {
  readonly kind: EventKind;
  /** Place in a message's life: what has a higher one cannot come earlier. */
  readonly rank: number;
}

/** MESH API, message status values; "accepted" is transport only: it lies in the recipient's mailbox. */
const meanings: Readonly<Record<string, Meaning>> = {
  uploading: { kind: 'queued', rank: 0 },
  uploaded: { kind: 'sent', rank: 1 },
  accepted: { kind: 'sent', rank: 1 },
  downloaded: { kind: 'acknowledged', rank: 2 },
  acknowledged: { kind: 'acknowledged', rank: 3 },
  collected: { kind: 'acknowledged', rank: 3 },
  undeliverable: { kind: 'rejected', rank: 3 },
  failed: { kind: 'rejected', rank: 3 },
  error: { kind: 'rejected', rank: 3 },
};

export interface ReadStatus {
  readonly status: MeshStatus;
  readonly meaning: Meaning;
  readonly time: number | null;
}

/**
 * States a message's statuses as lines of what its sender can learn of it (MESH is nobody's own log: that
 * the recipient fetched a message says nothing of the recipient's log), and warns where its own clock puts them in an
 * order that cannot be. False where a time is no time: the row is rejected then.
 */
export function stateExchange(exchange: MeshExchange, clock: LogClock, sink: FactSink, raw: string): boolean {
  const { place, sender, recipient, messageId } = exchange;
  const read: ReadStatus[] = [];
  for (const status of exchange.statuses) {
    const time = status.time === null ? null : readMeshTime(status.time, clock);
    if (status.time !== null && time === null) {
      sink.reject(place, 'bad-time', `Status "${status.word}": "${status.time}" is no date and time.`, raw);
      return false;
    }
    read.push({ status, meaning: meaningOf(status.word), time });
  }
  warnOfContradictions(read, messageId, place, sink);
  for (const { status, meaning, time } of read) {
    const own = new AttributeBag()
      .addAll(Object.entries(exchange.attributes.toRecord() ?? {}))
      .add('status code', status.code)
      .add('status text', status.text);
    sink.event({
      time,
      system: sender,
      activity: status.word,
      kind: meaning.kind,
      peer: meaning.kind === 'step' ? null : recipient,
      message: messageId,
      attributes: own.toRecord(),
      line: place.line,
    });
  }
  sink.accept();
  return true;
}

export function meaningOf(word: string): Meaning {
  const key = word.trim().toLowerCase();
  const known = Object.hasOwn(meanings, key) ? meanings[key] : undefined;
  return known ?? { kind: 'step', rank: -1 };
}

/** ISO 8601, or the YYYYMMDDHHMMSS of the older interface and of control files. */
function readMeshTime(text: string, clock: LogClock): number | null {
  return /^\d{8,}/.test(text) ? clock.read(text, { kind: 'compact' }) : clock.read(text, isoTime);
}

function warnOfContradictions(
  read: readonly ReadStatus[],
  id: string | null,
  place: Place,
  sink: FactSink,
): void {
  for (const earlier of read) {
    for (const later of read) {
      const isOrdered = earlier.meaning.rank >= 0 && earlier.meaning.rank < later.meaning.rank;
      if (!isOrdered || earlier.time === null || later.time === null || earlier.time <= later.time) continue;
      sink.warn(
        place,
        'clock-contradiction',
        `Message ${id ?? ''} says "${later.status.word}" at ${later.status.time}, before "${earlier.status.word}" at ${earlier.status.time}, which must come first. Its times cannot all be right.`,
      );
    }
  }
}
