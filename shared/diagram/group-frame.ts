import { displayText } from './display-text';
import { textWidth, wrapText } from './measure-text';
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

/** A name too long for the usual size stands smaller in two lines, in the same room. */
const heading = { size: 12.5, y: 23, countSize: 12, gap: 8 } as const;
/** Of the window's button that folds it, so that a name is cut alike everywhere. */
const foldWidth = 22;
const inTwo = { size: 10.5, lineHeight: 12.5, y: 15 } as const;

/** The frame's name and, beside it, how many cards it holds. */
export function groupHeading(name: string, memberCount: number, width: number): readonly SceneText[] {
  const count = String(memberCount);
  const x = framePadding.side;
  const room =
    width - 2 * framePadding.side - textWidth(count, heading.countSize, 400) - heading.gap - foldWidth;
  const whole = displayText(name) || 'unnamed';
  const isInTwo = textWidth(whole, heading.size, 600) > room;
  const { size, y } = isInTwo ? inTwo : heading;
  const lines = isInTwo ? wrapText(whole, size, 600, room, 2) : [whole];
  const names = lines.map(
    (text, index): SceneText => ({
      text,
      x,
      y: lines.length === 1 ? heading.y : y + index * inTwo.lineHeight,
      size,
      weight: 600,
      tone: 'group',
    }),
  );
  const last = names.at(-1);
  return [
    ...names,
    {
      text: count,
      x: x + (last === undefined ? 0 : textWidth(last.text, size, 600)) + heading.gap,
      y: last?.y ?? heading.y,
      size: isInTwo ? size : heading.countSize,
      weight: 400,
      tone: 'muted',
    },
  ];
}
