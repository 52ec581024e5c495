import { isBlank } from './blank';
import { foreignList, foreignWords } from './languages/foreign-words';
import { plainLetters } from './plain-letters';
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
  const isAbsent =
    denial.test(plainLetters(text.trim())) ||
    plannedWords.some((start) => `${word} `.startsWith(`${start} `));
  return { state: isAbsent ? 'absent' : 'present', detail: text.trim() };
}

/** What is planned is not there yet, whatever it will be; what was switched off is there no longer. */
const denial =
  /^(no|not|none|nothing|never|nil|without|planned|proposed|due|in progress|in development|under development|under procurement|pending|awaiting|to be|suspended|discontinued|ceased|stopped|switched off|turned off|disabled since|nein|kein|keine|keinen|nicht|noch nicht|nie|ohne|aucun|aucune|pas de|pas d|pas en|pas encore|jamais|sans|ningun|ninguno|ninguna|nunca|sin|aun no|geen|niet|nog niet|nooit|zonder|nessun|nessuno|nessuna|non|mai$|senza|nenhum|nenhuma|nao|sem|ingen|inget|inte|ikke|aldrig|aldri|uden|uten|utan|brak|nie ma|bez|nigdy|ei$|ei ole|ei viela|dim|heb|byth)(?![\p{L}\p{N}])/iu;

const plannedWords = foreignWords('status').flatMap(([value, words]) =>
  value === 'planned' ? words.map(fold) : [],
);
