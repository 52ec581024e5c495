import type { DrawingItem } from '../../../../shared/diagram/drawing';
import { isCovered } from '../../../../shared/diagram/font-coverage';
import { truncate } from '../../../../shared/diagram/measure-text';
import type { ReportPaper } from '../../../../shared/model/report';
import { prose } from '../document/prose';
import type { ReportDocument, Section } from '../document/report-document';
import { day } from '../document/words';
import { colours, margins, styles, type TextStyle } from './page-style';
import { PageWriter } from './page-writer';
import type { PagedReport, TaggedElement } from './paged-report';
import { setBlock } from './set-block';
import { setProse } from './set-prose';

/** Lays a report out on paper. The first section stands below the report's title, on the first page. */
export function paginate(document: ReportDocument, paper: ReportPaper): PagedReport {
  const writer = new PageWriter(paper);
  const elements: TaggedElement[] = [];
  const outline: { title: string; page: number }[] = [];
  const sectionPages: number[] = [];
  const [first] = document.sections;
  // A map that comes first needs a page of its own: the title is then alone on the page before.
  writer.begin(false);
  elements.push(...setTitle(writer, document));
  if (first?.kind !== 'summary') writer.next();
  let before: Section | null = null;
  for (const section of document.sections) {
    const isFirst = before === null;
    if (!isFirst && (needsPage(before, section) || writer.room < 150)) writer.begin(section.isLandscape);
    else if (isFirst && section.isLandscape) writer.begin(true);
    sectionPages.push(writer.page);
    outline.push({ title: section.title, page: writer.page });
    elements.push(setSection(writer, section, document));
    before = section;
  }
  drawFurniture(writer, { ...document, footer: [...document.footer, ...aboutTheFont(document)] });
  return {
    title: document.title,
    pages: writer.pages,
    elements,
    outline,
    sectionPages,
    targets: writer.targets,
    notes: writer.notes,
  };
}

/** Sections follow each other on a page, unless one of them wants its own or the paper turns. */
function needsPage(before: Section | null, section: Section): boolean {
  return (
    before === null ||
    before.isOnePage ||
    section.isOnePage ||
    before.isLandscape !== section.isLandscape ||
    section.kind === 'annex'
  );
}

function setTitle(writer: PageWriter, document: ReportDocument): readonly TaggedElement[] {
  const kicker: TextStyle = { ...styles.label, weight: 600, colour: colours.accent };
  const words = `${document.type} · ${document.caseTitle} · ${day(document.asOf)}`;
  writer.y = margins.top - 12;
  const type = writer.lines(setProse(prose(words), kicker, writer.width).slice(0, 2), kicker);
  writer.y += 3;
  const title = writer.lines(
    setProse(prose(document.title), styles.title, writer.width).slice(0, 4),
    styles.title,
  );
  writer.y += 8;
  return [
    { tag: 'P', children: type },
    { tag: 'H1', children: title },
  ];
}

function setSection(writer: PageWriter, section: Section, document: ReportDocument): TaggedElement {
  const children: TaggedElement[] = [];
  const first = writer.page;
  // The summary stands directly below the title, which says what it is.
  if (section.kind !== 'summary') {
    writer.skip(14);
    const lines = setProse(prose(section.title), styles.section, writer.width);
    children.push({ tag: 'H2', children: writer.lines(lines, styles.section) });
    writer.y += 6;
  }
  const level = section.kind === 'summary' ? 'H2' : 'H3';
  const blocks = () => section.blocks.flatMap((block) => setBlock(writer, block, level));
  children.push(...(section.isOnePage && !section.isLandscape ? writer.onThisPage(blocks) : blocks()));
  if (section.isOnePage && writer.page > first) {
    writer.notes.push(
      `“${section.kind === 'summary' ? document.title : section.title}” takes ${writer.page - first + 1} pages where it should take one.`,
    );
  }
  return { tag: 'Sect', title: section.title, children };
}

/** On paper as well as in a note: whoever is handed the pages sees what a box in them stands for. */
function aboutTheFont(document: ReportDocument): readonly string[] {
  const words = JSON.stringify(document, (key, value) => (key === 'd' ? undefined : value));
  return [...words].every(isCovered)
    ? []
    : ['□ in the PDF stands for a character that its font lacks; the HTML report shows it.'];
}

/** Head and foot of every page: artifacts, since the first page and the sources say the same. */
function drawFurniture(writer: PageWriter, document: ReportDocument): void {
  const { size, leading, weight, colour } = styles.furniture;
  const count = writer.pages.length;
  for (const [index, page] of writer.pages.entries()) {
    const width = page.width - 2 * margins.side;
    const text = (
      words: string,
      x: number,
      y: number,
      anchor: 'start' | 'end',
      most: number,
    ): DrawingItem => ({
      kind: 'text',
      x,
      y,
      text: truncate(words, size, weight, most),
      size,
      weight,
      fill: colour,
      anchor,
    });
    const right = page.width - margins.side;
    const foot = page.height - margins.bottom + 16;
    page.artifacts.push(
      { kind: 'rectangle', x: margins.side, y: foot, width, height: 0.6, radius: 0, fill: colours.rule },
      ...document.footer.map((line, at) =>
        text(line, margins.side, foot + 10 + at * leading, 'start', width - 70),
      ),
      text(`Page ${index + 1} of ${count}`, right, foot + 10, 'end', 70),
    );
    if (index > 0)
      page.artifacts.push(
        text(`${document.type} · ${document.caseTitle}`, margins.side, 34, 'start', width * 0.62),
      );
    if (document.marking !== '') {
      page.artifacts.push({
        kind: 'text',
        x: right,
        y: index > 0 ? 34 : 26,
        text: truncate(document.marking, size, 700, width * 0.36),
        size,
        weight: 700,
        fill: colours.ink,
        anchor: 'end',
      });
    }
  }
}
