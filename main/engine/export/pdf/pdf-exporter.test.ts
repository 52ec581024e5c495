import { describe, expect, test } from 'vitest';
import { drawScene } from '../../../../shared/diagram/draw-scene';
import type { DrawingItem } from '../../../../shared/diagram/drawing';
import { requireScene } from '../require-scene';
import { hostileInput, sampleInput } from '../testing/export-inputs';
import { readPdf } from '../testing/read-pdf';
import { fitPage } from './page-size';
import { pdfExporter } from './pdf-exporter';

const textsOf = (items: readonly DrawingItem[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'group' ? textsOf(item.items) : item.kind === 'text' ? [item.text] : [],
  );

async function written(input = sampleInput()) {
  const { content, notes } = await pdfExporter.write(input);
  return { file: Buffer.from(content).toString('latin1'), read: readPdf(Buffer.from(content)), notes };
}

describe('the PDF', () => {
  test('keeps every text of the drawing as text, on one page', async () => {
    const input = sampleInput();
    const { read, notes } = await written(input);
    // Figures are drawn apart from the words beside them.
    expect(read.texts.join('')).toBe(textsOf(drawScene(requireScene(input)).items).join(''));
    expect(read.objects.filter((object) => /\/Type \/Page\n/.test(object)).length).toBe(1);
    expect(notes).toEqual([expect.stringMatching(/^Page size A\d\.$/)]);
  });

  test('is tagged: language, title, a heading, a described figure, paragraphs; fonts are embedded', async () => {
    const { file, read } = await written();
    const count = (pattern: RegExp) => read.objects.filter((object) => pattern.test(object)).length;
    expect({
      language: count(/\/Lang \(en-GB\)/) > 0,
      marked: count(/\/Marked true/),
      displaysTitle: count(/\/DisplayDocTitle true/),
      heading: count(/\/S \/H1/),
      figure: count(/\/S \/Figure[\s\S]*\/Alt \(/),
      paragraphs: count(/\/S \/P\n/),
      embedded: count(/\/FontFile2 /),
      standardFonts: count(/\/Subtype \/Type1\n/),
      claims: /<pdfuaid:part>1<\/pdfuaid:part>/.test(file),
    }).toEqual({
      language: true,
      marked: 1,
      displaysTitle: 1,
      heading: 1,
      figure: 1,
      paragraphs: 13,
      embedded: 4,
      standardFonts: 0,
      claims: true,
    });
  });

  test("bears the case's date and no clock's", async () => {
    const { file } = await written();
    expect(file).toContain('D:20230430230000Z');
    const years = new Set([...file.matchAll(/D:(\d{4})/g)].map((match) => match[1]));
    expect([...years]).toEqual(['2023']);
  });

  test('shows a box for what the font lacks, and says so', async () => {
    const { read, notes } = await written(hostileInput());
    expect(read.texts.some((text) => text.includes('□'))).toBe(true);
    expect(read.texts.join(' ')).toContain('□ stands for a character that the font of this picture lacks');
    expect(notes[0]).toMatch(/^\d+ texts hold characters that the font Inter lacks/);
  });
});

describe('fitPage', () => {
  test('takes the smallest page on which the smallest text can be read', () => {
    const page = (width: number, height: number) => {
      const { name, isLegible } = fitPage({ width, height, smallestText: 10.5 });
      return `${name} ${isLegible}`;
    };
    expect([page(900, 600), page(600, 900), page(1944, 1395), page(5005, 3095), page(15_000, 9000)]).toEqual([
      'A4 true',
      'A4 true',
      'A3 true',
      'A0 true',
      'A0 false',
    ]);
  });
});
