import type { Exporter } from '../exporter';
import { leftOutByAny } from '../left-out';
import { namedEstate, requireEstate } from '../named-estate';
import { writeModel } from './write-model';

/**
 * ArchiMate Model Exchange File 3.1: systems as application components, datasets as data objects, holdings
 * as access, flows as flows that carry a data object, jobs as application processes, parties as actors
 * associated by their role, sites as locations and networks, dependencies as serving.
 */
export const archimateExporter: Exporter = {
  id: 'archimate',
  title: 'ArchiMate Open Exchange',
  extension: 'xml',
  views: ['map', 'flows', 'systems', 'owners'],
  async write(input) {
    const estate = namedEstate(requireEstate(input));
    const notes: string[] = [];
    if (estate.fieldFlows.length > 0) {
      notes.push(`ArchiMate has no columns; edges between columns not written: ${estate.fieldFlows.length}.`);
    }
    const warnings = requireEstate(input).warnings.length;
    if (warnings > 0) notes.push(`ArchiMate has no dated warnings; not written: ${warnings}.`);
    notes.push(...leftOutByAny(requireEstate(input)));
    return { content: writeModel(estate, input.title), notes };
  },
};
