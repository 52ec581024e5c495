import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldParties, type NamedParty, type PartyWord } from './fold-parties';
import { isPersonOrOffice } from './party-name';

const party = (name: string, id: number, more: Partial<NamedParty> = {}): NamedParty => ({
  id,
  name,
  codes: [],
  declaredBy: [],
  ...more,
});

/** The names that are read as one, each group in order, the one that is shown first. */
function groupsOf(parties: readonly NamedParty[], words: readonly PartyWord[] = []): string[][] {
  const as = foldParties(parties, words);
  const groups = new Map<number, string[]>();
  for (const { id, name } of parties) {
    const to = as.get(id) ?? id;
    const group = groups.get(to) ?? [];
    groups.set(to, group);
    if (to === id) group.unshift(name);
    else group.push(name);
  }
  return [...groups.values()]
    .map(([first = '', ...rest]) => [first, ...rest.sort()])
    .filter((g) => g.length > 1);
}
const joined = (...names: string[]): string[][] => groupsOf(names.map((name, id) => party(name, id)));

it('a name is one in every order of its words, with its title or its role in brackets', () => {
  expect([
    joined('Dr A. Smith', 'Smith, A. (Dr)', 'SMITH, Dr A'),
    joined('Anna Smith (SIRO)', 'Smith, Anna (Caldicott Guardian)', 'Anna Smith <anna@example.org>'),
    joined('Dr Anna Smith', 'Anna Smith'),
    joined('Marks & Sons Limited', 'MARKS AND SONS LTD.', 'The Marks & Sons Ltd'),
    joined('Leeds NHS FT', 'Leeds NHS Foundation Trust'),
  ]).toEqual([
    [['Dr A. Smith', 'SMITH, Dr A', 'Smith, A. (Dr)']],
    [['Anna Smith <anna@example.org>', 'Anna Smith (SIRO)', 'Smith, Anna (Caldicott Guardian)']],
    [['Dr Anna Smith', 'Anna Smith']],
    [['Marks & Sons Limited', 'MARKS AND SONS LTD.', 'The Marks & Sons Ltd']],
    [['Leeds NHS Foundation Trust', 'Leeds NHS FT']],
  ]);
});

it('a code ties spellings together, in brackets, beside a dash, alone or from a list of organisations', () => {
  expect([
    joined('NHS Foo Trust (RXX)', 'RXX', 'NHS Foo Trust', 'RXX - Foo Trust'),
    groupsOf([
      party('NHS FOO TRUST', 1, { codes: ['RXX'], declaredBy: [1] }),
      party('RXX', 2),
      party('Foo (RXX)', 3),
    ]),
    joined('Northmoor Hospitals Trust (NHT)', 'NHT', 'Northmoor Hospitals Trust'),
  ]).toEqual([
    [['NHS Foo Trust (RXX)', 'NHS Foo Trust', 'RXX', 'RXX - Foo Trust']],
    [['NHS FOO TRUST', 'Foo (RXX)', 'RXX']],
    [['Northmoor Hospitals Trust (NHT)', 'NHT', 'Northmoor Hospitals Trust']],
  ]);
});

it('what could be either of two is given to neither, and near names stay two', () => {
  expect([
    joined('Dr A. Smith', 'A. Smith', 'Mr A. Smith'),
    joined('Dr Alex Smith', 'Ms Alex Smith', 'Alex Smith'),
    joined('The Surgery (A81001)', 'The Surgery (B82002)', 'The Surgery'),
    joined('North Health Trust (NHT)', 'Northmoor Hospitals Trust (NHT)', 'NHT'),
    joined('Foo Trust', 'NHS Foo Trust', 'Foo Trusts', 'Foo Ltd (UK)', 'Foo Ltd'),
    joined('Anna Smith (Director of Nursing)', 'Anna Smith (Head of IT)'),
    joined('Pathology, Department of Leeds', 'Department of Leeds Pathology'),
  ]).toEqual([[], [], [], [], [], [], []]);
});

it('two that one list has side by side, or that a person parts, stay two; a person joins any two', () => {
  const side = [party('Ward & Co', 1, { declaredBy: [7] }), party('Ward and Co', 2, { declaredBy: [7] })];
  const two = [party('Ward & Co', 1), party('Ward and Co', 2), party('The Firm', 3)];
  const say = (a: string, b: string, isSame: boolean): PartyWord => ({ a, b, isSame });
  expect([
    groupsOf(side),
    groupsOf(two, [say('Ward & Co', 'ward and co', false)]),
    groupsOf(two, [say('Ward & Co', 'Ward and Co', false), say('Ward and Co', 'Ward & Co', true)]),
    groupsOf(side, [say('Ward & Co', 'Ward and Co', true)]),
    groupsOf(two, [say('Ward & Co', 'The Firm', true)]),
  ]).toEqual([
    [],
    [],
    [['Ward and Co', 'Ward & Co']],
    [['Ward and Co', 'Ward & Co']],
    [['Ward and Co', 'The Firm', 'Ward & Co']],
  ]);
});

it('the answer does not depend on the order or the numbers of names', () => {
  const names = [
    'Dr A. Smith',
    'Smith, A. (Dr)',
    'A Smith',
    'RXX',
    'Foo (RXX)',
    'Foo',
    'Foo Ltd',
    'FOO LIMITED',
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: 2 }), (some) => {
      const sorted = (groups: string[][]): string[][] =>
        groups.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
      expect(sorted(joined(...some))).toEqual(sorted(joined(...[...some].sort())));
    }),
  );
});

it('a title or an office says that a name is no organisation; anything less does not', () => {
  const people = [
    'Dr Ann Lee',
    'Lee, A. (Dr)',
    'Frau Meier',
    'Head of Pathology',
    'IT Manager',
    'Leitung Labor',
    'ann@example.org',
  ];
  const others = [
    'Ann Lee',
    'Lead Hospital Trust',
    'Foo Trust (RXX)',
    'Directory Services Ltd',
    'GP practices',
  ];
  expect([people.filter(isPersonOrOffice), others.filter(isPersonOrOffice)]).toEqual([people, []]);
});
