import type { Place } from '../../../../shared/model/citation';
import type { Fact, Subject } from '../fact';
import type { FactSink } from '../importer';
import { Figures } from './figures';

type Being = 'declared' | 'mentioned' | 'observed';

/**
 * Passes every distinct fact of a file on once, with the place that stated it first: a run log names the
 * same dataset a million times.
 */
export class StatedOnce {
  readonly #seen = new Set<string>();
  readonly #figures = new Figures();

  constructor(private readonly sink: FactSink) {}

  state(fact: Fact, place: Place): void {
    const key = JSON.stringify(fact);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#figures.count(fact);
    this.sink.state(fact, place);
  }

  /** Says in the import's report what the file amounts to. */
  sayFigures(): void {
    this.sink.note(String(this.#figures));
  }

  exists(subject: Subject, as: Being, place: Place): void {
    this.state({ fact: 'exists', subject, as }, place);
  }

  /** Nothing is stated for a null value: the source is silent. */
  attribute(subject: Subject, name: string, value: string | null, place: Place): void {
    if (value !== null) this.state({ fact: 'attribute', subject, name, value }, place);
  }

  description(subject: Subject, value: string | null, place: Place): void {
    if (value !== null) this.state({ fact: 'property', subject, predicate: 'description', value }, place);
  }

  /** A dataset in a system, and both ends. Without a system only the dataset. */
  held(dataset: string, system: string | null, as: Being, place: Place): void {
    this.exists({ kind: 'dataset', name: dataset }, as, place);
    if (system === null) return;
    this.exists({ kind: 'system', name: system }, as, place);
    this.exists({ kind: 'holding', dataset, system }, as, place);
  }
}

/** What a fact about a dataset in a system is about: the holding where the system is known. */
export function holdingOf(dataset: string, system: string | null): Subject {
  return system === null ? { kind: 'dataset', name: dataset } : { kind: 'holding', dataset, system };
}
