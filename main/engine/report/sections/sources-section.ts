import type { SourceRow } from '../../../../shared/contract/case-methods';
import { numberCell, strongCell, textCell } from '../document/cells';
import { prose } from '../document/prose';
import type { Block } from '../document/report-document';
import { day, sentence } from '../document/words';
import type { SectionMaker } from './section-input';

/** Every file of the case with the hash of its bytes, so that anyone can check that it is the same. */
export const sourcesSection: SectionMaker<'sources'> = ({ facts }) => ({
  kind: 'sources',
  title: 'Sources',
  isLandscape: false,
  isOnePage: false,
  blocks: [
    {
      kind: 'paragraph',
      tone: 'body',
      text: prose(
        'The files stay where they are and were not changed. A file with the same SHA-256 is the same file, to the byte; “line” counts physical lines of a text and rows of a sheet.',
      ),
    },
    {
      kind: 'table',
      caption: 'Files read',
      columns: [
        { title: 'File', share: 1 },
        { title: 'SHA-256', points: 170 },
        { title: 'Importer', points: 54 },
        { title: 'Rows', points: 42, isNumber: true },
        { title: 'Rejected', points: 50, isNumber: true },
        { title: 'Read on', points: 66 },
      ],
      rows: facts
        .sources()
        .map((source) => [
          strongCell(source.name),
          textCell(source.sha256),
          textCell(`${source.importer} v${source.importerVersion}`),
          numberCell(source.rows),
          numberCell(source.rejected),
          textCell(day(source.importedAt)),
        ]),
    },
    ...assumptions(facts.sources()),
  ],
});

function assumptions(sources: readonly SourceRow[]): readonly Block[] {
  const noted = sources.filter(({ notes }) => notes.length > 0);
  if (noted.length === 0) return [];
  return [
    { kind: 'heading', text: 'What was assumed on reading' },
    {
      kind: 'list',
      items: noted.map(({ name, notes }) => prose(`${name}: ${notes.map(sentence).join(' ')}`)),
    },
  ];
}
