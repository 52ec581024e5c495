import type { CardLine, LineageNode } from '../model/lineage-graph';
import { displayText } from './display-text';
import { textWidth, wrapText } from './measure-text';
import type { SceneMark, SceneText, TextTone } from './scene';

/** Every card has the same width: columns of cards then stand in line, and a picture reads calmly. */
export const cardWidth = 208;

const padding = { side: 12, top: 10, bottom: 11 } as const;
const title = { size: 13, lineHeight: 17, maxLines: 2 } as const;
const body = { size: 11, lineHeight: 15, maxLines: 2, maxMarkedLines: 3 } as const;
const gapAfterTitle = 3;
const maxFlags = 2;
const markWidth = 13;

export interface CardContent {
  readonly width: number;
  readonly height: number;
  readonly titleLines: readonly string[];
  readonly lines: readonly CardLine[];
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
}

/** The lines of a card. A system or dataset that says nothing of its owner says so. */
export function cardLines(node: LineageNode): readonly CardLine[] {
  const hasOwner = node.lines.some((line) => /owner/i.test(line.label));
  if (hasOwner || (node.kind !== 'system' && node.kind !== 'dataset')) return node.lines;
  return [{ label: 'Owner', text: 'not recorded', state: 'not recorded' }, ...node.lines];
}

/** Breaks and measures what stands on a card, and so gives its size. */
export function layOutCard(node: LineageNode): CardContent {
  const writer = new CardWriter();
  const titleLines = wrapText(
    displayText(node.name) || 'unnamed',
    title.size,
    600,
    cardWidth - 2 * padding.side,
    title.maxLines,
  );
  for (const line of titleLines) writer.title(line);
  writer.skip(gapAfterTitle);
  const lines = cardLines(node);
  const flags = node.flags.filter((flag) => !isSaidElsewhere(flag.text, lines));
  if (!node.isDeclared && !flags.some((flag) => /inventory|undeclared/i.test(flag.text))) {
    writer.flag('medium', 'Undeclared: only in logs');
  }
  if (node.status !== 'live') writer.words(node.status === 'planned' ? 'Planned' : 'Retired', 'muted', 500);
  for (const line of lines) writer.line(line);
  for (const flag of flags.slice(0, maxFlags)) writer.flag(flag.severity, flag.text);
  const more = flags.length - maxFlags;
  if (more > 0) writer.words(`and ${more} more`, 'muted', 400);
  return { ...writer.finish(), titleLines, lines };
}

/** A flag that repeats what the owner's line says with a mark of its own. */
function isSaidElsewhere(flag: string, lines: readonly CardLine[]): boolean {
  return /owner/i.test(flag) && lines.some((line) => /owner/i.test(line.label) && line.state !== 'known');
}

/** The card that stands for a collapsed group. */
export function layOutGroupCard(name: string, memberWords: string, gaps: readonly string[]): CardContent {
  const writer = new CardWriter();
  const titleLines = wrapText(
    displayText(name) || 'unnamed',
    title.size,
    600,
    cardWidth - 2 * padding.side,
    title.maxLines,
  );
  for (const line of titleLines) writer.title(line);
  writer.skip(gapAfterTitle);
  writer.words(memberWords, 'muted', 400);
  for (const gap of gaps) writer.marked('missing', gap);
  return { ...writer.finish(), titleLines, lines: [] };
}

/** Puts text on a card from top to bottom. */
class CardWriter {
  readonly #texts: SceneText[] = [];
  readonly #marks: SceneMark[] = [];
  #y: number = padding.top;

  title(text: string): void {
    this.#y += title.lineHeight;
    this.#put(text, padding.side, this.#y - 4, title.size, 600, 'title');
  }

  skip(height: number): void {
    this.#y += height;
  }

  line(line: CardLine): void {
    const label = displayText(line.label);
    const text = displayText(line.text);
    if (line.state === 'known') {
      this.#labelled(label, text);
    } else {
      const words = text === '' ? line.state : text;
      const sentence =
        line.state === 'conflicting' && words !== 'conflicting' ? `conflicting: ${words}` : words;
      this.marked(line.state === 'conflicting' ? 'conflicting' : 'missing', `${label}: ${sentence}`);
    }
  }

  flag(severity: 'high' | 'medium' | 'low', text: string): void {
    this.#markedText(severity, displayText(text), severity === 'low' ? 'muted' : 'alert', 500);
  }

  marked(kind: 'missing' | 'conflicting', text: string): void {
    this.#markedText(kind, text, 'alert', 500);
  }

  words(text: string, tone: TextTone, weight: 400 | 500): void {
    for (const part of this.#wrap(text, weight, 0)) {
      this.#y += body.lineHeight;
      this.#put(part, padding.side, this.#y - 4, body.size, weight, tone);
    }
  }

  finish(): Pick<CardContent, 'width' | 'height' | 'texts' | 'marks'> {
    return { width: cardWidth, height: this.#y + padding.bottom, texts: this.#texts, marks: this.#marks };
  }

  /** "Owner  Penfold Hospitals Trust": the label muted, further lines under the text. */
  #labelled(label: string, text: string): void {
    const indent = label === '' ? 0 : Math.ceil(textWidth(label, body.size, 400)) + 6;
    const parts = this.#wrap(text, 400, indent);
    for (const [index, part] of parts.entries()) {
      this.#y += body.lineHeight;
      if (index === 0 && label !== '') this.#put(label, padding.side, this.#y - 4, body.size, 400, 'muted');
      this.#put(part, padding.side + indent, this.#y - 4, body.size, 400, 'ink');
    }
  }

  #markedText(kind: SceneMark['kind'], text: string, tone: TextTone, weight: 400 | 500): void {
    for (const [index, part] of this.#wrap(text, weight, markWidth, body.maxMarkedLines).entries()) {
      this.#y += body.lineHeight;
      if (index === 0) this.#marks.push({ kind, x: padding.side + 4, y: this.#y - 8 });
      this.#put(part, padding.side + markWidth, this.#y - 4, body.size, weight, tone);
    }
  }

  #wrap(
    text: string,
    weight: 400 | 500,
    indent: number,
    maxLines: number = body.maxLines,
  ): readonly string[] {
    return wrapText(text, body.size, weight, cardWidth - 2 * padding.side - indent, maxLines);
  }

  #put(text: string, x: number, y: number, size: number, weight: 400 | 500 | 600, tone: TextTone): void {
    this.#texts.push({ text, x, y, size, weight, tone });
  }
}
