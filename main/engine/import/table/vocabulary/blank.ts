import { foreignList } from './languages/foreign-words';
import { fold } from './word-table';

const blanks = new Set(
  [
    '',
    'n a',
    'na',
    'none',
    'tbc',
    'tbd',
    'tba',
    'unknown',
    'not known',
    'not assigned',
    'unassigned',
    'vacant',
    'not recorded',
    'not applicable',
    'nil',
    'null',
    'to be confirmed',
    'to be determined',
    'no owner',
    'blank',
    'not stated',
    'not specified',
    'n k',
    'nk',
    'not set',
    'not defined',
    'not documented',
    'don t know',
    'to be decided',
    'to be agreed',
    'to be assigned',
    'awaiting',
    'no data',
    'undefined',
    'see notes',
    ...foreignList('blank'),
  ].map(fold),
);

/** A cell that answers nothing: empty, a dash, a question mark, or a word that says so ("TBC", "vacant"). */
export const isBlank = (text: string): boolean => blanks.has(fold(text));
