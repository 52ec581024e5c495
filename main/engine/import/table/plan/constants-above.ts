import type { TableKind } from '../../../../../shared/model/mapping';
import { zoneNamedIn } from '../../time/named-zones';
import { isBlank } from '../vocabulary/blank';

type Constant = 'controller' | 'organisation' | 'system' | 'dataset' | 'takenAt';

const labels: readonly (readonly [RegExp, Constant, readonly TableKind[]])[] = [
  [
    /^(data )?controller( name)?$|^name of (the )?(data )?controller$/i,
    'controller',
    ['systems', 'datasets', 'flows'],
  ],
  [
    /^(organi[sz]ation|trust|legal entity|practice|business unit|department|directorate)( name)?$|^name of (the )?organi[sz]ation$/i,
    'organisation',
    ['systems', 'datasets'],
  ],
  [
    /^(system|application|source system|system name|logged by|log of|log source|exported from|extracted? (from|of)|held in)$/i,
    'system',
    ['log', 'extract'],
  ],
  [/^(data ?set|information asset|records of)$/i, 'dataset', ['extract']],
  [
    /^(extracted?|taken|snapshot|exported|as)( (date|at|on|time))?$|^(extract|snapshot) date$/i,
    'takenAt',
    ['extract'],
  ],
];

/** Headings of the blocks of a contact sheet, which stand side by side. */
const blockHeading =
  /^(name and )?contact details|^(data )?controller\b|data protection officer|^dpo\b|^(eu |uk )?representative\b/i;

interface Block {
  readonly column: number;
  readonly isController: boolean;
}

/** The headings of a row that has nothing else, so that "Controller" beside its name is no heading. */
function blocksOf(cells: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const [column, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    if (!blockHeading.test(text) || text.includes(':')) return [];
    blocks.push({ column, isController: !/officer|dpo|representative/i.test(text) });
  }
  return blocks;
}

/** What the rows above a header say once for the whole sheet. */
export interface StatedAbove {
  readonly constants: Readonly<Record<string, string>>;
  /** The zone of all times, where a line names it. */
  readonly zone: string | null;
}

/**
 * Reads the rows above a header: the organisation or controller in a contact block ("Organisation" beside
 * its name, "Trust: …", or the ICO template's "Name" under "Controller"), a log's system, a zone of times.
 */
export function statedAbove(rows: readonly (readonly string[])[], kind: TableKind): StatedAbove {
  const found = new Map<Constant, string>();
  let zone: string | null = null;
  let blocks: readonly Block[] = [];
  for (const cells of rows) {
    const headings = blocksOf(cells);
    if (headings.length > 0) blocks = headings;
    cells.forEach((cell, column) => {
      const text = cell.trim();
      const inline = /^([^:]{3,40}):\s*(\S.*)$/.exec(text);
      const label = (inline?.[1] ?? text).replace(/[:*]+$/, '').trim();
      const value =
        inline?.[2] ??
        cells
          .slice(column + 1)
          .find((next) => next.trim() !== '')
          ?.trim() ??
        '';
      if (/time|zone|utc|gmt/i.test(text)) zone ??= zoneNamedIn(inline ? text : `${text} ${value}`);
      const block = blocks.filter((one) => one.column <= column).at(-1);
      const isName = block?.isController === true && headings.length === 0 && /^name$/i.test(label);
      const known = isName
        ? 'controller'
        : labels.find(([pattern, , kinds]) => kinds.includes(kind) && pattern.test(label))?.[1];
      const isAnswer = !isBlank(value) && value.length < 200 && !blockHeading.test(value);
      if (known !== undefined && isAnswer && !found.has(known)) found.set(known, value);
    });
  }
  if (!['systems', 'datasets', 'flows'].includes(kind)) found.delete('controller');
  const controller = found.get('controller');
  if (controller !== undefined && kind !== 'flows' && !found.has('organisation'))
    found.set('organisation', controller);
  return { constants: Object.fromEntries(found), zone };
}
