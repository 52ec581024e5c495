import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import { type MapSection, mostTitleWords, wordCount } from '../../../../shared/model/report';
import { ExpectedFailure } from '../../expected-failure';
import type { Emphasis } from '../picture/emphasise';
import type { SectionInput, SectionMaker } from './section-input';

/** The map with a finding as its title, on a page of its own. */
export const mapSection: SectionMaker<'map'> = async (input, section) => {
  const { note, facts } = input;
  const words = wordCount(section.title);
  if (words > mostTitleWords) {
    note(
      `The title of a map has ${words} words: “${section.title}”. For a board it has ${mostTitleWords} at most.`,
    );
  }
  const graph = input.graphOf(section.level, section.groupBy);
  if (graph.nodes.length === 0) {
    note('This case has nothing to draw at the chosen level: the map is left out.');
    return null;
  }
  const picture = await input.drawMap(section, emphasisOf(input, section, graph));
  const title = section.title.trim() === '' ? facts.info.title : section.title;
  return {
    kind: 'map',
    title,
    isLandscape: picture.width >= picture.height,
    isOnePage: true,
    blocks: [{ ...picture, title }],
  };
};

function emphasisOf(input: SectionInput, section: MapSection, graph: LineageGraph): Emphasis | null {
  switch (section.highlight) {
    case 'none':
      return null;
    case 'losses':
      return {
        meaning: 'Messages were lost',
        ids: new Set(),
        isEdgeMeant: (edge) => edge.edges.some(({ lost }) => lost !== null && lost > 0),
      };
    case 'owners':
      return {
        meaning: 'No undisputed owner on record',
        ids: withGroups(
          graph,
          graph.nodes
            .filter(
              ({ lines }) =>
                lines.every(({ label }) => !/owner/i.test(label)) ||
                lines.some(({ label, state }) => /owner/i.test(label) && state !== 'known'),
            )
            .map(({ id }) => id),
        ),
        isEdgeMeant: () => false,
      };
    case 'impact':
      return impactEmphasis(input, section, graph);
  }
}

function impactEmphasis(
  { facts, note }: SectionInput,
  { name }: MapSection,
  graph: LineageGraph,
): Emphasis | null {
  if (name === undefined || name.trim() === '') {
    note('Choose what fails, so that the map can show what stops.');
    return null;
  }
  try {
    const impact = facts.impact(name);
    const stopped = new Set([impact.of, ...impact.unreachable.map((one) => one.name)]);
    return {
      meaning: `Unavailable if ${impact.of} fails`,
      ids: withGroups(
        graph,
        graph.nodes.filter((node) => stopped.has(node.name)).map(({ id }) => id),
      ),
      isEdgeMeant: () => false,
    };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    note(error.message);
    return null;
  }
}

/** A group that is drawn as one card is meant where one of its members is. */
function withGroups(graph: LineageGraph, ids: readonly string[]): ReadonlySet<string> {
  const meant = new Set(ids);
  for (const { id, group } of graph.nodes) if (group !== null && meant.has(id)) meant.add(group);
  return meant;
}
