import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estate } from '../../../../shared/model/estate';
import { verifyCase } from '../../evidence/verify';
import { stateByHand, undoEdit } from '../../store/facts/edits';
import { readEstate } from '../../store/facts/estate-reader';
import { findSystem } from '../../store/names/keep-names';
import { search } from '../../store/search';
import { removeSource } from '../../store/sources/remove-source';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { impactOf } from '../impact/impact';
import { lost } from '../losses/lost';
import { aliasedEstate, aliasedSystems, namesOfSystem } from '../testing/aliased-estate';
import { reconcile } from './reconcile';

async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  order: readonly string[],
  work: (test: TemporaryCase) => T | Promise<T>,
): Promise<T> {
  const test = temporaryCase();
  try {
    for (const name of order) await test.importText(name, files[name] ?? '');
    return await work(test);
  } finally {
    test.dispose();
  }
}

const standing = (estate: Estate) =>
  [...estate.systems.values()].filter(({ citations }) => citations.length > 0);

function answersOf({ openCase: { db } }: TemporaryCase) {
  const estate = readEstate(db);
  return {
    systems: standing(estate)
      .map(({ name }) => name)
      .sort(),
    flows: Object.fromEntries(
      reconcile(db, estate).map((row) => [
        `${row.from} > ${row.to}`,
        { sent: row.sent, delivered: row.delivered, lost: row.lost, extra: row.extra },
      ]),
    ),
    lost: lost(db, estate)
      .map(({ message }) => message)
      .sort(),
    declared: [...estate.flows.values()].filter(({ isDeclared }) => isDeclared).length,
  };
}

/** Numbers that look drawn, the same for the same seed. */
function drawsFrom(seed: number): (choices: number) => number {
  let state = seed % 2_147_483_647;
  return (choices) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % choices;
  };
}

const listed = aliasedSystems.map(({ name }) => name);

describe('an estate whose sources call systems by many names', () => {
  it('is reckoned as one with a single name each, in any order of import', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { files, flows } = aliasedEstate(drawsFrom(seed));
        const names = Object.keys(files);
        const turned = [...names.slice(seed % names.length), ...names.slice(0, seed % names.length)];
        const order = seed % 2 === 0 ? turned : turned.reverse();
        const answers = await withFiles(files, order, async (test) => ({
          ...answersOf(test),
          isSound: (await verifyCase(test.openCase)).ok,
        }));
        expect(answers).toEqual({
          systems: [...listed].sort(),
          flows: Object.fromEntries(
            Object.entries(flows).map(([flow, { sent, lost: ids }]) => [
              flow,
              { sent, delivered: sent - ids.length, lost: ids.length, extra: 0 },
            ]),
          ),
          lost: Object.values(flows)
            .flatMap(({ lost: ids }) => ids)
            .sort(),
          declared: 4,
          isSound: true,
        });
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('is asked about, and searched, under any of the names', async () => {
    const { files } = aliasedEstate(drawsFrom(1));
    await withFiles(files, Object.keys(files), ({ openCase }) => {
      const { db } = openCase;
      const estate = readEstate(db);
      for (const system of aliasedSystems) {
        const id = findSystem(db, system.name);
        const found = namesOfSystem(system).map((name) => findSystem(db, name));
        expect(found).toEqual(found.map(() => id));
        expect(impactOf(db, estate, system.code, true).of).toBe(system.name);
        expect(search(openCase, system.code, 5)[0]).toMatchObject({ kind: 'system', name: system.name });
      }
      expect(reconcile(db, estate, { flow: 'PAS > rhapsody' }).map(({ from, to }) => [from, to])).toEqual([
        ['Patient Administration', 'Trust Integration Engine'],
      ]);
    });
  });

  it('answers after a source was removed as if it had never been imported', async () => {
    const { files } = aliasedEstate(drawsFrom(2));
    const names = Object.keys(files);
    const without = names.filter((name) => name !== 'systems.csv');
    const never = await withFiles(files, without, answersOf);
    const removed = await withFiles(files, names, (test) => {
      const { db } = test.openCase;
      const source = db.get<{ id: number }>("SELECT id FROM source WHERE name = 'systems.csv'")?.id ?? 0;
      removeSource(db, source, 'For a test');
      return answersOf(test);
    });
    expect(removed).toEqual(never);
    expect(never.systems.length).toBeGreaterThan(listed.length);
  });
});

it('a person makes one system of two and takes it back, and every answer follows', async () => {
  const log = (name: string, rows: readonly string[]) =>
    `Timestamp,Logged by,Event,Peer,Message Control ID\n${rows.map((row) => `${row}\n`).join('')}`.replaceAll(
      'SELF',
      name,
    );
  const files = {
    'a.csv': log('Ash', [
      '2024-05-06T08:00:00Z,SELF,sent,Birch,m1',
      '2024-05-06T09:00:00Z,SELF,sent,Birch,m2',
    ]),
    'b.csv': log('Betula', [
      '2024-05-06T08:00:05Z,SELF,received,Ash,m1',
      '2024-05-06T09:00:05Z,SELF,received,Ash,m2',
      '2024-05-07T09:00:05Z,SELF,heartbeat,,',
    ]),
  };
  await withFiles(files, ['b.csv', 'a.csv'], async (test) => {
    const { db } = test.openCase;
    const act = { author: 'A. Person', reason: 'Its team says so' };
    const before = answersOf(test);
    const edit = stateByHand(
      db,
      [{ fact: 'sameName', subject: { kind: 'system', name: 'Birch' }, name: 'Betula', isSame: true }],
      [],
      act,
    );
    const merged = answersOf(test);
    const other = standing(readEstate(db)).flatMap(({ otherNames }) => otherNames);
    undoEdit(db, edit.id, act, false);
    expect([merged.systems, merged.flows, answersOf(test)]).toEqual([
      ['Ash', 'Birch'],
      { 'Ash > Birch': { sent: 2, delivered: 2, lost: 0, extra: 0 } },
      before,
    ]);
    expect(other.map(({ name, kind, saidIn }) => [name, kind, saidIn[0]?.author])).toEqual([
      ['Betula', 'stated', 'A. Person'],
    ]);
    expect((await verifyCase(test.openCase)).ok).toBe(true);
    db.run("UPDATE assertion SET value = 'Oak' WHERE predicate = 'same as'");
    const wrong = (await verifyCase(test.openCase)).checks.filter(({ ok }) => !ok);
    expect(wrong.map(({ name }) => name)).toEqual(['statements']);
  });
});

it('a fold that no statement gives is found by verify', async () => {
  const { files } = aliasedEstate(() => 0);
  await withFiles(files, ['systems.csv'], async (test) => {
    const { db } = test.openCase;
    db.run('INSERT INTO system_fold (id, as_id) VALUES (2, 1)');
    const wrong = (await verifyCase(test.openCase)).checks.filter(({ ok }) => !ok);
    expect(wrong.map(({ name }) => name)).toEqual(['names']);
  });
});
