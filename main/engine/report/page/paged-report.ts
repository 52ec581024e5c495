import type { Drawing, DrawingItem } from '../../../../shared/diagram/drawing';

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a report uses. */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link';

/** A citation's mark on a page, and the row of the annex that it leads to. */
export interface CitationMark {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly figure: number;
}

/** What is drawn on one page for an element. */
export interface TaggedContent {
  readonly page: number;
  readonly items: readonly DrawingItem[];
}

export interface TaggedElement {
  readonly tag: Tag;
  readonly children: readonly TaggedChild[];
  readonly title?: string;
  readonly alt?: string;
  /** Of a header cell. */
  readonly scope?: 'Row' | 'Column';
  /** Of a figure: left, top, right, bottom. */
  readonly box?: readonly [number, number, number, number];
  /** Of a link: the figure that it leads to, and where its words stand. */
  readonly link?: CitationMark;
}

export type TaggedChild = TaggedElement | TaggedContent;

export const isContent = (child: TaggedChild): child is TaggedContent => 'items' in child;

export interface Page {
  readonly width: number;
  readonly height: number;
  /** Lines, grounds, repeated headers, head and foot: nothing that is read aloud. */
  readonly artifacts: readonly DrawingItem[];
}

export interface PagedReport {
  readonly title: string;
  readonly pages: readonly Page[];
  /** In reading order; content of later elements never stands on an earlier page. */
  readonly elements: readonly TaggedElement[];
  readonly outline: readonly { readonly title: string; readonly page: number }[];
  /** First page of each of the document's sections. */
  readonly sectionPages: readonly number[];
  /** Where the annex explains a figure. */
  readonly targets: ReadonlyMap<number, { readonly page: number; readonly y: number }>;
  readonly notes: readonly string[];
}

/** Every page as a picture. */
export function pageDrawings(report: PagedReport): readonly Drawing[] {
  const items = report.pages.map(({ artifacts }) => [...artifacts]);
  const put = (elements: readonly TaggedChild[]): void => {
    for (const child of elements) {
      if (isContent(child)) items[child.page]?.push(...child.items);
      else put(child.children);
    }
  };
  put(report.elements);
  return report.pages.map(({ width, height }, index) => ({
    width,
    height,
    background: '#ffffff',
    title: `${report.title}: page ${index + 1} of ${report.pages.length}`,
    description: textOf(items[index] ?? []),
    smallestText: 7,
    items: items[index] ?? [],
  }));
}

/** The page's words, for those who do not see it. */
function textOf(items: readonly DrawingItem[]): string {
  const words: string[] = [];
  const read = (item: DrawingItem): void => {
    if (item.kind === 'text') words.push(item.text);
    else if (item.kind === 'group') item.items.forEach(read);
  };
  items.forEach(read);
  return words.join(' ');
}
