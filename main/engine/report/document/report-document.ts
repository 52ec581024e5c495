import type { DrawingItem } from '../../../../shared/diagram/drawing';
import type { LegendEntry } from '../../../../shared/diagram/scene';
import type { ReportSectionKind } from '../../../../shared/model/report';
import type { Prose } from './prose';

/** A judgement: always shown as a shape and a word, the colour only repeats them. */
export const ratings = ['red', 'amber', 'green', 'unknown'] as const;
export type Rating = (typeof ratings)[number];

export const ratingWords: Readonly<Record<Rating, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  unknown: 'Not known',
};

export interface Cell {
  readonly text: Prose;
  readonly rating?: Rating;
  /** Beside the rating's shape, where it is not the rating's own word: "High". */
  readonly word?: string;
}

export interface Column {
  readonly title: string;
  /** Width: a fixed number of points, or a share of what the fixed ones leave. */
  readonly points?: number;
  readonly share?: number;
  readonly isNumber?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly Cell[])[];
  /** Numbers of the figures that the rows explain, one a row; absent where no citation leads here. */
  readonly anchors?: readonly number[];
}

export interface Picture {
  readonly kind: 'picture';
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly smallestText: number;
  readonly items: readonly DrawingItem[];
  readonly legend: readonly LegendEntry[];
  /** What the band on cards and lines means; null where nothing has one. */
  readonly highlight: string | null;
  /** What the picture leaves out. */
  readonly notes: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Prose; readonly tone: 'lead' | 'body' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly Prose[] }
  | { readonly kind: 'numbers'; readonly items: readonly { readonly value: Prose; readonly label: string }[] }
  | Table
  | Picture;

export interface Section {
  readonly kind: ReportSectionKind;
  readonly title: string;
  readonly isLandscape: boolean;
  /** A page of its own that nothing else stands on, and that it must not outgrow. */
  readonly isOnePage: boolean;
  readonly blocks: readonly Block[];
}

/** The whole report as words, tables and pictures: pages, PDF and HTML are made from this alone. */
export interface ReportDocument {
  readonly title: string;
  /** "Investigation report". */
  readonly type: string;
  readonly caseTitle: string;
  readonly marking: string;
  /** ISO date and time of the case's last change: a report has no clock of its own. */
  readonly asOf: string;
  /** Sources, coverage and date, for the foot of every page. */
  readonly footer: readonly string[];
  readonly sections: readonly Section[];
}
