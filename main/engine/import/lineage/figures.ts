import type { Fact, Subject } from '../fact';

/** Counts what a file states as a graph, by name: what a person compares with the tool it came from. */
export class Figures {
  readonly #sets = new Map<string, Set<string>>();

  count(fact: Fact): void {
    switch (fact.fact) {
      case 'exists':
        this.#exists(fact.subject);
        return;
      case 'derivation': {
        const { from, to, by } = fact;
        if (from !== null && to !== null) this.#add('dataset edges', [from, to]);
        if (by === null) return;
        if (from !== null) this.#add('job edges', ['reads', from, by]);
        if (to !== null) this.#add('job edges', ['writes', to, by]);
        return;
      }
      case 'fieldFlow':
        this.#add('column edges', [fact.from, fact.to]);
        return;
      case 'dependency':
        this.#add('dependencies', [fact.from, fact.to]);
        return;
      default:
    }
  }

  #exists(subject: Subject): void {
    const word = {
      system: 'systems',
      dataset: 'datasets',
      flow: 'flows',
      job: 'jobs',
      site: 'sites',
      party: 'parties',
    };
    if (subject.kind in word) this.#add(word[subject.kind as keyof typeof word], subject);
  }

  #add(name: string, what: unknown): void {
    const known = this.#sets.get(name) ?? new Set();
    this.#sets.set(name, known.add(JSON.stringify(what)));
  }

  /** "Read as systems 1, datasets 13, …": the kinds that the file has, in a fixed order. */
  toString(): string {
    const order = [
      'systems',
      'datasets',
      'jobs',
      'flows',
      'sites',
      'parties',
      'dependencies',
      'job edges',
      'dataset edges',
      'column edges',
    ];
    const told = order.flatMap((name) => {
      const count = this.#sets.get(name)?.size ?? 0;
      return count === 0 ? [] : [`${name} ${count}`];
    });
    return told.length === 0 ? 'Nothing in it is part of lineage.' : `Read as ${told.join(', ')}.`;
  }
}
