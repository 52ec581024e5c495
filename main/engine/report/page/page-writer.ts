import type { DrawingItem } from '../../../../shared/diagram/drawing';
import type { ReportPaper } from '../../../../shared/model/report';
import { margins, paperSizes, type TextStyle } from './page-style';
import type { TaggedChild } from './paged-report';
import { drawSegment, type Line } from './set-prose';

interface OpenPage {
  readonly width: number;
  readonly height: number;
  readonly artifacts: DrawingItem[];
}

const tighterSpacings = [0.7, 0.4, 0.15] as const;

/** Fills pages from top to bottom: where the next thing stands, and whether it still fits. */
export class PageWriter {
  readonly pages: OpenPage[] = [];
  readonly targets = new Map<number, { readonly page: number; readonly y: number }>();
  readonly notes: string[] = [];
  readonly #paper: { readonly width: number; readonly height: number };
  #isLandscape = false;
  /** Share of the usual space between blocks: less where a page would otherwise not hold all of it. */
  #spacing = 1;
  y = 0;

  constructor(paper: ReportPaper) {
    this.#paper = paperSizes[paper];
  }

  get page(): number {
    return this.pages.length - 1;
  }

  get current(): OpenPage {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('No page has been begun.');
    return page;
  }

  get left(): number {
    return margins.side;
  }

  get width(): number {
    return this.current.width - 2 * margins.side;
  }

  get bottom(): number {
    return this.current.height - margins.bottom;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= margins.top + 0.01;
  }

  /**
   * Sets what belongs on this one page; where it runs over, sets it again with less space between its blocks.
   * What stands on the page already stays.
   */
  onThisPage<T>(set: () => T): T {
    const before = {
      ...{ page: this.page, y: this.y, artifacts: this.current.artifacts.length },
      ...{ targets: new Set(this.targets.keys()), notes: this.notes.length },
    };
    let result = set();
    for (const spacing of tighterSpacings) {
      if (this.page === before.page) break;
      this.pages.length = before.page + 1;
      this.current.artifacts.length = before.artifacts;
      this.notes.length = before.notes;
      for (const figure of this.targets.keys()) {
        if (!before.targets.has(figure)) this.targets.delete(figure);
      }
      this.y = before.y;
      this.#spacing = spacing;
      result = set();
    }
    this.#spacing = 1;
    return result;
  }

  begin(isLandscape: boolean): void {
    const { width, height } = this.#paper;
    this.#isLandscape = isLandscape;
    this.pages.push({
      width: isLandscape ? height : width,
      height: isLandscape ? width : height,
      artifacts: [],
    });
    this.y = margins.top;
  }

  next(): void {
    this.begin(this.#isLandscape);
  }

  /** A new page unless this much room is left, or the page is still empty. */
  need(height: number): void {
    if (this.room < height && !this.isAtTop) this.next();
  }

  skip(height: number): void {
    if (!this.isAtTop) this.y += height * this.#spacing;
  }

  artifact(...items: readonly DrawingItem[]): void {
    this.current.artifacts.push(...items);
  }

  /** Sets lines at the cursor, over as many pages as they need: one content a page. */
  lines(lines: readonly Line[], style: TextStyle, left = this.left): readonly TaggedChild[] {
    const contents: TaggedChild[] = [];
    let rest = lines;
    while (rest.length > 0) {
      const fitting = Math.floor((this.room + 0.01) / style.leading);
      if (fitting < 1) {
        if (this.isAtTop) throw new Error('A page has no room for a line.');
        this.next();
        continue;
      }
      // One line alone at the head of a page reads badly: the line before goes with it.
      const taken = rest.length - fitting === 1 && fitting > 2 ? fitting - 1 : Math.min(fitting, rest.length);
      const part = rest.slice(0, taken);
      contents.push(...this.place(part, style, left, this.y));
      this.y += taken * style.leading;
      rest = rest.slice(taken);
      if (rest.length > 0) this.next();
    }
    return contents;
  }

  /** Sets lines at a place on this page; marks of citations are links of their own. */
  place(
    lines: readonly Line[],
    style: TextStyle,
    left: number,
    top: number,
    align?: { readonly width: number; readonly isRight: boolean },
  ): readonly TaggedChild[] {
    const { page } = this;
    const children: TaggedChild[] = [];
    let items: DrawingItem[] = [];
    const flush = (): void => {
      if (items.length > 0) children.push({ page, items });
      items = [];
    };
    for (const [index, line] of lines.entries()) {
      const x = left + (align?.isRight === true ? align.width - line.width : 0);
      const y = top + index * style.leading;
      for (const [at, segment] of line.segments.entries()) {
        const isLast = at === line.segments.length - 1;
        const text = isLast && line.endsWithSpace ? `${segment.text} ` : segment.text;
        const drawn = drawSegment({ ...segment, text }, x, y, style.leading);
        if (segment.cites === undefined) {
          items.push(drawn);
          continue;
        }
        flush();
        const place = { x: x + segment.x, y, width: segment.width, height: style.leading };
        const link = { page, ...place, figure: segment.cites };
        children.push({ tag: 'Link', link, children: [{ page, items: [drawn] }] });
      }
    }
    flush();
    return children;
  }
}
