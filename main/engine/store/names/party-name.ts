import { isAcronymOf } from './acronym';
import { nameKey } from './name-key';

/** What a spelling says of the person or organisation that it names. */
export interface PartySpelling {
  /** Who shares one of these is one party beyond doubt: the name in one order of words, or a code of its own. */
  readonly sure: readonly string[];
  /** The form without its title, code or short name: the same party where nothing else leads to that form. */
  readonly bare: { readonly key: string; readonly mark: string } | null;
  /** A short name that the spelling gives itself in brackets: its own where no other name has it. */
  readonly short: string | null;
}

const titles =
  /^(dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|revd|herr|frau|mme|mlle|monsieur|madame|sig|sra|dhr|mevr)$/;
/** What a register gives someone to be, and no part of the name; job titles may tell two people apart. */
const rolesHeld =
  /^(siro|iao|iaa|sro|dpo|caldicott( guardian)?|senior information risk owner|information asset (owner|administrator)|data protection officer|(data )?(controller|processor|owner|steward|custodian))$/;
/** As the NHS's directory of organisations writes them: "RXX", "A81001". */
const organisationCode = /^(?:[RTQ][A-Z]{2}|(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,8})$/;
const spelledShort: Readonly<Record<string, string>> = {
  limited: 'ltd',
  incorporated: 'inc',
  corporation: 'corp',
  company: 'co',
};

/** The key of an organisation's code or short name. */
export const codeKey = (code: string): string => `code ${nameKey(code)}`;

/** Reads a party's name: "Smith, A. (Dr)" is "Dr A. Smith", "Foo Trust (RXX)" has the code RXX. */
export function partySpelling(name: string): PartySpelling {
  const { rest, notes } = withoutNotes(name.normalize('NFKC').replace(/<[^<>\s]+@[^<>\s]+>/g, ' '));
  const { words, title } = inOrder(
    rest,
    notes.filter((note) => titles.test(nameKey(note))),
  );
  const codes = notes.filter((note) => organisationCode.test(note));
  const short = notes.find((note) => isAcronymOf(note, rest)) ?? null;
  const told = notes.filter(
    (note) =>
      note !== short &&
      !codes.includes(note) &&
      !titles.test(nameKey(note)) &&
      !rolesHeld.test(nameKey(note)),
  );
  const bare = [...words, ...told.map((note) => `(${nameKey(note)})`)].join(' ');
  const own = [...codes, ...(short === null ? [] : [short])];
  const whole = [...(title === '' ? [] : [title]), bare, ...own.map(codeKey)].join(' ');
  const sure = [whole, ...codes.map(codeKey)];
  const [mark] = own;
  if (mark !== undefined)
    return { sure, bare: { key: bare, mark: codeKey(mark) }, short: short === null ? null : codeKey(short) };
  // "A. Smith" may be any Smith whose name begins so; with a first name written out a title adds nothing.
  const isWrittenOut = words.length > 1 && (words[0]?.length ?? 0) > 1;
  return { sure, bare: title !== '' && isWrittenOut ? { key: bare, mark: title } : null, short: null };
}

const offices =
  /^(the )?((deputy |assistant |associate )?(head|director|manager) of|chief (clinical|data|digital|executive|finance|financial|information|medical|nurse|nursing|operating|technology)|(leiter|leiterin|leitung|directeur|directrice|jefe|jefa|hoofd|dyrektor|kierownik)\b)|\b(officer|manager|director|leiter|leiterin)$/i;

/** Whether a name is of a person or an office beyond doubt: by a title, or by what the office is called. */
export function isPersonOrOffice(name: string): boolean {
  const { rest, notes } = withoutNotes(name.normalize('NFKC'));
  const { title } = inOrder(
    rest,
    notes.filter((note) => titles.test(nameKey(note))),
  );
  return title !== '' || /@\S+\.\w/.test(name) || offices.test(rest.trim());
}

/** A name, and what stands beside it in brackets or as a code before or after a dash. */
function withoutNotes(name: string): { readonly rest: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const note = (text: string): string => {
    if (text.trim() !== '') notes.push(text.trim());
    return ' ';
  };
  const rest = name
    .replace(/[([]([^()[\]]*)[)\]]/g, (_, inside: string) => note(inside))
    .replace(/^\s*([A-Z0-9]{3,8})\s+[-–]\s+(?=\S)/, (whole, code: string) =>
      organisationCode.test(code) ? note(code) : whole,
    )
    .replace(/(?<=\S)\s+[-–]\s+([A-Z0-9]{3,8})\s*$/, (whole, code: string) =>
      organisationCode.test(code) ? note(code) : whole,
    );
  return rest.trim() === '' ? { rest: name, notes: [] } : { rest, notes };
}

const isNameWords = (text: string, most: number): boolean =>
  new RegExp(`^\\s*(?:[\\p{L}'’.-]+\\s*){1,${most}}$`, 'u').test(text) &&
  !/\b(ltd|limited|llp|plc|inc|gmbh|department|dept|team|services?|systems?|and|of)\b/i.test(text);

/** The words of a name with the given name first, and the title that stands with it. */
function inOrder(
  text: string,
  notedTitles: readonly string[],
): { readonly words: readonly string[]; readonly title: string } {
  const [last = '', first = '', ...more] = text.split(',');
  const isTurned = more.length === 0 && isNameWords(last, 3) && isNameWords(first, 3);
  const words = nameKey((isTurned ? `${first} ${last}` : text).replace(/\s*[&+]\s*/g, ' and '))
    .split(' ')
    .map((word) => spelledShort[word] ?? word)
    .join(' ')
    .replace(/^the (?=\S)/, '')
    .replace(/\bnhs ft$/, 'nhs foundation trust')
    .split(' ');
  const before = words.findIndex((word) => !titles.test(word));
  const found = [...words.slice(0, Math.max(before, 0)), ...notedTitles.map(nameKey)];
  return { words: words.slice(Math.max(before, 0)), title: [...new Set(found)].sort().join(' ') };
}
