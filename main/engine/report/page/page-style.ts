import type { FontWeight } from '../../../../shared/diagram/scene';
import type { ReportPaper } from '../../../../shared/model/report';

/** Everything that is measured or coloured on paper, in points. */
export const paperSizes: Readonly<Record<ReportPaper, { readonly width: number; readonly height: number }>> =
  {
    A4: { width: 595.28, height: 841.89 },
    Letter: { width: 612, height: 792 },
  };

export const margins = { side: 48, top: 54, bottom: 60 } as const;

export const colours = {
  ink: '#14202e',
  body: '#2b3542',
  muted: '#4f5967',
  accent: '#12436d',
  alert: '#801650',
  rule: '#b4bdc9',
  hairline: '#d8dee6',
  ground: '#f3f5f8',
} as const;

export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly weight: FontWeight;
  readonly colour: string;
}

export const styles = {
  title: { size: 21, leading: 25.5, weight: 700, colour: colours.ink },
  section: { size: 15, leading: 19, weight: 700, colour: colours.accent },
  heading: { size: 10.5, leading: 14, weight: 600, colour: colours.accent },
  lead: { size: 10.5, leading: 15, weight: 400, colour: colours.ink },
  body: { size: 9, leading: 13, weight: 400, colour: colours.body },
  small: { size: 8, leading: 11, weight: 400, colour: colours.muted },
  caption: { size: 9, leading: 12.5, weight: 600, colour: colours.ink },
  cell: { size: 7.8, leading: 10.6, weight: 400, colour: colours.body },
  head: { size: 7.8, leading: 10.4, weight: 600, colour: colours.ink },
  number: { size: 22, leading: 26, weight: 700, colour: colours.ink },
  label: { size: 8.2, leading: 11, weight: 400, colour: colours.muted },
  furniture: { size: 7.2, leading: 9.6, weight: 400, colour: colours.muted },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Smaller than this, text on a map cannot be read from paper. */
export const legiblePoints = 5;
