import type { Place } from '../../../../shared/model/citation';
import type { Held, Job } from '../fact';
import { stateDerivation } from './derive';
import type { StatedOnce } from './stated-once';

interface RunDatasets {
  readonly inputs: Map<string, Held>;
  readonly outputs: Map<string, Held>;
}

interface JobEdge {
  readonly job: Job;
  readonly held: Held;
  readonly side: 'from' | 'to';
  readonly as: 'observed' | 'declared';
  readonly place: Place;
}

/** Runs kept open at once: files may list events in any order, so a run is never known to be complete. */
const openRuns = 100_000;

/**
 * Pairs what a run reads with what it writes. Inputs and outputs of one run may come in different events
 * (START has the inputs, COMPLETE the outputs), so the events of a run are put together first.
 */
export class JobEdges {
  readonly #runs = new Map<string, RunDatasets>();
  /** Job edges that no pair has covered yet. */
  readonly #single = new Map<string, JobEdge>();
  readonly #paired = new Set<string>();

  constructor(private readonly facts: StatedOnce) {}

  add(
    job: Job,
    run: string | null,
    inputs: readonly Held[],
    outputs: readonly Held[],
    as: 'observed' | 'declared',
    place: Place,
  ): void {
    const key = JSON.stringify([job, run]);
    const known = this.#runs.get(key) ?? { inputs: new Map(), outputs: new Map() };
    this.#runs.delete(key);
    if (run !== null) this.#runs.set(key, known);
    const oldest = this.#runs.size > openRuns ? this.#runs.keys().next().value : undefined;
    if (oldest !== undefined) this.#runs.delete(oldest);

    const newInputs = addTo(known.inputs, inputs);
    const newOutputs = addTo(known.outputs, outputs);
    for (const held of newInputs) this.#mention({ job, held, side: 'from', as, place });
    for (const held of newOutputs) this.#mention({ job, held, side: 'to', as, place });
    for (const from of newInputs)
      for (const to of known.outputs.values()) this.#pair(job, from, to, as, place);
    for (const to of newOutputs) {
      for (const from of known.inputs.values()) {
        if (!newInputs.includes(from)) this.#pair(job, from, to, as, place);
      }
    }
  }

  /** Jobs that only write or only read are stated last, when it is known that nothing pairs with them. */
  end(): void {
    for (const { job, held, side, as, place } of this.#single.values()) {
      const ends = side === 'from' ? { from: held, to: null } : { from: null, to: held };
      const seen = as === 'observed' ? { as } : {};
      this.facts.state({ fact: 'derivation', ...ends, by: job, ...seen }, place);
    }
  }

  #mention(edge: JobEdge): void {
    const key = JSON.stringify([edge.job, edge.held, edge.side]);
    if (!this.#paired.has(key) && !this.#single.has(key)) this.#single.set(key, edge);
  }

  #pair(job: Job, from: Held, to: Held, as: 'observed' | 'declared', place: Place): void {
    for (const [held, side] of [
      [from, 'from'],
      [to, 'to'],
    ] as const) {
      const key = JSON.stringify([job, held, side]);
      this.#paired.add(key);
      this.#single.delete(key);
    }
    stateDerivation(from, to, job, as, this.facts, place);
  }
}

/** The ones that were not there before. */
function addTo(known: Map<string, Held>, added: readonly Held[]): readonly Held[] {
  const fresh: Held[] = [];
  for (const held of added) {
    const key = JSON.stringify([held.system, held.dataset]);
    if (known.has(key)) continue;
    known.set(key, held);
    fresh.push(held);
  }
  return fresh;
}
