import type { Viewport } from '@xyflow/react';
import { create } from 'zustand';
import type { ArgsOf } from '../../shared/contract/contract';
import type { AskedMode } from '../../shared/contract/map-methods';
import { hasMode } from '../../shared/diagram/map-mode';
import type { LineChoice, Point } from '../../shared/diagram/scene';
import type { MapGrouping, MapLevel } from '../../shared/model/vocabulary';
import { forgetChanges } from './change-history';
import { type MapFilter, noFilter } from './map-filter';

export interface Selected {
  readonly kind: 'box' | 'edge';
  readonly id: string;
}

/** Neighbours within so many hops of a box; null hops are unlimited. */
export interface Reach {
  readonly of: string;
  readonly upstream: number | null;
  readonly downstream: number | null;
}

export interface Marked {
  readonly title: string;
  readonly names: readonly string[];
  /** True until the map has shown them: a large one begins with these alone, the rest counted as hidden. */
  readonly isNew: boolean;
}

interface MapState {
  readonly level: MapLevel;
  readonly groupBy: MapGrouping;
  readonly collapsed: readonly string[];
  /** What the picture leads the eye to; null where to nothing but what is there. */
  readonly mode: AskedMode | null;
  /** Which lines of a tangle are drawn. */
  readonly lines: LineChoice;
  /** False until it is known whether the picture is small enough to begin with every group open. */
  readonly isFoldingSettled: boolean;
  /** Ids of the nodes asked for; null is all of them. */
  readonly only: readonly string[] | null;
  /** The node from which the picture is grown hop by hop; null where it begins with everything. */
  readonly grownFrom: string | null;
  /** Dataset level: cards that are open to their fields. */
  readonly open: readonly string[];
  /** The field that is followed up and down. */
  readonly followed: string | null;
  readonly selected: Selected | null;
  /** The box under the mouse: its edges are shown over all others. */
  readonly pointedAt: string | null;
  readonly filter: MapFilter;
  readonly isFilterOpen: boolean;
  readonly reach: Reach | null;
  readonly path: { readonly from: string; readonly to: string } | null;
  /** Names to which another view leads the eye: what a failure makes unavailable. */
  readonly marked: Marked | null;
  /** Where boxes were dragged to, until the case has taken it over. */
  readonly moves: ReadonlyMap<string, Point>;
  /** A box to be brought into sight; null once it is. */
  readonly centreOn: string | null;
  readonly shows: 'picture' | 'tables';
  /** The part of the picture in sight, per level and grouping, so that coming back finds it again. */
  readonly viewports: Readonly<Record<string, Viewport>>;
  /** Counts changes of the whole picture after which all of it is to be in sight. */
  readonly fits: number;
  /** Counts saved views that were opened: each begins at its own part of the picture. */
  readonly opening: number;
}

const start: MapState = {
  level: 'system',
  groupBy: 'organisation',
  collapsed: [],
  mode: null,
  lines: 'main',
  isFoldingSettled: false,
  only: null,
  grownFrom: null,
  open: [],
  followed: null,
  selected: null,
  pointedAt: null,
  filter: noFilter,
  isFilterOpen: false,
  reach: null,
  path: null,
  marked: null,
  moves: new Map(),
  centreOn: null,
  shows: 'picture',
  viewports: {},
  fits: 0,
  opening: 0,
};

/** What a person chose to see on the map. It outlives the view, not the case. */
export const useMap = create<MapState>(() => start);

export function resetMap(): void {
  useMap.setState(start);
  forgetChanges();
}

/** Another level or grouping is another picture: what was chosen in the old one means nothing there. */
export function showLevel(level: MapLevel, groupBy: MapGrouping): void {
  const { mode } = useMap.getState();
  useMap.setState({
    mode: mode !== null && hasMode(level, mode.kind) ? mode : null,
    level,
    groupBy,
    collapsed: [],
    lines: 'main',
    isFoldingSettled: false,
    only: null,
    grownFrom: null,
    open: [],
    followed: null,
    selected: null,
    reach: null,
    path: null,
    marked: null,
    moves: new Map(),
  });
}

/** Leads the eye to something else in the same picture: everything stays where it is. */
export function showMode(mode: AskedMode | null): void {
  useMap.setState(({ marked }) => ({ mode, marked: mode?.kind === 'failure' ? marked : null }));
}

export function select(selected: Selected | null): void {
  useMap.setState({ selected });
}

export function toggleGroup(id: string): void {
  useMap.setState(({ collapsed }) => ({
    collapsed: collapsed.includes(id) ? collapsed.filter((other) => other !== id) : [...collapsed, id],
    moves: new Map(),
  }));
}

/** Opens a dataset's card to its fields, or folds it. */
export function toggleFields(id: string): void {
  useMap.setState(({ open }) => ({
    open: open.includes(id) ? open.filter((other) => other !== id) : [...open, id],
    followed: null,
    moves: new Map(),
  }));
}

/** Opens further datasets, so that a field is seen all along its way. */
export function openCards(ids: readonly string[]): void {
  useMap.setState(({ open }) => ({ open: [...new Set([...open, ...ids])], moves: new Map() }));
}

export function followField(followed: string | null): void {
  useMap.setState({ followed, reach: null, path: null, marked: null });
}

export function setCollapsed(collapsed: readonly string[]): void {
  useMap.setState(({ fits }) => ({
    collapsed,
    lines: 'main',
    moves: new Map(),
    selected: null,
    fits: fits + 1,
  }));
}

export function setFilter(changes: Partial<MapFilter>): void {
  useMap.setState(({ filter }) => ({ filter: { ...filter, ...changes } }));
}

/** Ends dimming and hiding of every sort. */
export function clearEmphasis(): void {
  useMap.setState(({ grownFrom, moves, isFoldingSettled, mode }) => ({
    mode: mode?.kind === 'failure' ? null : mode,
    filter: noFilter,
    reach: null,
    path: null,
    marked: null,
    only: null,
    grownFrom: null,
    followed: null,
    // The whole picture is another one, and may have to begin folded.
    moves: grownFrom === null ? moves : new Map(),
    isFoldingSettled: grownFrom === null && isFoldingSettled,
  }));
}

export const pictureKey = ({
  level,
  groupBy,
  grownFrom,
}: Pick<MapState, 'level' | 'groupBy' | 'grownFrom'>) =>
  grownFrom === null ? `${level} ${groupBy}` : `${level} ${groupBy} ${grownFrom}`;

/** Which picture the engine is asked for. */
export function askedPicture({
  level,
  groupBy,
  grownFrom,
}: Pick<MapState, 'level' | 'groupBy' | 'grownFrom'>) {
  return { level, groupBy, ...(grownFrom === null ? {} : { from: grownFrom }) };
}

/** The question for the picture as it is chosen. */
export function askedScene({ collapsed, only, open, lines, mode, ...state }: MapState): ArgsOf<'map.scene'> {
  return {
    ...askedPicture(state),
    ...(mode === null ? {} : { mode }),
    collapsed: [...collapsed],
    lines,
    ...(only === null ? {} : { only: [...only] }),
    ...(open.length === 0 ? {} : { open: [...open] }),
  };
}

/** Begins a picture with what another view leads to, apart from the whole: its places are its own. */
export function beginWithMarked(ids: readonly string[], collapsed: readonly string[]): void {
  useMap.setState(({ marked }) => ({
    only: [...ids],
    grownFrom: marked === null ? null : `marked ${marked.title}`,
    collapsed: [...collapsed],
    lines: 'main',
    isFoldingSettled: true,
    selected: null,
    moves: new Map(),
    marked: marked === null ? null : { ...marked, isNew: false },
  }));
}

/** Begins a picture with one node alone: what it is joined to is brought in hop by hop. */
export function growFrom(id: string): void {
  useMap.setState({
    only: [id],
    grownFrom: id,
    collapsed: [],
    lines: 'main',
    isFoldingSettled: true,
    selected: { kind: 'box', id },
    reach: null,
    path: null,
    marked: null,
    filter: noFilter,
    moves: new Map(),
    centreOn: null,
  });
}
