import { expect, test } from 'vitest';
import type { SourceId } from '../../shared/model/ids';
import { citationText, distinctCitations, shortCitation } from './citation-text';

const line = { sourceId: 3 as SourceId, file: 'systems.csv', line: 1234 };
const sheet = { ...line, pointer: 'Sheet 2' };
const statement = { sourceId: null, file: 'statement', line: 0, author: 'A. Reader', reason: 'seen on site' };

test('a citation is written with its file and plain line number, or with who said it', () => {
  expect(
    [line, sheet, statement].map((citation) => [citationText(citation), shortCitation(citation)]),
  ).toEqual([
    ['systems.csv, line 1234', 'systems.csv:1234'],
    ['systems.csv, line 1234 (Sheet 2)', 'systems.csv:1234'],
    ['Stated by A. Reader', 'A. Reader'],
  ]);
});

test('a place is cited once, a different pointer is another place', () => {
  expect(distinctCitations([line, sheet, { ...line }, statement, statement])).toEqual([
    line,
    sheet,
    statement,
  ]);
});
