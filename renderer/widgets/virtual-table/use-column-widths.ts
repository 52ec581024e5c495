import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { columnWidths, type TextMeasure, wantedWidths } from './column-widths';
import type { Column } from './table-rows';

let context: CanvasRenderingContext2D | null = null;

/** Measures text in the fonts of the table, without laying anything out. */
export function textMeasure(): TextMeasure {
  context ??= document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize);
  const measured = (font: string) => (text: string) => {
    if (context === null) return text.length * 7;
    context.font = font;
    return context.measureText(text).width;
  };
  return { cell: measured(`500 ${size}px ${family}`), heading: measured(`600 ${size - 1}px ${family}`) };
}

/** The width of every column, from what stands in it and the room that the table has. */
export function useColumnWidths<R>(
  scroller: RefObject<HTMLElement | null>,
  rows: { readonly length: number; readonly at: (index: number) => R | undefined },
  columns: readonly Column<R>[],
): readonly number[] {
  const [room, setRoom] = useState(0);
  const [measure, setMeasure] = useState(textMeasure);
  const isShown = rows.length > 0;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isShown || element === null) return;
    const look = () => setRoom(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, isShown]);
  useLayoutEffect(() => {
    // Before its fonts are there, text is measured in others.
    void document.fonts.ready.then(() => setMeasure(textMeasure()));
  }, []);

  const wanted = useMemo(() => wantedWidths(rows, columns, measure), [rows, columns, measure]);
  return useMemo(() => columnWidths(columns, wanted, room), [columns, wanted, room]);
}
