/** ISO 216 sizes in points, short side first. */
const sizes = [
  { name: 'A4', short: 595.28, long: 841.89 },
  { name: 'A3', short: 841.89, long: 1190.55 },
  { name: 'A2', short: 1190.55, long: 1683.78 },
  { name: 'A1', short: 1683.78, long: 2383.94 },
  { name: 'A0', short: 2383.94, long: 3370.39 },
] as const;

/** Text smaller than this cannot be read from paper. */
const legiblePoints = 5;
const margin = 24;

export interface PageFit {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Points to a unit of the drawing, and where its top left stands. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly isLegible: boolean;
}

/** The smallest page, upright or on its side, on which a drawing's smallest text can be read; else A0. */
export function fitPage(drawing: {
  readonly width: number;
  readonly height: number;
  readonly smallestText: number;
}): PageFit {
  let last: PageFit | undefined;
  for (const { name, short, long } of sizes) {
    const isWide = drawing.width >= drawing.height;
    const [width, height] = isWide ? [long, short] : [short, long];
    // Never larger than drawn for the screen: a small map is not to shout.
    const scale = Math.min(
      (width - 2 * margin) / drawing.width,
      (height - 2 * margin) / drawing.height,
      0.95,
    );
    last = {
      name,
      width,
      height,
      scale,
      x: (width - drawing.width * scale) / 2,
      y: margin,
      isLegible: drawing.smallestText * scale >= legiblePoints,
    };
    if (last.isLegible) return last;
  }
  if (last === undefined) throw new Error('There are page sizes.');
  return last;
}
