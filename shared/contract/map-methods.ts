import { z } from 'zod';
import type { Scene } from '../diagram/scene';
import type { Citation } from '../model/citation';
import type { LineageGraph } from '../model/lineage-graph';
import { mapGroupings, mapLevels } from '../model/vocabulary';
import type { StatableQuestion } from './edit-methods';
import { method } from './method';

/** Dataset level: ids of the cards that are open, so that they list their fields. */
const openCards = z.array(z.string()).optional();

/** Which lines are drawn: the main ones of a tangle, or a share of all; every one where nothing is said. */
export const lineChoice = z.union([z.literal('main'), z.number().min(0).max(1)]);

/** What a picture leads the eye to: what was lost where, or what stops where something fails. */
export const mapMode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('losses') }),
  z.strictObject({ kind: z.literal('failure'), of: z.string().min(1) }),
]);
export type AskedMode = z.infer<typeof mapMode>;

const sceneOptions = z.strictObject({
  level: z.enum(mapLevels),
  groupBy: z.enum(mapGroupings),
  collapsed: z.array(z.string()),
  only: z.array(z.string()).optional(),
  /** The node from which a picture of its own grows hop by hop: its places are kept apart from the whole's. */
  from: z.string().optional(),
  lines: lineChoice.optional(),
  title: z.string().optional(),
  mode: mapMode.optional(),
  open: openCards,
});

/** Where a box stands, and whether a person put it there. */
export interface PlacedBox {
  readonly nodeId: string;
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
}

export interface MapAnswer {
  readonly graph: LineageGraph;
  readonly scene: Scene;
  /** Said when the layout met its deadline and a simpler one was used. */
  readonly note: string | null;
}

/** How a picture begins, before anyone has folded or opened anything in it. */
export interface FirstMap extends MapAnswer {
  /** The groups that it begins with folded. */
  readonly collapsed: readonly string[];
}

const firstMap = z.strictObject({
  level: z.enum(mapLevels),
  groupBy: z.enum(mapGroupings),
});

/** The picture with which the window shows a case that has just been opened. */
export const firstPicture = { level: 'system', groupBy: 'organisation' } as const;

/** Everything known about one thing, with the evidence of each fact, for the side panel. */
export interface Details {
  readonly kind: string;
  readonly name: string;
  readonly sections: readonly DetailSection[];
}
export interface DetailSection {
  readonly title: string;
  readonly facts: readonly DetailFact[];
}
export interface DetailFact {
  readonly label: string;
  readonly value: string;
  readonly state: 'known' | 'missing' | 'conflicting' | 'not recorded' | 'absent';
  readonly citations: readonly Citation[];
  /** What it answers, where a person can answer that too. */
  readonly question?: StatableQuestion;
  /** The name of a system that it is: a person can say that it is not. */
  readonly otherName?: { readonly system: string; readonly name: string };
}

export interface SearchHit {
  readonly kind:
    | 'system'
    | 'dataset'
    | 'party'
    | 'site'
    | 'flow'
    | 'message'
    | 'record'
    | 'warning'
    | 'attribute';
  readonly name: string;
  /** Where it is or what matched. */
  readonly context: string;
  /** Node id on the map, where it is on the map. */
  readonly nodeId: string | null;
  readonly subjectId: number | null;
}

export const mapMethods = {
  /** The graph alone, not laid out. */
  'map.graph': method(
    'query',
    z.strictObject({
      level: z.enum(mapLevels),
      groupBy: z.enum(mapGroupings),
      /** `judged` reconciles first where the case has changed; else losses may be null: not asked yet. */
      losses: z.enum(['known', 'judged']).optional(),
      open: openCards,
    }),
  ).returns<LineageGraph>(),
  /** The whole of a level as it begins: large pictures with their groups folded, a map first and then its parts. */
  'map.first': method('query', firstMap).returns<FirstMap>(),
  /** Makes that picture ready ahead of the question: it is then answered at once, if the case is still the same. */
  'map.prepare': method('query', firstMap).returns<null>(),
  'map.scene': method('query', sceneOptions).returns<MapAnswer>(),
  'map.move': method(
    'query',
    z.strictObject({
      level: z.enum(mapLevels),
      groupBy: z.enum(mapGroupings),
      from: z.string().optional(),
      /** A box that a person put there is pinned; undoing a move leaves it as free as it was. */
      moves: z.array(
        z.strictObject({ nodeId: z.string(), x: z.number(), y: z.number(), isPinned: z.boolean() }),
      ),
    }),
  ).returns<null>(),
  /** Forgets places (all, or those not pinned), so that the next picture is laid out afresh; answers with those forgotten, for undoing it. */
  'map.relayout': method(
    'query',
    z.strictObject({
      level: z.enum(mapLevels),
      groupBy: z.enum(mapGroupings),
      from: z.string().optional(),
      keepPinned: z.boolean(),
    }),
  ).returns<readonly PlacedBox[]>(),
  /** `nodeId` or `edgeId` of the graph, or a field's id as `nodeId`. */
  'map.details': method(
    'query',
    z.strictObject({
      level: z.enum(mapLevels),
      nodeId: z.string().optional(),
      edgeId: z.string().optional(),
      open: openCards,
    }),
  ).returns<Details>(),
  search: method(
    'query',
    z.strictObject({ text: z.string(), limit: z.int().min(1).max(200).optional() }),
  ).returns<readonly SearchHit[]>(),
};
