import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnownNames, namesToRedact } from './names-to-redact';
import { redactorOf } from './redactor';

const known: KnownNames = {
  person: ['Dr I. Achebe', 'Head of Records'],
  organisation: ['Northlight Ltd', "O'Hare & Sons"],
  system: ['Letters Hub', 'Letters', 'PAS', 'Größe (Ost)'],
  dataset: ['Sharing objections'],
  site: ['East Hall'],
};

const redact = (
  redactions: Parameters<typeof namesToRedact>[0]['redactions'],
  files: readonly string[] = [],
) => redactorOf(namesToRedact({ redactions, keepsFileNames: false }, known, files));

test('a name is found whatever its case and whatever stands between its words', () => {
  const { text } = redact([{ of: 'system', pattern: 'letters hub' }]);
  expect(
    [
      'Letters Hub',
      'LETTERS  hub',
      'letters-hub.csv',
      'LettersHub',
      'the Letters Hub’s log',
      'Letters Hubbub',
    ].map(text),
  ).toEqual(['System A', 'System A', 'System A.csv', 'System A', 'the System A’s log', 'Letters Hubbub']);
});

test('the longest name that begins at a place is meant', () => {
  const { text, names } = redact([{ of: 'system', pattern: '*' }]);
  const shown = new Map(names.map(({ name, shown: words }) => [name, words]));
  expect(text('Letters Hub > Letters > PAS')).toBe(
    `${shown.get('Letters Hub')} > ${shown.get('Letters')} > ${shown.get('PAS')}`,
  );
  expect(new Set(shown.values()).size).toBe(4);
});

test('every name of a system is taken out by the same words, whichever of them the rule has', () => {
  const named = { ...known, otherNames: new Map([['Letters Hub', ['SYS-07', 'LH']]]) };
  const { text } = redactorOf(
    namesToRedact({ redactions: [{ of: 'system', pattern: 'sys-07' }], keepsFileNames: false }, named, []),
  );
  expect(text('sent by LH to sys_07, Letters Hub; not Letters')).toBe(
    'sent by System A to System A, System A; not Letters',
  );
});

test('names with punctuation, accents and other compositions are found', () => {
  const { text } = redact([
    { of: 'organisation', pattern: "O'Hare*" },
    { of: 'system', pattern: 'größe*' },
    { of: 'person', pattern: 'Dr*' },
  ]);
  expect(text('O’Hare & Sons; GRÖSSE (Ost); Gro\u0308ße Ost; Dr. I Achebe')).toBe(
    'Organisation A; GRÖSSE (Ost); System A; Person A',
  );
});

test('file names become numbers with the first rule, unless they are to stay', () => {
  const rules = [{ of: 'text' as const, pattern: 'code red' }];
  expect(redact(rules, ['a.csv', 'b.csv']).text('b.csv: Code Red')).toBe('Source 2: [redacted]');
  const kept = redactorOf(namesToRedact({ redactions: rules, keepsFileNames: true }, known, ['b.csv']));
  expect(kept.text('b.csv: Code Red')).toBe('b.csv: [redacted]');
});

test('without a rule nothing changes', () => {
  const redactor = redact([], ['a.csv']);
  expect([redactor.isActive, redactor.text('Letters Hub in a.csv')]).toEqual([false, 'Letters Hub in a.csv']);
});

test('no name is left in any text, whatever stands around it', () => {
  const all = redact(
    (['person', 'organisation', 'system', 'dataset', 'site'] as const).map((of) => ({ of, pattern: '*' })),
  );
  const names = Object.values(known).flat();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom(...names))), (parts) => {
      const text = all.text(parts.map(([before, name]) => `${before} ${name} `).join(''));
      expect(
        names.filter((name) =>
          new RegExp(
            `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
            'u',
          ).test(text),
        ),
      ).toEqual([]);
    }),
  );
});
