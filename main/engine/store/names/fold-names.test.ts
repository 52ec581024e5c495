import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldNames } from './fold-names';
import type { NameFacts } from './name-facts';
import { identityKey } from './name-key';

/** What one source says, by names. */
interface Said {
  readonly lists?: readonly string[];
  readonly mentions?: readonly string[];
  readonly claims?: readonly (readonly [system: string, name: string])[];
}
type Word = readonly [system: string, name: string, isSame: boolean];

function factsOf(sources: readonly Said[], words: readonly Word[] = []): NameFacts {
  const rows = new Map<string, { id: number; name: string; declaredBy: number[]; uses: number }>();
  const row = (name: string) => {
    const key = identityKey(name);
    const found = rows.get(key) ?? { id: rows.size + 1, name, declaredBy: [], uses: 0 };
    rows.set(key, found);
    found.uses += 1;
    return found;
  };
  let assertionId = 0;
  const claims: NameFacts['claims'][number][] = [];
  for (const [source, { lists = [], mentions = [], claims: own = [] }] of sources.entries()) {
    for (const name of lists) row(name).declaredBy.push(source + 1);
    for (const name of mentions) row(name);
    for (const [system, name] of own)
      claims.push({ subjectId: row(system).id, name, kind: 'alias', assertionId: ++assertionId });
  }
  return {
    claims,
    words: words.map(([system, name, isSame]) => ({
      subjectId: row(system).id,
      name,
      isSame,
      assertionId: ++assertionId,
    })),
    rows: [...rows.values()].map((one) => ({
      ...one,
      key: identityKey(one.name),
      isDeclared: one.declaredBy.length > 0,
    })),
  };
}

/** What every name is read as, and which names are in conflict. */
function read(sources: readonly Said[], words: readonly Word[] = []) {
  const facts = factsOf(sources, words);
  const { as, conflicts } = foldNames(facts);
  const nameOf = new Map(facts.rows.map(({ id, name }) => [id, name]));
  const folded = facts.rows.flatMap(({ id, name }) => {
    const to = as.get(id);
    return to === undefined ? [] : [[name, nameOf.get(to)] as const];
  });
  return {
    as: Object.fromEntries(folded.sort(([a], [b]) => (a < b ? -1 : 1))),
    conflicts: conflicts.map(({ name, why }) => `${name}: ${why}`),
  };
}

it('reads codes, aliases and other spellings as the system that an inventory lists', () => {
  const inventory: Said = {
    lists: ['Ward & Theatre', 'Patient Record'],
    claims: [
      ['Ward & Theatre', 'SYS-02'],
      ['Patient Record', 'EPR'],
    ],
  };
  expect(read([inventory, { mentions: ['ward_and_theatre', 'sys-02'] }, { mentions: ['EPR'] }])).toEqual({
    as: { EPR: 'Patient Record', 'sys-02': 'Ward & Theatre', ward_and_theatre: 'Ward & Theatre' },
    conflicts: [],
  });
});

it('never folds two names that one source lists as two systems, nor what could be either', () => {
  expect(
    read([
      { lists: ['Ward & Theatre', 'Ward and Theatre'] },
      { mentions: ['Ward Theatre', 'Lab+'] },
      { lists: ['Lab'] },
    ]),
  ).toEqual({ as: {}, conflicts: [] });
});

it('gives a name that two systems claim to neither', () => {
  const two: Said = {
    lists: ['North Lab', 'South Lab'],
    claims: [
      ['North Lab', 'LAB'],
      ['South Lab', 'LAB'],
      ['South Lab', 'SL'],
    ],
  };
  expect(read([two, { mentions: ['LAB', 'SL'] }])).toEqual({
    as: { SL: 'South Lab' },
    conflicts: ['LAB: claimed by several'],
  });
});

it('keeps a name apart that the same source lists as a system of its own', () => {
  expect(read([{ lists: ['PAS', 'Old PAS'], claims: [['PAS', 'Old PAS']] }])).toEqual({
    as: {},
    conflicts: ['Old PAS: listed as another'],
  });
});

it('follows names through two inventories, unless that would join what one of them lists apart', () => {
  const long: Said = {
    lists: ['Patient Administration', 'Order Comms'],
    claims: [['Patient Administration', 'PAS']],
  };
  const short: Said = { lists: ['PAS'], claims: [['PAS', 'PAS01']] };
  const wrong: Said = { lists: ['PAS'], claims: [['PAS', 'Order Comms']] };
  expect([read([long, short, { mentions: ['pas01'] }]), read([long, wrong])]).toEqual([
    { as: { PAS: 'Patient Administration', pas01: 'Patient Administration' }, conflicts: [] },
    {
      as: {},
      conflicts: ['Order Comms: joins two that are listed apart', 'PAS: joins two that are listed apart'],
    },
  ]);
});

it("lets a person's word outweigh lists, claims and spellings, and the last word count", () => {
  const inventory: Said = { lists: ['A system', 'B system'], claims: [['A system', 'X']] };
  const log: Said = { mentions: ['X', 'B-SYSTEM'] };
  expect([
    read([inventory, log], [['A system', 'B system', true]]).as,
    read(
      [inventory, log],
      [
        ['A system', 'X', false],
        ['B system', 'B-SYSTEM', false],
      ],
    ).as,
    read([inventory, log], [['B system', 'X', true]]).as,
    read(
      [inventory, log],
      [
        ['A system', 'X', false],
        ['A system', 'X', true],
      ],
    ).as,
  ]).toEqual([
    { 'B system': 'A system', 'B-SYSTEM': 'A system', X: 'A system' },
    {},
    { 'B-SYSTEM': 'B system', X: 'B system' },
    { 'B-SYSTEM': 'B system', X: 'A system' },
  ]);
});

const names = fc.constantFrom(
  'Ward & Theatre',
  'Ward and Theatre',
  'WARD_THEATRE',
  'W&T',
  'PAS',
  'PAS (live)',
  'Patient Administration',
  'Patient Administration System',
  'SYS-01',
  'sys 01',
  'Köln Labor',
  'Koeln Labor',
  'Lab',
  'Lab+',
);
const said = fc.record({
  lists: fc.array(names, { maxLength: 4 }),
  mentions: fc.array(names, { maxLength: 4 }),
  claims: fc.array(fc.tuple(names, names), { maxLength: 4 }),
});

it('reads names the same whatever the order of sources, and never makes one of two that a source lists', () => {
  fc.assert(
    fc.property(
      fc
        .array(said, { minLength: 1, maxLength: 4 })
        .chain((sources) =>
          fc.tuple(
            fc.constant(sources),
            fc.shuffledSubarray([...sources.keys()], { minLength: sources.length }),
          ),
        ),
      ([sources, order]) => {
        const one = read(sources);
        const shuffled = read(order.flatMap((index) => sources[index] ?? []));
        // The stored spelling of a name is the first that came; only its key is the same in any order.
        const keys = (as: Record<string, string | undefined>) =>
          Object.entries(as)
            .map(([name, to = '']) => `${identityKey(name)} > ${identityKey(to)}`)
            .sort();
        expect(keys(shuffled.as)).toEqual(keys(one.as));
        expect([...shuffled.conflicts].sort()).toEqual([...one.conflicts].sort());
        const asOf = new Map(
          Object.entries(one.as).map(([name, to = '']) => [identityKey(name), identityKey(to)]),
        );
        for (const { lists } of sources) {
          const keysListed = [...new Set(lists.map(identityKey))];
          const readAs = keysListed.map((key) => asOf.get(key) ?? key);
          expect(new Set(readAs).size).toBe(keysListed.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});
