import type { FontWeight } from './scene';

/**
 * A picture as a list of the few shapes that SVG and PDF both know, colours and places decided. SVG, PNG,
 * PDF and HTML are drawn from this list, so that they cannot differ.
 */
export type DrawingItem = DrawnRectangle | DrawnPath | DrawnText | DrawnGroup;

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

export interface DrawnRectangle {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** `d` uses M, L, Q, C and Z with absolute coordinates only. */
export interface DrawnPath {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

export interface DrawnText {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly fill: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** `role` is what a screen reader or a tagged file makes of it; `id` names what it draws in the scene. */
export interface DrawnGroup {
  readonly kind: 'group';
  readonly role: 'title' | 'figure' | 'legend' | 'footer' | 'frame' | 'card' | 'edge' | 'label';
  readonly id?: string;
  readonly name?: string;
  readonly items: readonly DrawingItem[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  /** The picture in words, for those who do not see it. */
  readonly description: string;
  /** Size of the smallest text, for choosing a page on which it can be read. */
  readonly smallestText: number;
  readonly items: readonly DrawingItem[];
}

/** A coordinate as it is written: two decimals at most, never "-0". */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}
