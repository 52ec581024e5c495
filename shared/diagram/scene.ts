import type { CardLine, LineageEdge, LineageGraph, LineageNode } from '../model/lineage-graph';
import type { MapGrouping } from '../model/vocabulary';

/** Scene units are CSS pixels at 100 % (1/96 inch); y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** What a text says about itself; a theme gives each tone its colour. */
export type TextTone = 'title' | 'ink' | 'muted' | 'alert' | 'group';
export type FontWeight = 400 | 500 | 600 | 700;

/** One run of text on a card or frame: `x`, `y` is the start of its baseline, from the card's top left. */
export interface SceneText extends Point {
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly tone: TextTone;
}

/** A small shape that says by form what a colour alone must not: `x`, `y` is its centre on the card. */
export interface SceneMark extends Point {
  readonly kind: 'missing' | 'conflicting' | 'high' | 'medium' | 'low' | 'start' | 'end';
}

/** A group's frame. A collapsed group is drawn as one card and its members are left out of `cards`. */
export interface SceneGroup extends Rectangle {
  readonly id: string;
  readonly name: string;
  readonly kind: 'organisation' | 'site' | 'system' | 'dataset';
  readonly isCollapsed: boolean;
  readonly memberCount: number;
  /** Of a collapsed one. */
  readonly badge?: SceneBadge;
  /** The frame's heading, or the collapsed card's text. */
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
}

/** The row of a field on an open card: where its lines leave and meet the card. */
export interface SceneRow {
  readonly fieldId: string;
  /** From the card's top. */
  readonly y: number;
  readonly height: number;
}

/** A word on a card's upper border, over all lines: `x`, `y` is its ground's top left, from the card's. */
export interface SceneBadge extends Rectangle {
  readonly text: string;
  readonly tone: 'alert' | 'plain';
  readonly size: number;
  readonly weight: FontWeight;
}

export interface SceneCard extends Rectangle {
  readonly id: string;
  readonly groupId: string | null;
  readonly node: LineageNode;
  /** The name broken into lines that fit the card. */
  readonly titleLines: readonly string[];
  readonly lines: readonly CardLine[];
  /** Title, lines and flags as they stand on the card, broken and measured. */
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
  /** Of an open card; fields that there is no room for share the last row. */
  readonly rows?: readonly SceneRow[];
  /** What the picture's mode says of it. */
  readonly badge?: SceneBadge;
  /** True when a person put it there: a layout leaves it where it is. */
  readonly isPinned: boolean;
}

/**
 * How an edge is drawn. Each differs by dash pattern and end mark, and is named in the legend and in a
 * word on the edge, so that it reads without colour: `observed` declared and seen in logs; `silent`
 * declared, logs exist and show nothing; `undeclared` only in logs; `derived` made from it by a job; `unlogged` declared, and no log of
 * either end was imported; `planned`; `retired`.
 */
export type EdgeStyle = 'observed' | 'silent' | 'undeclared' | 'unlogged' | 'derived' | 'planned' | 'retired';

/** A line of a picture before it has a course: what it joins, and what it says. */
export interface SceneLine {
  readonly id: string;
  /** Ids of cards, or of collapsed groups. */
  readonly from: string;
  readonly to: string;
  readonly style: EdgeStyle;
  /** Ids of the fields at whose rows it leaves and meets open cards. */
  readonly fromField?: string;
  readonly toField?: string;
  /** The flows it stands for; more than one where parallel flows or a collapsed group are drawn as one. */
  readonly edges: readonly LineageEdge[];
  /** Text on the edge, e.g. "1,543 sent · 56 lost" or "silent"; empty where there is nothing to say. */
  readonly label: string;
  /** In a mode of the picture: `alert` is what it leads to, `faint` stands back. */
  readonly tone?: 'alert' | 'faint';
  /** The most telling words of the label in that mode, for where there is room for no more. */
  readonly says?: string;
}

export interface SceneEdge extends SceneLine {
  /** How thick it is drawn, 1 to 5, where that says how much it carries beside the others. */
  readonly weight?: number;
  /** Corner points from card border to card border; at least two. Every segment is horizontal or vertical. */
  readonly points: readonly Point[];
  /** The label as it is broken on the picture. */
  readonly labelLines: readonly string[];
  /** Centre of the label. */
  readonly labelAt: Point;
  /** The label's ground, around `labelAt`; no width where there is no label. */
  readonly labelBox: Rectangle;
}

export const legendMarks = ['missing', 'conflicting', 'high', 'medium', 'low'] as const;
export type LegendMark = (typeof legendMarks)[number];

/** Lines as a mode tells them: `faint` stands back. */
export type ModeStyle = 'lost' | 'none-lost' | 'stops' | 'faint';

export interface LegendEntry {
  /** A kind of line, a mark on cards, or the frame of a system that is in no inventory. */
  readonly style: EdgeStyle | ModeStyle | LegendMark | 'undeclared-system';
  readonly text: string;
}

/** One laid-out picture. The screen, SVG, PNG, PDF and HTML all draw this and nothing else. */
export interface Scene {
  readonly level: LineageGraph['level'];
  readonly title: string;
  /** What it leads the eye to, where more than what is there; its title then says what was found. */
  readonly mode?: MapMode['kind'];
  /** Top left of all that is drawn; below zero where a person moved a card there. */
  readonly origin: Point;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly SceneGroup[];
  readonly cards: readonly SceneCard[];
  readonly edges: readonly SceneEdge[];
  /** Lines that the picture leaves out and the footer counts: weaker than those drawn. */
  readonly leftOut: readonly SceneLine[];
  readonly legend: readonly LegendEntry[];
  /** Said below the picture: sources, coverage, date, and what a filter hides. */
  readonly footer: readonly string[];
}

/** Where cards stand (their top left), by id of a node or of a collapsed group; kept in the case file so that the same things stay where they were. */
export interface Positions {
  readonly [nodeId: string]: { readonly x: number; readonly y: number; readonly isPinned?: boolean };
}

/** `main`: where there are very many lines, the most telling ones only; a number: the share of all, 0 to 1. */
export type LineChoice = 'main' | number;

/** What stops where something fails, by ids of nodes of the graph. */
export interface Failure {
  readonly kind: 'failure';
  /** The system, site or network that fails. */
  readonly of: string;
  readonly failed: ReadonlySet<string>;
  readonly unavailable: ReadonlySet<string>;
  /** They run on and get nothing new. */
  readonly unsupplied: ReadonlySet<string>;
}

/**
 * What a picture leads the eye to, beside what is there: `losses`, how much each line carries and what was lost
 * on it; `failure`, what is unavailable and which flows stop. Without one, how each flow is known.
 */
export type MapMode = { readonly kind: 'losses' } | Failure;

/** What a person chose to see. Anything left out by it is counted in the scene's footer. */
export interface SceneOptions {
  readonly level: LineageGraph['level'];
  readonly groupBy: MapGrouping;
  readonly collapsed: readonly string[];
  /** When set, only these nodes (and the edges among them) are drawn. */
  readonly only?: readonly string[];
  /** Which lines are drawn; all of them where nothing is said. */
  readonly lines?: LineChoice;
  readonly title?: string;
  readonly mode?: MapMode;
  /** Dataset level: ids of the cards that list their fields. */
  readonly open?: readonly string[];
  /** Lines for the footer that only the case can say: sources, coverage, date. */
  readonly footer?: readonly string[];
}
