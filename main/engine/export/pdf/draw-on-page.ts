import type { Drawing, DrawingItem, DrawnGroup, DrawnText, Stroke } from '../../../../shared/diagram/drawing';
import { fontWeights, interFont } from '../picture/inter-fonts';
import { drawTextRuns, widthOfText } from './draw-text';
import type { PageFit } from './page-size';

type Document = PDFKit.PDFDocument;

/**
 * Draws and tags: a heading, the figure with its description, the legend and the footer as paragraphs.
 * Lines without meaning of their own are artifacts.
 */
export function drawOnPage(document: Document, drawing: Drawing, page: PageFit): void {
  for (const weight of fontWeights) document.registerFont(`Inter ${weight}`, interFont(weight));
  const root = document.struct('Document', { lang: 'en-GB' });
  document.addStructure(root);
  // The ground is drawn only where it is not the paper's own white.
  if (drawing.background !== '#ffffff') {
    document.markContent('Artifact', { type: 'Layout' });
    document.rect(0, 0, page.width, page.height).fill(drawing.background);
    document.endMarkedContent();
  }
  document.save();
  document.translate(page.x, page.y).scale(page.scale);
  for (const item of drawing.items) {
    if (item.kind !== 'group') continue;
    if (item.role === 'figure') drawFigure(document, root, item, drawing, page);
    else drawWords(document, root, item);
  }
  document.restore();
  root.end();
}

function drawFigure(
  document: Document,
  root: PDFKit.PDFStructureElement,
  figure: DrawnGroup,
  drawing: Drawing,
  page: PageFit,
): void {
  // PDF/UA wants to know where a figure stands; the library's types do not know these two yet.
  const place = {
    bbox: [page.x, page.y, page.x + drawing.width * page.scale, page.y + drawing.height * page.scale],
    placement: 'Block',
  };
  const element = document.struct('Figure', { title: drawing.title, alt: drawing.description, ...place });
  root.add(element);
  element.add(document.markStructureContent('Figure'));
  drawItem(document, figure);
  document.endMarkedContent();
  element.end();
}

/** Every text a paragraph (the title's one heading), everything else an artifact. */
function drawWords(document: Document, root: PDFKit.PDFStructureElement, group: DrawnGroup): void {
  const tag = group.role === 'title' ? 'H1' : 'P';
  const heading = group.role === 'title' ? document.struct(tag) : undefined;
  if (heading !== undefined) root.add(heading);
  for (const item of group.items) {
    if (item.kind === 'text') {
      const element = heading ?? document.struct(tag);
      if (heading === undefined) root.add(element);
      element.add(document.markStructureContent(tag));
      drawText(document, item);
      document.endMarkedContent();
      if (heading === undefined) element.end();
    } else {
      document.markContent('Artifact', { type: 'Layout' });
      drawItem(document, item);
      document.endMarkedContent();
    }
  }
  heading?.end();
}

/** Draws one item with the fonts "Inter 400" to "Inter 700", which the document must have registered. */
export function drawItem(document: Document, item: DrawingItem): void {
  switch (item.kind) {
    case 'group':
      for (const child of item.items) drawItem(document, child);
      return;
    case 'text':
      drawText(document, item);
      return;
    case 'rectangle':
      if (item.radius > 0) document.roundedRect(item.x, item.y, item.width, item.height, item.radius);
      else document.rect(item.x, item.y, item.width, item.height);
      paint(document, item.fill, item.stroke);
      return;
    case 'path':
      document.path(item.d);
      paint(document, item.fill, item.stroke);
  }
}

function drawText(document: Document, item: DrawnText): void {
  document.font(`Inter ${item.weight}`).fontSize(item.size).fillColor(item.fill);
  const width = item.anchor === 'start' ? 0 : widthOfText(document, item.text);
  const x = item.anchor === 'start' ? item.x : item.anchor === 'end' ? item.x - width : item.x - width / 2;
  drawTextRuns(document, item.text, x, item.y);
}

function paint(document: Document, fill: string | undefined, stroke: Stroke | undefined): void {
  if (stroke !== undefined) {
    document.lineWidth(stroke.width).strokeColor(stroke.colour);
    document.lineCap(stroke.cap ?? 'butt').lineJoin(stroke.cap === 'round' ? 'round' : 'miter');
    if (stroke.dash !== undefined && stroke.dash.length > 0) setDash(document, stroke.dash);
    else document.undash();
  }
  if (fill !== undefined && stroke !== undefined) document.fillAndStroke(fill, stroke.colour);
  else if (fill !== undefined) document.fill(fill);
  else if (stroke !== undefined) document.stroke();
}

/** pdfkit takes patterns of any length, its types only one number. */
function setDash(document: Document, pattern: readonly number[]): void {
  (document as unknown as { dash(pattern: readonly number[]): void }).dash(pattern);
}
