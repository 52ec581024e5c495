import type { Estate } from '../../../../shared/model/estate';
import type { FlowExpectation, FlowStatus } from '../../../../shared/model/vocabulary';

/** What the inventory says of everything that goes from one system to another, whatever the dataset. */
export interface FlowTerms {
  readonly isDeclared: boolean;
  readonly status: FlowStatus | null;
  readonly expectation: FlowExpectation;
  /** Longest of the declared ones; null where none is declared. */
  readonly maximumDelayMicros: number | null;
  readonly notes: readonly string[];
}

export interface IndexedFlow {
  readonly index: number;
  /** System ids; 0 where the log does not say. */
  readonly from: number;
  readonly to: number;
  readonly terms: FlowTerms;
}

const undeclared: FlowTerms = {
  isDeclared: false,
  status: null,
  expectation: 'unknown',
  maximumDelayMicros: null,
  notes: [],
};

/** Every flow of a case by a small number, from logs and inventory. Number 0 is no flow. */
export class FlowIndex {
  readonly flows: IndexedFlow[] = [{ index: 0, from: 0, to: 0, terms: undeclared }];
  readonly #byEnds = new Map<string, number>();
  readonly #terms: ReadonlyMap<string, FlowTerms>;

  constructor(estate: Estate) {
    this.#terms = declaredTerms(estate);
    for (const key of this.#terms.keys()) {
      const [from = 0, to = 0] = key.split(' ').map(Number);
      this.indexOf(from, to);
    }
  }

  indexOf(from: number, to: number): number {
    const key = `${from} ${to}`;
    let index = this.#byEnds.get(key);
    if (index === undefined) {
      index = this.flows.length;
      this.flows.push({ index, from, to, terms: this.#terms.get(key) ?? undeclared });
      this.#byEnds.set(key, index);
    }
    return index;
  }

  find(from: number, to: number): number {
    return this.#byEnds.get(`${from} ${to}`) ?? 0;
  }

  at(index: number): IndexedFlow {
    const flow = this.flows[index];
    if (!flow) throw new Error(`no flow ${index}`);
    return flow;
  }
}

function declaredTerms(estate: Estate): ReadonlyMap<string, FlowTerms> {
  const pairs = new Map<string, FlowTerms>();
  for (const flow of estate.flows.values()) {
    if (!flow.isDeclared) continue;
    const key = `${flow.from} ${flow.to}`;
    const known = pairs.get(key);
    const delays = flow.maximumDelaySeconds.claims
      .map(({ value }) => value * 1e6)
      .filter((value) => Number.isFinite(value) && value >= 0);
    const delay = delays.length > 0 ? Math.max(...delays) : null;
    const notes =
      flow.maximumDelaySeconds.state === 'conflicting'
        ? ['Sources declare different maximum delays; the longest one is used.']
        : [];
    const expectation = flow.expectation.value ?? 'unknown';
    pairs.set(
      key,
      known === undefined
        ? {
            isDeclared: true,
            status: flow.status.value,
            expectation,
            maximumDelayMicros: delay,
            notes,
          }
        : {
            isDeclared: true,
            status: known.status === 'live' ? 'live' : (flow.status.value ?? known.status),
            expectation: strictest(known.expectation, expectation),
            maximumDelayMicros:
              delay === null || known.maximumDelayMicros === null
                ? (delay ?? known.maximumDelayMicros)
                : Math.max(delay, known.maximumDelayMicros),
            notes: [...new Set([...known.notes, ...notes])],
          },
    );
  }
  return pairs;
}

/** Of several datasets over one wire, the expectation that allows least to go missing decides. */
function strictest(a: FlowExpectation, b: FlowExpectation): FlowExpectation {
  const order: readonly FlowExpectation[] = ['all', 'unknown', 'filtered', 'aggregated'];
  return order[Math.min(order.indexOf(a), order.indexOf(b))] ?? 'unknown';
}
