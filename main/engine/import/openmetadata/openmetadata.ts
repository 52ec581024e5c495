/*
 * Format: OpenMetadata lineage: an entity's graph, a list of edges {from, to}, or the requests that add them ({edge}).
 * Version: the lineage API of OpenMetadata 0.13 to 1.x, and the lineage of its search.
 * Spec: https://docs.open-metadata.org/latest/main-concepts/metadata-standard/schemas/type/entitylineage
 * Read: each node and edge (the row): a service is a system, the rest of a qualified name the dataset; pipelines are jobs, dashboards reports; columns, owners.
 * Dropped: tags, tiers, SQL and the temporary tables inside it, usage, profiles, paging and layers.
 */

import { type FactSink, FileRefused, type Importer, type ImportInput } from '../importer';
import { detectJsonLayout, type JsonLayout } from '../json/layout';
import { peekJson } from '../json/peek';
import { readJson } from '../json/read-json';
import { member, text } from '../json/value';
import { Graph } from './graph';

const graphSelection = ['/entity', '/nodes/*', '/upstreamEdges/*', '/downstreamEdges/*', '/edges/*'];

export const openmetadataImporter: Importer = {
  id: 'openmetadata',
  title: 'OpenMetadata lineage',
  version: 1,
  detects:
    'JSON with entity, nodes and upstreamEdges or downstreamEdges, or edges of from and to with fqn and type.',
  fields: ['system', 'dataset', 'field', 'job', 'source', 'destination', 'owner', 'description'],
  drops: ['tags and tiers', 'SQL and temporary tables', 'usage and profiles', 'paging and layers'],
  detect(probe) {
    const layout = detectJsonLayout(probe.text, probe.isWhole);
    if (layout === 'document') {
      const isGraph =
        /"(upstreamEdges|downstreamEdges)"\s*:\s*[[{]|"fromEntity"\s*:/.test(probe.text) &&
        /"nodes"\s*:\s*[[{]/.test(probe.text);
      if (isGraph) return { confidence: 0.95, summary: 'OpenMetadata lineage of one entity' };
    }
    const peek = peekJson(probe);
    if (peek === null) return null;
    const count = peek.values.filter(isEdge).length;
    if (count === 0 || count * 2 < peek.values.length) return null;
    return {
      confidence: 0.92,
      summary: `OpenMetadata lineage, ${count}${probe.isWhole ? '' : ' or more'} edges`,
    };
  },
  read,
};

/** An edge by itself: its ends name their type and a fully qualified name or an id. */
function isEdge(value: unknown): boolean {
  const edge = member(value, 'edge') ?? value;
  const ends = [
    member(edge, 'from') ?? member(edge, 'fromEntity'),
    member(edge, 'to') ?? member(edge, 'toEntity'),
  ];
  return ends.every(
    (end) =>
      text(end, 'type') !== null &&
      (text(end, 'fqn') !== null || text(end, 'fullyQualifiedName') !== null || text(end, 'id') !== null),
  );
}

async function read(input: ImportInput, sink: FactSink): Promise<void> {
  const { text: head, isWhole, encoding } = input.probe;
  const layout = detectJsonLayout(head, isWhole);
  const graph = new Graph(sink);
  let problem: string | null = null;
  let rows = 0;
  if (layout !== null) {
    const isGraph = layout === 'document' && /"nodes"\s*:/.test(head);
    const progress = (bytes: number): void => sink.progress(bytes);
    const select = isGraph ? graphSelection : selectionOf(layout);
    await readJson(input.open(), { layout, encoding, progress, select }, (element) => {
      rows++;
      if (!element.ok) {
        problem ??= element.message;
        sink.reject(element.place, element.code, element.message, element.raw);
        return;
      }
      const section = isGraph ? element.path[0] : undefined;
      if (section === 'entity' || section === 'nodes') graph.node(element.value, element.place);
      else graph.edge(member(element.value, 'edge') ?? element.value, element.place);
    });
  }
  const accepted = graph.state();
  if (accepted > 0) return;
  throw new FileRefused(
    'no-lineage',
    problem ??
      (rows > 0
        ? 'No entity or edge of the file names what it is about. Export the lineage with fully qualified names.'
        : 'The file holds no OpenMetadata lineage.'),
  );
}

const selectionOf = (layout: JsonLayout): readonly string[] => [layout === 'array' ? '/*' : ''];
