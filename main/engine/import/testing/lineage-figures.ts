import type { Fact } from '../fact';
import type { Collected } from './collect';

export interface LineageFigures {
  readonly systems: number;
  readonly datasets: number;
  readonly jobs: number;
  /** Distinct pairs of a dataset and a job that reads or writes it. */
  readonly jobEdges: number;
  /** Distinct pairs of datasets, one made from the other. */
  readonly datasetEdges: number;
  readonly columnEdges: number;
}

/** Counts what a file states as a lineage graph, as the model folds it: by name. */
export function lineageFigures(collected: Collected): LineageFigures {
  const facts = collected.facts.map(({ fact }) => fact);
  const existing = (kind: string): number =>
    distinct(
      facts.flatMap((fact) => (fact.fact === 'exists' && fact.subject.kind === kind ? [fact.subject] : [])),
    );
  const derivations = facts.filter((fact) => fact.fact === 'derivation');
  return {
    systems: existing('system'),
    datasets: existing('dataset'),
    jobs: existing('job'),
    jobEdges: distinct(derivations.flatMap(jobEdgesOf)),
    datasetEdges: distinct(
      derivations.flatMap(({ from, to }) => (from && to ? [[from.dataset, to.dataset]] : [])),
    ),
    columnEdges: distinct(facts.flatMap((fact) => (fact.fact === 'fieldFlow' ? [[fact.from, fact.to]] : []))),
  };
}

function jobEdgesOf({ from, to, by }: Extract<Fact, { fact: 'derivation' }>): unknown[] {
  if (by === null) return [];
  return [...(from ? [['reads', from, by]] : []), ...(to ? [['writes', to, by]] : [])];
}

const distinct = (values: readonly unknown[]): number =>
  new Set(values.map((value) => JSON.stringify(value))).size;
