import type { CardLine, LineageNode } from '../model/lineage-graph';
import { displayText } from './display-text';
import { textWidth, truncate, wrapText } from './measure-text';
import type { SceneMark, SceneRow, SceneText, TextTone } from './scene';

/** Every card has the same width: columns of cards then stand in line, and a picture reads calmly. */
export const cardWidth = 208;

const padding = { side: 11, top: 8, bottom: 9 } as const;
const title = { size: 13, lineHeight: 17, maxLines: 2 } as const;
/** The owner's name is given more room than other facts, and a gap more than what is known. */
const body = { size: 11, lineHeight: 15, maxLines: 1, maxOwnerLines: 2, maxMarkedLines: 3 } as const;
const gapAfterTitle = 2;
const maxFlags = 3;
/** Of an open card; the panel lists all. */
const maxFields = 40;
const gapBeforeFields = 5;
const leastTypeWidth = 24;
const markWidth = 13;
/** Between two facts that stand on one line. */
const factGap = 12;
/** Cards with little to say are as high as most: a row of cards then reads as a row. */
const leastLines = 3;
const leastStepLines = 3;
/** Of a folded group: how many it has, and what is missing among them. */
const leastGroupLines = 2;

export interface CardContent {
  readonly width: number;
  readonly height: number;
  readonly titleLines: readonly string[];
  readonly lines: readonly CardLine[];
  readonly texts: readonly SceneText[];
  readonly marks: readonly SceneMark[];
  readonly rows?: readonly SceneRow[];
}

/** Whether a line of a card says who owns the thing. */
export const isOwner = (line: CardLine): boolean => /owner/i.test(line.label);

/** The lines of a card. A system or dataset that says nothing of its owner says so. */
export function cardLines(node: LineageNode): readonly CardLine[] {
  const hasOwner = node.lines.some(isOwner);
  if (hasOwner || (node.kind !== 'system' && node.kind !== 'dataset')) return node.lines;
  return [{ label: 'Owner', text: 'not recorded', state: 'not recorded' }, ...node.lines];
}

/** What names a thing that no inventory lists. */
const unlisted = {
  log: 'Undeclared: only in logs',
  flow: 'Named only by a flow',
  job: 'Named only by a job',
} as const;

/** What a card is headed with. */
export const titleOf = ({ name, shortName }: Pick<LineageNode, 'name' | 'shortName'>): string =>
  shortName ?? name;

/** Breaks and measures what stands on a card, and so gives its size. */
export function layOutCard(node: LineageNode): CardContent {
  const writer = new CardWriter();
  const titleLines = wrapText(
    displayText(titleOf(node)) || 'unnamed',
    title.size,
    600,
    cardWidth - 2 * padding.side,
    title.maxLines,
  );
  for (const line of titleLines) writer.title(line);
  writer.skip(gapAfterTitle);
  const lines = cardLines(node);
  const flags = cardFlags(node, lines);
  if (!node.isDeclared && !flags.some((flag) => /inventory|undeclared/i.test(flag.text))) {
    writer.flag(node.namedBy === undefined ? 'medium' : 'low', unlisted[node.namedBy ?? 'log']);
  }
  if (node.status !== 'live') writer.words(node.status === 'planned' ? 'Planned' : 'Retired', 'muted', 500);
  for (const line of lines) writer.line(line);
  for (const flag of flags.slice(0, maxFlags)) writer.flag(flag.severity, flag.text);
  const more = flags.length - maxFlags;
  if (more > 0) writer.words(`and ${more} more`, 'muted', 400);
  if (node.kind === 'system' || node.kind === 'dataset') writer.fill(leastLines);
  if (node.kind === 'step') writer.fill(leastStepLines);
  if (node.fields !== undefined) writer.fields(node.fields);
  return { ...writer.finish(), titleLines, lines };
}

/** The flags of a card, less one that repeats what the owner's line says with a mark of its own. */
export function cardFlags(node: LineageNode, lines: readonly CardLine[]): LineageNode['flags'] {
  return node.flags.filter((flag) => !isSaidElsewhere(flag.text, lines));
}

function isSaidElsewhere(flag: string, lines: readonly CardLine[]): boolean {
  return /owner/i.test(flag) && lines.some((line) => isOwner(line) && line.state !== 'known');
}

/** "995 records start here". */
const boundaryWords = (mark: 'start' | 'end', text: string): string => `${text} ${mark} here`;

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
  writer.fill(leastGroupLines);
  return { ...writer.finish(), titleLines, lines: [] };
}

/** Puts text on a card from top to bottom; short facts share a line. */
class CardWriter {
  readonly #texts: SceneText[] = [];
  readonly #marks: SceneMark[] = [];
  readonly #rows: SceneRow[] = [];
  #y: number = padding.top;
  #bodyLines = 0;
  /** Where the last line of facts ends, while another may follow on it. */
  #x: number | null = null;

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
    if (line.mark !== undefined) this.boundary(line.mark, text);
    else if (line.state === 'known') {
      this.#labelled(label, text, isOwner(line) ? body.maxOwnerLines : body.maxLines);
    } else {
      const words = text === '' ? line.state : text;
      const sentence =
        line.state === 'conflicting' && words !== 'conflicting' ? `conflicting: ${words}` : words;
      this.marked(line.state === 'conflicting' ? 'conflicting' : 'missing', `${label}: ${sentence}`);
    }
    // The owner is what one looks for: it has a line to itself.
    if (isOwner(line)) this.#x = null;
  }

  flag(severity: 'high' | 'medium' | 'low', text: string): void {
    this.#markedText(severity, displayText(text), severity === 'low' ? 'muted' : 'alert', 500);
  }

  marked(kind: 'missing' | 'conflicting', text: string): void {
    this.#markedText(kind, text, 'alert', 500);
  }

  /** Where records begin or end, in a line to itself. */
  boundary(mark: 'start' | 'end', text: string): void {
    this.#x = null;
    this.#markedText(mark, boundaryWords(mark, text), 'ink', 500);
    this.#x = null;
  }

  words(text: string, tone: TextTone, weight: 400 | 500): void {
    const at = this.#begin(textWidth(text, body.size, weight));
    for (const [index, part] of this.#wrap(text, weight, at.indent, body.maxOwnerLines).entries()) {
      if (index > 0) this.#newLine();
      this.#put(part, at.x, this.#y - 4, body.size, weight, tone);
    }
  }

  /** The rows of an open card: name, and type where it is known. */
  fields(fields: NonNullable<LineageNode['fields']>): void {
    this.skip(gapBeforeFields);
    for (const { id, name, type } of fields.slice(0, maxFields)) {
      this.#newLine();
      this.#row(id);
      const room = cardWidth - 2 * padding.side;
      const shown = truncate(displayText(name), body.size, 500, room);
      this.#put(shown, padding.side, this.#y - 4, body.size, 500, 'ink');
      const left = room - textWidth(shown, body.size, 500) - factGap;
      if (type === null || left < leastTypeWidth) continue;
      const words = truncate(displayText(type), body.size, 400, left);
      const x = cardWidth - padding.side - textWidth(words, body.size, 400);
      this.#put(words, x, this.#y - 4, body.size, 400, 'muted');
    }
    const more = fields.length - maxFields;
    this.#x = null;
    if (more <= 0) return;
    this.words(`and ${more} more`, 'muted', 400);
    for (const { id } of fields.slice(maxFields)) this.#row(id);
  }

  #row(fieldId: string): void {
    this.#rows.push({ fieldId, y: this.#y - body.lineHeight, height: body.lineHeight });
  }

  /** As high as a card of so many lines. */
  fill(lines: number): void {
    this.#y += Math.max(0, lines - this.#bodyLines) * body.lineHeight;
  }

  finish(): Pick<CardContent, 'width' | 'height' | 'texts' | 'marks' | 'rows'> {
    return {
      width: cardWidth,
      height: this.#y + padding.bottom,
      texts: this.#texts,
      marks: this.#marks,
      ...(this.#rows.length === 0 ? {} : { rows: this.#rows }),
    };
  }

  /** "Owner  Penfold Hospitals Trust": the label muted, further lines under the text. */
  #labelled(label: string, text: string, maxLines: number): void {
    const indent = label === '' ? 0 : Math.ceil(textWidth(label, body.size, 400)) + 6;
    const at = this.#begin(indent + textWidth(text, body.size, 400));
    for (const [index, part] of this.#wrap(text, 400, at.indent + indent, maxLines).entries()) {
      if (index > 0) this.#newLine();
      else if (label !== '') this.#put(label, at.x, this.#y - 4, body.size, 400, 'muted');
      this.#put(part, at.x + indent, this.#y - 4, body.size, 400, 'ink');
    }
  }

  #markedText(kind: SceneMark['kind'], text: string, tone: TextTone, weight: 400 | 500): void {
    const at = this.#begin(markWidth + textWidth(text, body.size, weight));
    const parts = this.#wrap(text, weight, at.indent + markWidth, body.maxMarkedLines);
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#newLine();
      else this.#marks.push({ kind, x: at.x + 4, y: this.#y - 8 });
      this.#put(part, at.x + markWidth, this.#y - 4, body.size, weight, tone);
    }
  }

  /** Begins a fact of a width: behind the last one where both fit on its line, else on a new line. */
  #begin(width: number): { readonly x: number; readonly indent: number } {
    const end = cardWidth - padding.side;
    const at = this.#x === null ? null : this.#x + factGap;
    const x = at !== null && at + width <= end ? at : padding.side;
    if (x === padding.side) this.#newLine();
    this.#x = x + Math.ceil(width);
    return { x, indent: x - padding.side };
  }

  #newLine(): void {
    this.#y += body.lineHeight;
    this.#bodyLines += 1;
  }

  #wrap(text: string, weight: 400 | 500, indent: number, maxLines: number): readonly string[] {
    return wrapText(text, body.size, weight, cardWidth - 2 * padding.side - indent, maxLines);
  }

  #put(text: string, x: number, y: number, size: number, weight: 400 | 500 | 600, tone: TextTone): void {
    this.#texts.push({ text, x, y, size, weight, tone });
  }
}
