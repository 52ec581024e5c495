import type { FactSink } from '../../importer';
import { nameFold } from '../../lineage/name-fold';
import type { RowAccess } from './row-access';

interface Ends {
  readonly providers: Set<string>;
  readonly consumers: Set<string>;
}

/** Who provides and consumes each interface, of each import while it runs. */
const endsByInterface = new WeakMap<FactSink, Map<string, Ends>>();

/**
 * An interface joins two rows of an inventory, one that provides it and one that consumes it: what the first
 * gives flows to the second, once the later of the two was read.
 */
export function stateInterfaces(row: RowAccess, sink: FactSink, system: string): void {
  for (const name of row.names('providesInterface')) {
    const ends = endsOf(name, sink);
    ends.providers.add(system);
    for (const consumer of ends.consumers) state(row, sink, system, consumer, name);
  }
  for (const name of row.names('consumesInterface')) {
    const ends = endsOf(name, sink);
    ends.consumers.add(system);
    for (const provider of ends.providers) state(row, sink, provider, system, name);
  }
}

function endsOf(name: string, sink: FactSink): Ends {
  const known = endsByInterface.get(sink) ?? new Map<string, Ends>();
  endsByInterface.set(sink, known);
  const key = nameFold(name);
  const ends = known.get(key) ?? { providers: new Set(), consumers: new Set() };
  known.set(key, ends);
  return ends;
}

function state(row: RowAccess, sink: FactSink, from: string, to: string, name: string): void {
  if (from === to) return;
  const subject = { kind: 'flow', from, to, dataset: null } as const;
  sink.state({ fact: 'exists', subject, as: 'declared' }, row.place);
  sink.state({ fact: 'attribute', subject, name: 'interface', value: name }, row.place);
}
