import { useMemo } from 'react';
import type { FollowedField } from '../../../shared/contract/field-methods';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import type { Scene } from '../../../shared/diagram/scene';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import { useMap } from '../../state/map-store';
import { useAnswer } from '../../state/use-answer';
import type { CanvasEmphasis } from './canvas/emphasis-context';
import { emphasise, type Highlight } from './emphasis';
import { hiddenNeighbours } from './hidden-neighbours';
import { pathsBetween, reachOf } from './reach';
import type { SceneBox, SceneIndex } from './scene-boxes';

/** More lines than these would make the picture the tangle that it was. */
const besidesAtMost = 80;

const nothing: CanvasEmphasis = {
  dimmedBoxes: new Set(),
  dimmedEdges: new Set(),
  lit: new Set(),
  besides: new Set(),
  fields: new Set(),
  hidden: new Map(),
};

/** What is dimmed, lit and left out, from everything that a person has chosen. */
export function useEmphasis(
  map: MapAnswer | null,
  scene: Scene | null,
  index: SceneIndex | null,
): CanvasEmphasis {
  const { filter, reach, path, marked, selected, only, followed } = useMap();
  const lineage = useAnswer(
    'fields.follow',
    followed === null ? null : { field: followed, direction: 'both' },
  );
  const highlight = useMemo<Highlight | null>(() => {
    if (index === null) return null;
    if (lineage.value !== null) {
      return alongFields(index, lineage.value.fields);
    }
    if (path !== null) return pathsBetween(index, path.from, path.to);
    if (scene?.mode === 'failure') return touchedByFailure(scene);
    if (marked !== null && map !== null) return namedBoxes(index, marked.names, map.graph);
    return reach === null || !index.boxes.has(reach.of) ? null : reachOf(index, reach);
  }, [index, map, scene, reach, path, marked, lineage.value]);
  const dimmed = useMemo(
    () => (scene === null ? nothing : emphasise(scene, filter, highlight)),
    [scene, filter, highlight],
  );
  const lit = useMemo(() => litBoxes(index, selected), [index, selected]);
  const hidden = useMemo(
    () => (map === null ? nothing.hidden : hiddenNeighbours(map.graph, only)),
    [map, only],
  );
  const besides = useMemo(
    () => (scene === null || highlight === null ? nothing.besides : ledAlong(scene, highlight)),
    [scene, highlight],
  );
  const fields = useMemo(
    () => (lineage.value === null ? nothing.fields : new Set(lineage.value.fields.map(({ id }) => id))),
    [lineage.value],
  );
  return useMemo(() => ({ ...dimmed, lit, besides, hidden, fields }), [dimmed, lit, besides, hidden, fields]);
}

/** Lines that the picture leaves out and a highlight leads along, unless so many that they would hide it. */
function ledAlong(scene: Scene, highlight: Highlight): ReadonlySet<string> {
  const ids = scene.leftOut.flatMap(({ id }) => (highlight.edges.has(id) ? id : []));
  return ids.length > besidesAtMost ? nothing.besides : new Set(ids);
}

/** The datasets of these fields, and the lines among them: where both ends are open, only those of the fields. */
function alongFields(index: SceneIndex, fields: readonly FollowedField[]): Highlight {
  const boxes = new Set(fields.map((field) => field.nodeId));
  const ids = new Set(fields.map((field) => field.id));
  const isOnWay = (box: string, field: string | undefined) =>
    boxes.has(box) && (field === undefined || ids.has(field));
  const edges = [...index.edges.values()].filter(
    (edge) => isOnWay(edge.from, edge.fromField) && isOnWay(edge.to, edge.toField),
  );
  return { boxes, edges: new Set(edges.map((edge) => edge.id)) };
}

/** What a failure does something to, and the flows that stop. */
function touchedByFailure(scene: Scene): Highlight {
  const boxes = [...scene.cards, ...scene.groups].filter(({ badge }) => badge !== undefined);
  const edges = [...scene.edges, ...scene.leftOut].filter(({ tone }) => tone === 'alert');
  return { boxes: new Set(boxes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)) };
}

/** The boxes of these names, folded groups that hold one, and every edge that ends on one: what they send or receive stops too. */
function namedBoxes(index: SceneIndex, names: readonly string[], { nodes }: LineageGraph): Highlight {
  const wanted = new Set(names);
  const held = new Set(nodes.flatMap(({ name, group }) => (wanted.has(name) ? (group ?? []) : [])));
  const isMeant = ({ id, name, node }: SceneBox) => wanted.has(name) || (node === null && held.has(id));
  const boxes = new Set([...index.boxes.values()].filter(isMeant).map((box) => box.id));
  const edges = [...index.edges.values()].filter((edge) => boxes.has(edge.from) || boxes.has(edge.to));
  return { boxes, edges: new Set(edges.map((edge) => edge.id)) };
}

function litBoxes(index: SceneIndex | null, selected: { readonly kind: string; readonly id: string } | null) {
  if (index === null || selected === null) return nothing.lit;
  if (selected.kind === 'edge') {
    const edge = index.edges.get(selected.id);
    return edge === undefined ? nothing.lit : new Set([edge.from, edge.to]);
  }
  return new Set([
    ...(index.outgoing.get(selected.id) ?? []).map((edge) => edge.to),
    ...(index.incoming.get(selected.id) ?? []).map((edge) => edge.from),
  ]);
}
