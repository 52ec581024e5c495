import type { Exporter } from '../exporter';
import { coveredText, drawInterOnly } from '../picture/inter-only';
import { requireScene } from '../require-scene';
import { drawOnPage } from './draw-on-page';
import { fitPage } from './page-size';

/** Where the case has no date: a fixed one, so that the same case still gives the same bytes. */
const noDate = '1970-01-01T00:00:00Z';

export const pdfExporter: Exporter = {
  id: 'pdf',
  title: 'PDF page',
  extension: 'pdf',
  views: ['map'],
  isPicture: true,
  async write(input) {
    // Loaded when it is needed: it is large and slow to load.
    const { documentBytes, steadyDocument } = await import('./steady-document');
    const { drawing, notes } = drawInterOnly(requireScene(input));
    const page = fitPage(drawing);
    const document = steadyDocument({
      title: coveredText(drawing.title),
      subject: drawing.description.slice(0, drawing.description.indexOf('.') + 1),
      size: [page.width, page.height],
      date: dateOf(input.generatedAt),
    });
    drawOnPage(document, drawing, page);
    const content = await documentBytes(document);
    const small = page.isLegible
      ? []
      : [
          'The map is too large for one page: its text is small even on A0. Collapse groups, or export a part.',
        ];
    return { content, notes: [...notes, `Page size ${page.name}.`, ...small] };
  },
};

function dateOf(generatedAt: string | null): Date {
  const date = new Date(generatedAt ?? noDate);
  return Number.isNaN(date.getTime()) ? new Date(noDate) : date;
}
