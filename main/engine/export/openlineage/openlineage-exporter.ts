import type { Exporter } from '../exporter';
import { leftOutByAny, leftOutOfSystems } from '../left-out';
import { namedEstate, requireEstate } from '../named-estate';
import { eventsOf } from './events';

/**
 * OpenLineage 2-0-2, one event a line (NDJSON): static JobEvents for what is declared, a DatasetEvent for each
 * holding, and RunEvents for what only logs show. Own facets say what plain OpenLineage cannot (a flow
 * without a dataset, an edge without a job), so that reading the file back gives the same graph.
 */
export const openlineageExporter: Exporter = {
  id: 'openlineage',
  title: 'OpenLineage events',
  extension: 'ndjson',
  views: ['map', 'flows', 'systems'],
  async write(input) {
    const estate = namedEstate(requireEstate(input));
    const events = eventsOf(estate, input.generatedAt ?? '1970-01-01T00:00:00.000Z');
    const held = new Set(estate.holdings.map(({ system }) => system));
    const flowing = new Set(estate.flows.flatMap(({ from, to }) => [from, to]));
    const bare = estate.systems.filter(({ name }) => !held.has(name) && !flowing.has(name));
    const notes: string[] = [];
    if (bare.length > 0) {
      notes.push(
        `OpenLineage knows systems only through their datasets; not written: ${bare.map(({ name }) => name).join(', ')}.`,
      );
    }
    if (estate.dependencies.length > 0) {
      notes.push(
        `OpenLineage has no dependencies between systems; not written: ${estate.dependencies.length}.`,
      );
    }
    notes.push(...leftOutOfSystems(requireEstate(input)), ...leftOutByAny(requireEstate(input)));
    return { content: events.map((event) => `${JSON.stringify(event)}\n`).join(''), notes };
  },
};
