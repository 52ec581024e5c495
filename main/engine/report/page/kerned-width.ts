import type { FontWeight } from '../../../../shared/diagram/scene';
import { widthOfText } from '../../export/pdf/draw-text';
import { steadyDocument } from '../../export/pdf/steady-document';
import { fontWeights, interFont } from '../../export/picture/inter-fonts';

let ruler: PDFKit.PDFDocument | null = null;
const known = new Map<string, number>();
const knownAtMost = 20_000;

/**
 * Width of a text as it is drawn, kerning included. Lines are broken by the wider, unkerned width; this one
 * says where the next piece of a line begins.
 */
export function kernedWidth(text: string, size: number, weight: FontWeight): number {
  const key = `${weight} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    width = widthOfText(rulerDocument().font(`Inter ${weight}`).fontSize(100), text);
    if (known.size >= knownAtMost) known.clear();
    known.set(key, width);
  }
  return (width * size) / 100;
}

/** A document that is never written: the library measures with the same shaping with which it draws. */
function rulerDocument(): PDFKit.PDFDocument {
  if (ruler === null) {
    ruler = steadyDocument({ title: '', subject: '', size: [100, 100], date: new Date(0) });
    for (const weight of fontWeights) ruler.registerFont(`Inter ${weight}`, interFont(weight));
  }
  return ruler;
}
