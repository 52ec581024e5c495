import type { Rectangle } from 'electron';

/**
 * A remembered place as a display can show it: no larger than the display, and all of it in sight. The screen that it
 * was on may be gone, or smaller than it was.
 */
export function placeOnDisplay(place: Rectangle, display: Rectangle): Rectangle {
  const width = Math.min(place.width, display.width);
  const height = Math.min(place.height, display.height);
  const within = (at: number, size: number, from: number, room: number) =>
    Math.round(Math.max(from, Math.min(at, from + room - size)));
  return {
    x: within(place.x, width, display.x, display.width),
    y: within(place.y, height, display.y, display.height),
    width,
    height,
  };
}
