import type { TracedRecord, TraceHop } from '../../../../shared/contract/reconcile-methods';
import type { Estate } from '../../../../shared/model/estate';
import { ExpectedFailure } from '../../expected-failure';
import type { OpenCase } from '../../store/case-file';
import { trace } from './trace';

/** Hops are counted, so all of them are needed. */
const everyHop = Number.MAX_SAFE_INTEGER;

/** What became of each of many records: in no log, or where it was last proved and what became of its hops. */
export function traceList(
  openCase: OpenCase,
  estate: Estate,
  records: readonly string[],
  onProgress: (done: number) => void = () => {},
): readonly TracedRecord[] {
  return records.map((asked, index) => {
    if (index % 50 === 0) onProgress(index);
    return traceOne(openCase, estate, asked);
  });
}

function traceOne(openCase: OpenCase, estate: Estate, asked: string): TracedRecord {
  try {
    const { record, aliases, eventCount, hops, lastProvedAt, firstProvedAbsent } = trace(
      openCase,
      estate,
      asked,
      { limit: everyHop },
    );
    return {
      asked,
      record,
      aliases,
      events: eventCount,
      hops: countHops(hops),
      lastProvedAt,
      firstProvedAbsent,
    };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.code !== 'not-found') throw error;
    return {
      asked,
      record: null,
      aliases: [],
      events: 0,
      hops: {},
      lastProvedAt: null,
      firstProvedAbsent: null,
    };
  }
}

function countHops(hops: readonly TraceHop[]): TracedRecord['hops'] {
  const counts: Partial<Record<TraceHop['disposition'], number>> = {};
  for (const { disposition } of hops) counts[disposition] = (counts[disposition] ?? 0) + 1;
  return counts;
}
