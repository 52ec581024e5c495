import { isAbsolute } from 'node:path';
import { mostTitleWords, type ReportDefinition, wordCount } from '../../../shared/model/report';
import type { Handlers } from '../context';
import { ExpectedFailure } from '../expected-failure';
import { writeOutput } from '../export/write-output';
import { buildReport, reportTypes } from './build-report';
import { writeHtml } from './html/write-html';
import { pageDrawings } from './page/paged-report';
import { paginate } from './page/paginate';
import { writePdf } from './pdf/write-pdf';
import { fillTemplate } from './template/fill-template';

export const reportHandlers = {
  'report.template': (context, { template }, call) => fillTemplate(context, template, call.progress),
  'report.preview': async (context, { definition }, call) => {
    const built = await buildReport(context, definition, call.progress);
    const paged = paginate(built.document, definition.paper);
    return {
      pages: pageDrawings(paged),
      sectionPages: built.places.map((place) =>
        place === null ? null : (paged.sectionPages[place] ?? null),
      ),
      notes: [...built.notes, ...paged.notes],
      redacted: built.redacted,
    };
  },
  'report.write': async (context, { definition, file }, call) => {
    const format = formatOf(file);
    refuseLongTitles(definition);
    const built = await buildReport(context, definition, call.progress);
    if (built.document.sections.length === 0) {
      throw new ExpectedFailure(
        'arguments',
        'The report has no section with anything to show. Add one first.',
      );
    }
    const paged = paginate(built.document, definition.paper);
    const written =
      format === 'pdf'
        ? await writePdf(paged, { subject: reportTypes[definition.template], asOf: built.document.asOf })
        : { bytes: Buffer.from(writeHtml(built.document, definition.paper)), notes: [] };
    await writeOutput(file, written.bytes);
    const notes = [...built.notes, ...paged.notes, ...written.notes];
    return { file, format, bytes: written.bytes.length, pages: paged.pages.length, notes };
  },
} satisfies Handlers;

function formatOf(file: string): 'pdf' | 'html' {
  if (!isAbsolute(file)) throw new ExpectedFailure('arguments', `The path ${file} is not complete.`);
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'pdf') return 'pdf';
  if (ending === 'html' || ending === 'htm') return 'html';
  throw new ExpectedFailure(
    'unsupported',
    `A report is written as PDF or HTML. End the file’s name in .pdf or .html.`,
  );
}

/** A preview only says it; what leaves the program keeps to it. */
function refuseLongTitles({ sections }: ReportDefinition): void {
  for (const section of sections) {
    if (section.kind !== 'map') continue;
    const words = wordCount(section.title);
    if (words <= mostTitleWords) continue;
    throw new ExpectedFailure(
      'arguments',
      `The title of a map has ${words} words: “${section.title}”. For a board it has ${mostTitleWords} at most. Shorten it.`,
    );
  }
}
