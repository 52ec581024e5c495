import { drawLegend } from '../../../../shared/diagram/draw-furniture';
import { drawingToSvg, escapeXml } from '../../../../shared/diagram/drawing-to-svg';
import { lightTheme } from '../../../../shared/diagram/theme';
import type { ReportPaper } from '../../../../shared/model/report';
import { pageHead } from '../../export/html/page-head';
import { lineBreak, type Prose } from '../document/prose';
import {
  type Block,
  type Cell,
  type Picture,
  type Rating,
  type ReportDocument,
  ratingWords,
  type Section,
  type Table,
} from '../document/report-document';
import { day } from '../document/words';
import { ratingMark } from '../page/rating-mark';
import { moved } from '../page/set-picture';
import { reportStyle } from './report-style';

/**
 * The report as one HTML file that opens offline anywhere: nothing is loaded, nothing runs, and its own policy
 * forbids both. It holds the same words, tables and pictures as the PDF.
 */
export function writeHtml(document: ReportDocument, paper: ReportPaper): string {
  const writer = new HtmlWriter(document);
  const body = writer.body();
  const characters = new Set<number>();
  for (const character of `${body.replace(/<[^>]*>/g, '')}…–“”’&<>"'`)
    characters.add(character.codePointAt(0) ?? 0);
  const style = reportStyle(document, paper, characters);
  return `${pageHead({ title: document.title, style, hasFonts: true })}
${body}
</body>
</html>
`;
}

class HtmlWriter {
  readonly #document: ReportDocument;
  /** Figures that some row of the annex explains: a mark of another is plain text. */
  readonly #targets: ReadonlySet<number>;
  #pictures = 0;

  constructor(document: ReportDocument) {
    this.#document = document;
    this.#targets = new Set(
      document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? (block.anchors ?? []) : [])),
      ),
    );
  }

  body(): string {
    const { title, type, caseTitle, asOf, marking, footer, sections } = this.#document;
    const contents = sections.map(
      (section, index) => `<li><a href="#section-${index + 1}">${escapeXml(section.title)}</a></li>`,
    );
    return `<a class="skip" href="#content">Skip to the content</a>
<header>
${marking === '' ? '' : `<p class="marking">${escapeXml(marking)}</p>\n`}<p class="kicker">${escapeXml(`${type} · ${caseTitle} · ${day(asOf)}`)}</p>
<h1>${escapeXml(title)}</h1>
</header>
<nav aria-label="Contents"><ol>
${contents.join('\n')}
</ol></nav>
<main id="content">
${sections.map((section, index) => this.#section(section, index + 1)).join('\n')}
</main>
<footer>
${footer.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')}
</footer>`;
  }

  #section(section: Section, position: number): string {
    const own = section.isOnePage || section.kind === 'annex' ? ' class="own-page"' : '';
    return `<section id="section-${position}"${position === 1 ? '' : own} aria-labelledby="heading-${position}">
<h2 id="heading-${position}">${escapeXml(section.title)}</h2>
${section.blocks.map((block) => this.#block(block)).join('\n')}
</section>`;
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return `<h3>${escapeXml(block.text)}</h3>`;
      case 'paragraph':
        return block.text.length === 0
          ? ''
          : `<p${block.tone === 'body' ? '' : ` class="${block.tone}"`}>${this.#prose(block.text)}</p>`;
      case 'list':
        return `<ul>\n${block.items.map((item) => `<li>${this.#prose(item)}</li>`).join('\n')}\n</ul>`;
      case 'numbers': {
        const items = block.items.map(
          ({ value, label }) =>
            `<li><span class="value">${this.#prose(value)}</span> ${escapeXml(label)}</li>`,
        );
        return `<ul class="numbers">\n${items.join('\n')}\n</ul>`;
      }
      case 'table':
        return this.#table(block);
      case 'picture':
        return this.#picture(block);
    }
  }

  #prose(text: Prose): string {
    return text
      .map((run) => {
        if (run.text === lineBreak.text) return '<br>';
        const words = escapeXml(run.text);
        if (run.cites === undefined) return run.isStrong === true ? `<strong>${words}</strong>` : words;
        if (!this.#targets.has(run.cites)) return `<span class="cite">${words}</span>`;
        return `<a class="cite" href="#figure-${run.cites}" aria-label="Figure ${run.cites}">${words}</a>`;
      })
      .join('');
  }

  #table(table: Table): string {
    const head = table.columns.map(
      ({ title, isNumber }) =>
        `<th scope="col"${isNumber === true ? ' class="number"' : ''}>${escapeXml(title)}</th>`,
    );
    const rows = table.rows.map((row, index) => {
      const anchor = table.anchors?.[index];
      const cells = table.columns.map((column, at) =>
        this.#cell(row[at], at === 0, column.isNumber === true),
      );
      return `<tr${anchor === undefined ? '' : ` id="figure-${anchor}"`}>${cells.join('')}</tr>`;
    });
    const caption = escapeXml(table.caption);
    return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
  }

  #cell(cell: Cell | undefined, isHeader: boolean, isNumber: boolean): string {
    const words = cell === undefined ? '' : this.#prose(cell.text);
    const rating =
      cell?.rating === undefined
        ? ''
        : `<span class="rating">${markSvg(cell.rating)}${escapeXml(cell.word ?? ratingWords[cell.rating])}</span> `;
    const name = isNumber ? ' class="number"' : '';
    return isHeader ? `<th scope="row"${name}>${rating}${words}</th>` : `<td${name}>${rating}${words}</td>`;
  }

  #picture(picture: Picture): string {
    this.#pictures += 1;
    const { width, height, smallestText, title, description, highlight, legend, notes } = picture;
    const shared = { background: lightTheme.background, smallestText };
    const items = picture.items.map((item) => moved(item, 1, 0, 0));
    const svg = drawingToSvg(
      { ...shared, width, height, title, description, items },
      `picture-${this.#pictures}-`,
    );
    const drawn = drawLegend(legend, lightTheme, 0, 0, 1000, 1.1);
    const legendSvg = drawingToSvg(
      {
        ...shared,
        width: 1000,
        height: drawn.height,
        title: 'Legend',
        description: legend.map(({ text }) => text).join('; '),
        items: drawn.items,
      },
      `legend-${this.#pictures}-`,
    );
    return `<figure>
${svg}<figcaption>
${highlight === null ? '' : `<p><span class="band"></span><strong>${escapeXml(highlight)}: marked with a band</strong></p>\n`}${legend.length === 0 ? '' : legendSvg}${notes.map((note) => `<p>${escapeXml(note)}</p>`).join('\n')}
</figcaption>
</figure>`;
  }
}

/** The shape of a rating; its word stands beside it. */
function markSvg(rating: Rating): string {
  const mark = ratingMark(rating, 6, 6, 5);
  if (mark.kind !== 'path') return '';
  const { d, fill, stroke } = mark;
  const dash = stroke?.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.join(' ')}"`;
  return `<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="${d}" fill="${fill ?? 'none'}" stroke="${stroke?.colour ?? 'none'}" stroke-width="${stroke?.width ?? 0}"${dash}/></svg>`;
}
