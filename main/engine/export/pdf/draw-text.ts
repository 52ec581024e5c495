import { figureRuns, type TextRun } from '../../../../shared/diagram/figure-runs';

type Document = PDFKit.PDFDocument;

/** The library hands this on to its shaper, which takes switches; its types know only names to switch on. */
const unkerned = { features: { kern: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[] };

const optionsOf = ({ isFigure }: TextRun) => (isFigure ? unkerned : {});

/** Width of a text in the document's font, as `drawTextRuns` draws it. */
export function widthOfText(document: Document, text: string): number {
  return figureRuns(text).reduce((width, run) => width + document.widthOfString(run.text, optionsOf(run)), 0);
}

/** Draws a text in the document's font from `x` on the base line `y`: words kerned, figures not. */
export function drawTextRuns(document: Document, text: string, x: number, y: number): void {
  let at = x;
  for (const run of figureRuns(text)) {
    const options = optionsOf(run);
    document.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic', ...options });
    at += document.widthOfString(run.text, options);
  }
}
