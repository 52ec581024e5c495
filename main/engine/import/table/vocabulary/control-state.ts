import { isBlank } from './blank';
import { foreignList } from './languages/foreign-words';
import { fold } from './word-table';

const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'present',
  'in place',
  'enabled',
  'done',
  'full',
  'active',
  'on',
  'x',
  'tick',
  'implemented',
  'green',
  ...foreignList('yes').map(fold),
]);
const no = new Set([
  'no',
  'n',
  'false',
  '0',
  'absent',
  'not in place',
  'missing',
  'never',
  'disabled',
  'off',
  'none',
  'not done',
  'red',
  'no backup',
  'no logging',
  ...foreignList('no').map(fold),
]);

/**
 * The state of a control as a cell gives it: yes, no, or a free answer such as "Daily" or "7 years", which
 * says that it is there. Null where the cell answers nothing: not recorded, never absent.
 */
export function controlStateOf(text: string): {
  readonly state: 'present' | 'absent' | null;
  readonly detail?: string;
} {
  const word = fold(text);
  if (yes.has(word) || text.trim() === '✓') return { state: 'present' };
  if (no.has(word) || text.trim() === '✗') return { state: 'absent' };
  if (isBlank(text)) return text.trim() === '' ? { state: null } : { state: null, detail: text.trim() };
  // What is planned is not there yet, whatever it will be.
  const isAbsent = /^(no|not|none|nothing|never|nil|without|planned|proposed|due|in progress|pending)\b/i;
  return { state: isAbsent.test(text.trim()) ? 'absent' : 'present', detail: text.trim() };
}
