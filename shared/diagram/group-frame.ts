import { displayText } from './display-text';
import { textWidth, truncate } from './measure-text';
import type { Rectangle, SceneText } from './scene';

/** Room between a group's frame and its cards; the top holds the heading. */
export const framePadding = { side: 16, top: 36, bottom: 16 } as const;

/** The frame around a group's cards. */
export function frameOf(cards: readonly Rectangle[]): Rectangle {
  const left = Math.min(...cards.map((card) => card.x));
  const top = Math.min(...cards.map((card) => card.y));
  const right = Math.max(...cards.map((card) => card.x + card.width));
  const bottom = Math.max(...cards.map((card) => card.y + card.height));
  return {
    x: left - framePadding.side,
    y: top - framePadding.top,
    width: right - left + 2 * framePadding.side,
    height: bottom - top + framePadding.top + framePadding.bottom,
  };
}

/** The frame's name and, beside it, how many cards it holds. */
export function groupHeading(name: string, memberCount: number, width: number): readonly SceneText[] {
  const count = String(memberCount);
  const countWidth = textWidth(count, 12, 400) + 8;
  const text = truncate(
    displayText(name) || 'unnamed',
    12.5,
    600,
    width - 2 * framePadding.side - countWidth,
  );
  const y = 23;
  return [
    { text, x: framePadding.side, y, size: 12.5, weight: 600, tone: 'group' },
    {
      text: count,
      x: framePadding.side + textWidth(text, 12.5, 600) + 8,
      y,
      size: 12,
      weight: 400,
      tone: 'muted',
    },
  ];
}
