import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReportDefinition, reportDefinitionSchema, reportTemplates } from '../../../shared/model/report';
import { pdfFaults } from '../export/testing/pdf/pdf-faults';
import { pdfSpellings, poppler, unpackedPdf } from './testing/pdf-text';
import { type ReportCase, reportCase } from './testing/report-case';

let made: ReportCase;
let investigation: ReportDefinition;

beforeAll(async () => {
  made = await reportCase();
  investigation = await made.template('investigation');
});
afterAll(() => made.remove());

describe('report.template', () => {
  test('an investigation begins with its summary and the worst loss on the map', () => {
    expect(reportDefinitionSchema.safeParse(investigation).success).toBe(true);
    expect([investigation.title, investigation.sections.map(({ kind }) => kind)]).toEqual([
      '5 of 40 results were never logged as received',
      ['summary', 'map', 'losses', 'findings', 'timeline', 'owners', 'coverage', 'sources', 'annex'],
    ]);
  });

  test('an ownership review counts systems without an owner; an outage takes what sites share', async () => {
    const [ownership, outage] = await Promise.all([made.template('ownership'), made.template('outage')]);
    expect([ownership.title, outage.title]).toEqual([
      '1 of 3 systems has no owner on record',
      'If Old Firewall fails, 3 of 3 systems stop',
    ]);
  });
});

describe('report.preview', () => {
  test.each(reportTemplates)(
    'the summary of the template %s takes one page, and every section has a place',
    async (template) => {
      const definition = await made.template(template);
      for (const paper of ['A4', 'Letter'] as const) {
        const { pages, sectionPages, notes } = await made.call('report.preview', {
          definition: { ...definition, paper },
        });
        expect(notes).toEqual([]);
        expect(sectionPages.slice(0, 3)).toEqual([0, 1, 2]);
        expect(pages.map(({ width, height }) => width < height)).toContain(true);
      }
    },
  );

  test('nothing is drawn beyond the edge of a page', async () => {
    const { pages } = await made.call('report.preview', { definition: investigation });
    const outside: unknown[] = [];
    for (const [index, page] of pages.entries()) {
      const visit = (item: (typeof page.items)[number]): void => {
        if (item.kind === 'group') item.items.forEach(visit);
        else if (
          item.kind === 'text' &&
          (item.x < 20 || item.x > page.width - 20 || item.y > page.height - 14)
        )
          outside.push([index, item]);
      };
      page.items.forEach(visit);
    }
    expect(outside).toEqual([]);
  });

  test('what is wrong with a definition is said, and the rest is shown', async () => {
    const definition: ReportDefinition = {
      ...investigation,
      sections: [
        { kind: 'summary' },
        { kind: 'losses', flow: 'Birch Hub > Nowhere' },
        { kind: 'findings', ids: ['gone:nowhere'] },
        { kind: 'impact', name: 'Nowhere' },
        {
          kind: 'map',
          level: 'system',
          groupBy: 'none',
          collapsed: [],
          title: 'one two three four five six seven eight nine ten eleven',
          highlight: 'none',
        },
      ],
    };
    const { sectionPages, notes } = await made.call('report.preview', { definition });
    expect([sectionPages, notes]).toEqual([
      [0, null, null, null, 1],
      [
        'There is no flow “Birch Hub > Nowhere” in this case.',
        '1 chosen finding is no longer found in this case and left out.',
        'No system, site or network "Nowhere" is in this case. "systems" lists the systems with their sites.',
        'The title of a map has 11 words: “one two three four five six seven eight nine ten eleven”. For a board it has 10 at most.',
      ],
    ]);
    await expect(made.write(definition, 'long.pdf')).rejects.toThrow('has 11 words');
  });
});

describe('report.write', () => {
  test('the same case and definition give the same bytes', async () => {
    for (const name of ['same.pdf', 'same.html']) {
      const first = await made.write(investigation, name);
      expect(first.equals(await made.write(investigation, name))).toBe(true);
    }
  });

  test('the PDF is tagged: one title, tables with header cells, a described figure, page labels', async () => {
    const bytes = await made.write(investigation, 'tagged.pdf');
    const raw = unpackedPdf(bytes);
    expect({
      isTagged: /\/MarkInfo/.test(raw) && /\/Marked true/.test(raw),
      hasLanguage: raw.includes('/Lang (en-GB)'),
      hasPageLabels: raw.includes('/PageLabels'),
      titles: raw.match(/\/S \/H1\b/g)?.length,
      figures: raw.match(/\/S \/Figure\b/g)?.length,
      figuresWithWords: pdfSpellings('A map of 3 boxes').some((words) => raw.includes(words)),
    }).toEqual({
      isTagged: true,
      hasLanguage: true,
      hasPageLabels: true,
      titles: 1,
      figures: 1,
      figuresWithWords: true,
    });
    const structure = poppler('pdfinfo', ['-struct', join(made.folder, 'tagged.pdf')]);
    if (structure === null) return;
    const lines = structure.split('\n').map((line) => line.trim());
    expect(lines.slice(0, 4)).toEqual(['Document', 'P (block)', 'H1 (block)', 'Sect "Summary"']);
    const tables = lines.filter((line) => line.startsWith('Table ')).length;
    const heads = lines.filter((line) => line === 'THead').length;
    expect([tables > 5, heads === tables]).toEqual([true, true]);
    expect([lines.includes('/Scope /Column'), lines.includes('/Scope /Row')]).toEqual([true, true]);
  });

  test.each(reportTemplates)('the PDF of the template %s keeps the rules of PDF/UA', async (template) => {
    expect(pdfFaults(await made.write(await made.template(template), `${template}.pdf`))).toEqual([]);
  });

  test('pages with a character that their font lacks say what stands for it; other pages do not', async () => {
    const told = '□ in the PDF stands for a character that its font lacks';
    const plain = await made.call('report.preview', { definition: investigation });
    const foreign = await made.call('report.preview', {
      definition: { ...investigation, title: '病院 letters lost' },
    });
    expect([plain, foreign].map(({ pages }) => JSON.stringify(pages).includes(told))).toEqual([false, true]);
  });

  test('every number of the summary leads to its lines in the annex', async () => {
    const html = (await made.write(investigation, 'cited.html')).toString();
    const summary = html.slice(
      html.indexOf('<section id="section-1"'),
      html.indexOf('<section id="section-2"'),
    );
    const marks = [...summary.matchAll(/href="#(figure-\d+)"/g)].map(([, id]) => id ?? '');
    expect(marks.length).toBeGreaterThan(8);
    expect(marks.filter((id) => !html.includes(`<tr id="${id}">`))).toEqual([]);
    const lost =
      /<tr id="figure-\d+"><th scope="row"><strong>\[\d+\]<\/strong><\/th><td class="number">5<\/td><td>Messages lost, Birch Hub &gt; Cedar Archive<\/td>.*?<\/tr>/.exec(
        html,
      )?.[0] ?? '';
    expect(lost).toMatch(/birch-hub\.csv: lines \d+, \d+, \d+, \d+, \d+<\/td><\/tr>$/);
    // The hash of every source stands in the file.
    expect(html.match(/<td>[0-9a-f]{64}<\/td>/g)?.length).toBe(6);
  });

  test('the HTML file runs nothing, loads nothing and says so itself', async () => {
    const html = (await made.write(investigation, 'closed.html')).toString();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy.replace(/sha256-[^']+/, 'HASH')).toBe(
      "default-src 'none'; style-src 'HASH'; font-src data:; base-uri 'none'; form-action 'none'",
    );
    const markup = html.replace(/<style>[\s\S]*?<\/style>/, '');
    expect(markup.match(/<script|<img|<link|<iframe|<object| on[a-z]+=| style=|javascript:/gi)).toBeNull();
    expect(html.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:\/\//g)).toBeNull();
  });
});

describe('redaction', () => {
  const gone = [
    'Birch',
    'Ravel',
    'Fennimore',
    'Head of Records',
    'Wexford',
    'East Hall',
    'birch-hub.csv',
    'systems.csv',
  ];

  test('redacted names stand nowhere in the files: text, pictures, descriptions, names of files, metadata', async () => {
    const definition: ReportDefinition = {
      ...investigation,
      title: 'Letters from Birch Hub were lost',
      redactions: [
        { of: 'person', pattern: '*' },
        { of: 'organisation', pattern: '*' },
        { of: 'system', pattern: 'birch*' },
        { of: 'site', pattern: 'East Hall' },
      ],
    };
    const preview = await made.call('report.preview', { definition });
    const drawn = JSON.stringify(preview.pages);
    const html = (await made.write(definition, 'redacted.html')).toString();
    const pdf = unpackedPdf(await made.write(definition, 'redacted.pdf'));
    const read = poppler('pdftotext', [join(made.folder, 'redacted.pdf'), '-']) ?? '';
    const alternatives = poppler('pdfinfo', ['-struct-text', join(made.folder, 'redacted.pdf')]) ?? '';
    const found = gone.filter((name) => {
      const word = name.toLowerCase();
      return (
        [drawn, html, read, alternatives].some((text) => text.toLowerCase().includes(word)) ||
        pdfSpellings(name).some((spelling) => pdf.includes(spelling))
      );
    });
    expect(found).toEqual([]);
    expect(html).toContain('<title>Letters from System A were lost</title>');
    const shown = new Map(preview.redacted.map(({ name, shown: words }) => [name, words]));
    expect([shown.get('Birch Hub'), shown.get('East Hall')]).toEqual(['System A', 'Site A']);
    // The same name by the same words, in text and in the picture.
    expect(drawn).toContain('"System A"');
  });

  test('a word of a redacted name that is left in the report is said', async () => {
    const definition: ReportDefinition = {
      ...investigation,
      title: 'Birch lost letters',
      redactions: [{ of: 'system', pattern: 'Birch Hub' }],
    };
    const { notes } = await made.call('report.preview', { definition });
    expect(notes.filter((note) => note.includes('“Birch”')).length).toBe(1);
  });
});
