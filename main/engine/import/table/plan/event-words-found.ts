import type { EventWord } from '../../../../../shared/contract/import-methods';
import { RowAccess, type TableLayout } from '../rows/row-access';
import { isInterfaceLog } from '../table-reader';
import { EventWords, isDirectionHeader } from './event-words';

/** Distinct words looked at: a column with more is no list of events. */
const maximumWords = 40;

/**
 * The words in the event column of an interface log's first rows, most frequent first, and what each is read as,
 * for a person to say it better. Empty for other tables, and where nearly every row has a word of its own.
 */
export function eventWordsFound(layout: TableLayout, rows: readonly (readonly string[])[]): EventWord[] {
  const column = layout.fields.indexOf('event');
  if (column < 0 || !isInterfaceLog(layout)) return [];
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const word = (cells[column] ?? '').trim();
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (counts.size > maximumWords) return [];
  const row = new RowAccess(layout);
  const words = new EventWords(true, isDirectionHeader(row.headerOf('event')));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => {
      row.cells = layout.fields.map((_field, index) => (index === column ? word : ''));
      return { word, count, kind: words.kindOf(row.cell('event')) };
    });
}
