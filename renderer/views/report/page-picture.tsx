import { memo } from 'react';
import type { Drawing, DrawingItem } from '../../../shared/diagram/drawing';
import { figureRuns, type TextRun } from '../../../shared/diagram/figure-runs';

interface PagePictureProps {
  readonly drawing: Drawing;
  readonly label: string;
  /** False for a page far from sight: its paper alone. */
  readonly isDrawn: boolean;
}

/** A page as it will be printed. */
export const PagePicture = memo(function PagePicture({ drawing, label, isDrawn }: PagePictureProps) {
  const { width, height, items } = drawing;
  return (
    <svg
      className={width > height ? 'report-page report-page--wide' : 'report-page'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <rect width={width} height={height} fill="#ffffff" />
      {isDrawn && items.map((item, index) => <Item key={keyOf(item, index)} item={item} />)}
    </svg>
  );
});

/** Items have no names of their own and never change places: a page is drawn anew as a whole. */
const keyOf = (item: DrawingItem, index: number): string => `${item.kind} ${index}`;

function Item({ item }: { readonly item: DrawingItem }) {
  switch (item.kind) {
    case 'group':
      return (
        <g>
          {item.items.map((child, index) => (
            <Item key={keyOf(child, index)} item={child} />
          ))}
        </g>
      );
    case 'rectangle':
      return (
        <rect
          x={item.x}
          y={item.y}
          width={item.width}
          height={item.height}
          rx={item.radius}
          {...paintOf(item)}
        />
      );
    case 'path':
      return <path d={item.d} {...paintOf(item)} />;
    case 'text':
      return (
        <text
          x={item.x}
          y={item.y}
          fontSize={item.size}
          fontWeight={item.weight}
          fill={item.fill}
          textAnchor={item.anchor}
        >
          <Runs text={item.text} />
        </text>
      );
  }
}

function paintOf({ fill, stroke }: Extract<DrawingItem, { kind: 'rectangle' | 'path' }>) {
  return {
    fill: fill ?? 'none',
    ...(stroke === undefined
      ? {}
      : {
          stroke: stroke.colour,
          strokeWidth: stroke.width,
          strokeDasharray: stroke.dash?.join(' '),
          strokeLinecap: stroke.cap,
        }),
  };
}

/** As on paper: words kerned, figures not. */
function Runs({ text }: { readonly text: string }) {
  return figureRuns(text).map((run, index) => (
    <tspan key={keyOfRun(run, index)} className={run.isFigure ? 'report-page__figure' : undefined}>
      {run.text}
    </tspan>
  ));
}

const keyOfRun = (run: TextRun, index: number): string => `${index} ${run.text}`;
