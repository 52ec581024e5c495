import type { DrawnText } from '../../../../shared/diagram/drawing';
import { textWidth } from '../../../../shared/diagram/measure-text';
import type { FontWeight } from '../../../../shared/diagram/scene';
import { lineBreak, type Prose } from '../document/prose';
import { kernedWidth } from './kerned-width';
import { colours, type TextStyle } from './page-style';

/** A piece of a line in one style; `x` from the line's start. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  readonly cites?: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
  /** The line ends between words: whoever reads the page by its text needs the space that is not seen. */
  readonly endsWithSpace: boolean;
}

interface Piece {
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  readonly cites?: number;
}

/** Marks are smaller than what they mark, and still above what can be read. */
const markShare = 0.78;
const largestMark = 9;

/** Breaks running text into lines of at most `width`; a mark stays with its number, a long word is cut. */
export function setProse(text: Prose, style: TextStyle, width: number): readonly Line[] {
  const lines: Line[] = [];
  let segments: Segment[] = [];
  let x = 0;
  const flush = (): void => {
    const last = segments.at(-1);
    const endsWithSpace = last?.text === ' ';
    if (endsWithSpace) segments.pop();
    if (segments.length > 0) lines.push({ ...kerned(joined(segments)), endsWithSpace });
    segments = [];
    x = 0;
  };
  for (const word of wordsOf(text, style)) {
    if (word[0]?.text === lineBreak.text) {
      flush();
      continue;
    }
    const isSpace = word.every((piece) => piece.text === ' ');
    const wide = word.reduce((sum, piece) => sum + widthOf(piece), 0);
    if (isSpace) {
      if (segments.length === 0) continue;
      const [piece] = word;
      if (piece !== undefined) segments.push({ ...piece, x, width: wide });
      x += wide;
      continue;
    }
    if (x + wide > width && segments.length > 0) flush();
    for (const piece of word) {
      for (const part of partsOf(piece, width - x, width)) {
        const partWidth = widthOf(part);
        if (x + partWidth > width + 0.01 && segments.length > 0) flush();
        segments.push({ ...part, x, width: partWidth });
        x += partWidth;
      }
    }
  }
  flush();
  return lines;
}

/** Words as pieces in several styles: between them a line may break, within them it may not. */
function wordsOf(text: Prose, style: TextStyle): readonly (readonly Piece[])[] {
  const words: Piece[][] = [];
  let word: Piece[] = [];
  const end = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const run of text) {
    const piece = pieceStyle(run, style);
    if (run.text === lineBreak.text) {
      end();
      words.push([{ ...piece, text: run.text }]);
      continue;
    }
    // After a hyphen, slash, dot or underscore within a long token a line may break too.
    for (const part of run.text.match(/ +|[^ ]+/g) ?? []) {
      if (part.startsWith(' ')) {
        end();
        words.push([{ ...piece, text: ' ' }]);
      } else if (part.length > 24) {
        for (const bit of part.match(/[^\-/._]*[-/._]+|[^\-/._]+/g) ?? []) {
          word.push({ ...piece, text: bit });
          if (/[-/._]$/.test(bit)) end();
        }
      } else word.push({ ...piece, text: part });
    }
  }
  end();
  return words;
}

function pieceStyle(run: Prose[number], style: TextStyle): Omit<Piece, 'text'> {
  if (run.cites !== undefined) {
    return {
      size: Math.min(style.size * markShare, largestMark),
      weight: 400,
      colour: colours.accent,
      cites: run.cites,
    };
  }
  const weight = run.isStrong === true && style.weight < 600 ? 600 : style.weight;
  return { size: style.size, weight, colour: run.isStrong === true ? colours.ink : style.colour };
}

/** A word wider than a line is cut where the line ends. */
function partsOf(piece: Piece, room: number, width: number): readonly Piece[] {
  if (widthOf(piece) <= width) return [piece];
  const parts: Piece[] = [];
  let text = '';
  let free = room > 12 ? room : width;
  for (const character of piece.text) {
    if (text !== '' && textWidth(text + character, piece.size, piece.weight) > free) {
      parts.push({ ...piece, text });
      text = '';
      free = width;
    }
    text += character;
  }
  return text === '' ? parts : [...parts, { ...piece, text }];
}

const widthOf = ({ text, size, weight }: Piece): number => textWidth(text, size, weight);

/** Neighbours in one style become one text: it can be searched and read aloud as such. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const before = result.at(-1);
    if (
      before !== undefined &&
      before.cites === undefined &&
      segment.cites === undefined &&
      before.weight === segment.weight &&
      before.size === segment.size &&
      before.colour === segment.colour
    ) {
      result[result.length - 1] = {
        ...before,
        text: before.text + segment.text,
        width: segment.x + segment.width - before.x,
      };
    } else result.push(segment);
  }
  return result;
}

/** The line as it is drawn: each piece begins where the one before really ends. */
function kerned(segments: readonly Segment[]): Omit<Line, 'endsWithSpace'> {
  let x = 0;
  const placed = segments.map((segment) => {
    const width = kernedWidth(segment.text, segment.size, segment.weight);
    const at = { ...segment, x, width };
    x += width;
    return at;
  });
  return { segments: placed, width: x };
}

/** A segment as it is drawn; `top` is that of its line. */
export function drawSegment(segment: Segment, left: number, top: number, leading: number): DrawnText {
  return {
    kind: 'text',
    x: left + segment.x,
    y: top + leading * 0.74,
    text: segment.text,
    size: segment.size,
    weight: segment.weight,
    fill: segment.colour,
    anchor: 'start',
  };
}
