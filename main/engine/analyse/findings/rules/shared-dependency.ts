import { dependencyGraph } from '../../impact/dependency-graph';
import { sharedAmong } from '../../impact/shared-dependencies';
import type { Rule } from '../finding-input';

/** Networks, sites or systems that several sites need: where a second site is no second chance. */
export const sharedDependency: Rule = {
  codes: ['sites-share-a-dependency'],
  *find({ estate }) {
    const graph = dependencyGraph(estate);
    const all = sharedAmong(graph, graph.nodes.keys());
    for (const shared of all) {
      // Of a chain of shared things the one that most depends on is told; the others only repeat it.
      const isRepeated = all.some(
        (other) =>
          other !== shared &&
          other.sites.length === shared.sites.length &&
          other.systems.length >= shared.systems.length &&
          other.sites.every((site) => shared.sites.includes(site)) &&
          (other.systems.length > shared.systems.length || other.name < shared.name),
      );
      if (isRepeated) continue;
      yield {
        code: 'sites-share-a-dependency',
        severity: 'medium',
        subject: shared.name,
        title: `${shared.sites.length} sites need one ${shared.kind}`,
        detail: shared.because,
        evidence: shared.evidence,
      };
    }
  },
};
