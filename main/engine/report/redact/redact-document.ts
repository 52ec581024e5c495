import { displayText } from '../../../../shared/diagram/display-text';
import { lineBreak, type Prose } from '../document/prose';
import type { Block, Cell, ReportDocument, Section } from '../document/report-document';
import type { Redactor } from './redactor';

/**
 * The document with every text passed through: names taken out, and characters that no page can hold. Pictures
 * are left as they are: they are drawn from a graph that went through the same redactor.
 */
export function redactDocument(document: ReportDocument, redactor: Redactor): ReportDocument {
  const clean = (text: string): string => {
    const shown = redactor.text(text);
    return `${/^\s/.test(shown) ? ' ' : ''}${displayText(shown)}${/\S\s+$/.test(shown) ? ' ' : ''}`;
  };
  const prose = (text: Prose): Prose =>
    text.map((run) =>
      run.cites === undefined && run.text !== lineBreak.text ? { ...run, text: clean(run.text) } : run,
    );
  const cell = (one: Cell): Cell => ({ ...one, text: prose(one.text) });
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: clean(one.text) };
      case 'paragraph':
        return { ...one, text: prose(one.text) };
      case 'list':
        return { ...one, items: one.items.map(prose) };
      case 'numbers':
        return {
          ...one,
          items: one.items.map(({ value, label }) => ({ value: prose(value), label: clean(label) })),
        };
      case 'table':
        return {
          ...one,
          caption: clean(one.caption),
          columns: one.columns.map((column) => ({ ...column, title: clean(column.title) })),
          rows: one.rows.map((row) => row.map(cell)),
        };
      case 'picture':
        return {
          ...one,
          title: clean(one.title),
          description: clean(one.description),
          highlight: one.highlight === null ? null : clean(one.highlight),
          notes: one.notes.map(clean),
        };
    }
  };
  const section = (one: Section): Section => ({
    ...one,
    title: clean(one.title),
    blocks: one.blocks.map(block),
  });
  return {
    ...document,
    title: clean(document.title),
    type: clean(document.type),
    caseTitle: clean(document.caseTitle),
    marking: clean(document.marking),
    footer: document.footer.map(clean),
    sections: document.sections.map(section),
  };
}
