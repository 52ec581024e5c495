import type { DrawingItem } from '../../../../shared/diagram/drawing';
import { drawItem } from '../../export/pdf/draw-on-page';
import { documentBytes, steadyDocument } from '../../export/pdf/steady-document';
import { fontWeights, interFont } from '../../export/picture/inter-fonts';
import { coveredText, interOnly } from '../../export/picture/inter-only';
import {
  isContent,
  type PagedReport,
  type Tag,
  type TaggedChild,
  type TaggedContent,
  type TaggedElement,
} from '../page/paged-report';

type Document = PDFKit.PDFDocument;
type StructureElement = PDFKit.PDFStructureElement;
type PageContent = ReturnType<Document['markStructureContent']>;

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

/**
 * Writes pages as one tagged PDF. What is drawn goes page by page; the structure, in which a row may run over
 * two pages, is put together afterwards.
 */
export async function writePdf(
  report: PagedReport,
  options: { readonly subject: string; readonly asOf: string },
): Promise<WrittenPdf> {
  const [first] = report.pages;
  if (first === undefined) throw new Error('A report has at least one page.');
  const document = steadyDocument({
    title: coveredText(report.title),
    subject: coveredText(options.subject),
    size: [first.width, first.height],
    date: dateOf(options.asOf),
  });
  for (const weight of fontWeights) document.registerFont(`Inter ${weight}`, interFont(weight));
  const root = document.struct('Document', { lang: 'en-GB' });
  document.addStructure(root);
  const writer = new PdfWriter(document, report);
  writer.drawPages();
  for (const element of report.elements) writer.addElement(root, element);
  root.end();
  for (const { title, page } of report.outline) {
    document.outline.addItem(coveredText(title), { pageNumber: page, fit: true } as Parameters<
      typeof document.outline.addItem
    >[1]);
  }
  labelPages(document, report.pages.length);
  return { bytes: await documentBytes(document), notes: writer.notes };
}

class PdfWriter {
  readonly #document: Document;
  readonly #report: PagedReport;
  readonly #drawn = new Map<TaggedContent, PageContent>();
  readonly #links = new Map<
    TaggedElement,
    { readonly structure: StructureElement; readonly page: Document['page'] }
  >();
  #uncovered = 0;

  constructor(document: Document, report: PagedReport) {
    this.#document = document;
    this.#report = report;
  }

  get notes(): readonly string[] {
    if (this.#uncovered === 0) return [];
    const words = this.#uncovered === 1 ? 'One text holds' : `${this.#uncovered} texts hold`;
    return [`${words} characters that the font Inter lacks; they are shown as □. HTML keeps them.`];
  }

  drawPages(): void {
    const { pages, targets, elements } = this.#report;
    const byPage = contentsByPage(elements);
    for (const [index, { width, height, artifacts }] of pages.entries()) {
      if (index > 0) this.#document.addPage({ size: [width, height], margin: 0 });
      for (const [figure, target] of targets) {
        if (target.page === index) {
          this.#document.addNamedDestination(destination(figure), 'XYZ', 0, Math.max(0, target.y - 8), 0);
        }
      }
      this.#document.markContent('Artifact', { type: 'Layout' });
      for (const item of artifacts) this.#draw(item);
      this.#document.endMarkedContent();
      for (const { content, tag, link } of byPage[index] ?? []) {
        const marked = this.#document.markStructureContent(tag);
        for (const item of content.items) this.#draw(item);
        this.#document.endMarkedContent();
        this.#drawn.set(content, marked);
        if (link?.link !== undefined) this.#addLink(link, marked);
      }
    }
  }

  /** Annotations belong to a page that is still open, and say themselves where they lead. */
  #addLink(element: TaggedElement, content: PageContent): void {
    const { link } = element;
    if (link === undefined || !this.#report.targets.has(link.figure)) return;
    const structure = this.#document.struct('Link');
    structure.add(content);
    const options = {
      structParent: structure,
      Contents: new String(`Figure ${link.figure} in the annex`),
      Border: [0, 0, 0],
    };
    this.#document.goTo(link.x, link.y, link.width, link.height, destination(link.figure), options as never);
    structure.end();
    this.#links.set(element, { structure, page: this.#document.page });
  }

  addElement(parent: StructureElement, element: TaggedElement): void {
    const link = this.#links.get(element);
    if (link !== undefined) {
      // The library writes the link's page when the link gets its parent, and takes the page that is open.
      const last = this.#document.page;
      this.#document.page = link.page;
      parent.add(link.structure);
      this.#document.page = last;
      return;
    }
    // A mark without an annex to lead to is plain text of what it stands in.
    if (element.tag === 'Link') {
      this.#addChildren(parent, element.children);
      return;
    }
    const { title, alt, scope, box } = element;
    const structure = this.#document.struct(element.tag, {
      ...(title === undefined ? {} : { title: coveredText(title) }),
      ...(alt === undefined ? {} : { alt: coveredText(alt) }),
      ...(scope === undefined ? {} : { scope }),
      ...(box === undefined ? {} : { bbox: this.#onItsPage(element, box), placement: 'Block' }),
    } as Parameters<Document['struct']>[1]);
    parent.add(structure);
    this.#addChildren(structure, element.children);
    structure.end();
  }

  #addChildren(parent: StructureElement, children: readonly TaggedChild[]): void {
    for (const child of children) {
      if (!isContent(child)) this.addElement(parent, child);
      else {
        const content = this.#drawn.get(child);
        if (content !== undefined) parent.add(content);
      }
    }
  }

  /** The library turns the box by the height of the page that is open, which is the last. */
  #onItsPage(element: TaggedElement, box: NonNullable<TaggedElement['box']>): readonly number[] {
    const page = element.children.find(isContent)?.page ?? 0;
    const own = this.#report.pages[page]?.height ?? 0;
    const shift = (this.#report.pages.at(-1)?.height ?? own) - own;
    return [box[0], box[1] + shift, box[2], box[3] + shift];
  }

  #draw(item: DrawingItem): void {
    const shell = {
      width: 0,
      height: 0,
      background: '',
      title: '',
      description: '',
      smallestText: 0,
      items: [item],
    };
    const { drawing, notes } = interOnly(shell);
    if (notes.length > 0) this.#uncovered += 1;
    for (const drawn of drawing.items) drawItem(this.#document, drawn);
  }
}

interface PlacedContent {
  readonly content: TaggedContent;
  readonly tag: Tag;
  readonly link: TaggedElement | null;
}

function contentsByPage(elements: readonly TaggedElement[]): readonly (readonly PlacedContent[])[] {
  const pages: PlacedContent[][] = [];
  const visit = (element: TaggedElement): void => {
    for (const child of element.children) {
      if (!isContent(child)) visit(child);
      else {
        pages[child.page] ??= [];
        pages[child.page]?.push({
          content: child,
          tag: element.tag,
          link: element.tag === 'Link' ? element : null,
        });
      }
    }
  };
  elements.forEach(visit);
  return pages;
}

const destination = (figure: number): string => `figure-${figure}`;

function dateOf(asOf: string): Date {
  const date = new Date(asOf);
  return Number.isNaN(date.getTime()) ? new Date('1970-01-01T00:00:00Z') : date;
}

/** The number that a reader's page box shows is the one at the foot of the page. */
function labelPages(document: Document, count: number): void {
  const { _root: root } = document as unknown as {
    readonly _root: { readonly data: Record<string, unknown> };
  };
  if (count > 0) root.data.PageLabels = { Nums: [0, { S: 'D' }] };
}
