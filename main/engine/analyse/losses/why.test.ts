import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhyAnswer } from '../../../../shared/contract/analysis-methods';
import { readEstate } from '../../store/facts/estate-reader';
import { sendingsOfFlow } from '../reconcile/sendings-of-flow';
import { estateFiles, readTruth, truthSendings } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { why } from './why';

const twoDaysMs = 2 * 86_400_000;

describe('why messages are lost', () => {
  it('looks at the systems before where a sender logs no attributes', async () => {
    const at = (minute: number) => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
    const lab = ['time,system,event,peer,message id,site'];
    const engine = ['time,system,event,peer,message id'];
    const record = ['time,system,event,peer,message id'];
    for (let i = 0; i < 600; i++) {
      const site = i % 5 === 0 ? 'Quay' : i % 2 === 0 ? 'Hill' : 'Park';
      lab.push(`${at(10 * i)},Lab,sent,Engine,m${i},${site}`);
      engine.push(
        `${at(10 * i + 1)},Engine,received,Lab,m${i}`,
        `${at(10 * i + 2)},Engine,sent,Record,m${i}`,
      );
      const isLost = site === 'Quay' && i > 60;
      record.push(
        isLost ? `${at(10 * i + 3)},Record,heartbeat,,` : `${at(10 * i + 3)},Record,received,Engine,m${i}`,
      );
    }
    const one = await importedCase({
      'lab.csv': lab.join('\n'),
      'engine.csv': engine.join('\n'),
      'record.csv': record.join('\n'),
    });
    const { db } = one.openCase;
    const sendings = sendingsOfFlow(db, readEstate(db), 'Engine > Record');
    expect(why(db, 'engine > record', sendings).patterns.map((p) => p.attributes)).toEqual([
      { site: 'Quay' },
    ]);
    expect(why(db, 'engine > record', sendings).flow).toBe('Engine > Record');
    expect(why(db, 'engine > record', sendings).spells.map(({ total, scope }) => [total, scope])).toEqual([
      [107, [{ site: 'Quay' }]],
    ]);
    one.remove();
  });

  it('names no onset where the last arrival and the first loss are a week apart, and says between which two it lies', async () => {
    const lines = ['time,system,event,peer,message id'];
    const at = (day: number, minute: number) =>
      new Date(Date.UTC(2024, 0, 1 + day) + minute * 60_000).toISOString();
    for (let day = 0; day < 50; day++)
      lines.push(`${at(day, 0)},A,heartbeat,,`, `${at(day, 0)},B,heartbeat,,`);
    for (let day = 0; day < 48; day++) {
      if (day > 20 && day < 27) continue;
      lines.push(`${at(day, 600)},A,sent,B,m${day}`);
      if (day <= 20) lines.push(`${at(day, 601)},B,received,A,m${day}`);
    }
    const one = await importedCase({ 'log.csv': lines.join('\n') });
    const { db } = one.openCase;
    const { onset, spells, notes } = why(db, 'A > B', sendingsOfFlow(db, readEstate(db), 'A > B'));
    one.remove();
    expect([onset, spells[0]?.began?.earliest, spells[0]?.began?.latest, notes.at(-2)]).toEqual([
      null,
      at(19, 600),
      at(27, 600),
      `Too few were lost to place the onset within two days: it lies almost certainly between ${at(19, 600)} and ${at(27, 600)}.`,
    ]);
  });

  it('says that there is nothing to compare with where nearly all of that time was lost', async () => {
    const lines = ['time,system,event,peer,message id,site'];
    const at = (hour: number, minute: number) =>
      new Date(Date.UTC(2024, 0, 1, hour) + minute * 60_000).toISOString();
    for (let i = 0; i < 240; i++) {
      lines.push(`${at(i, 0)},A,sent,B,m${i},${i % 3 === 0 ? 'Quay' : 'Hill'}`);
      lines.push(i < 80 ? `${at(i, 1)},B,received,A,m${i},` : `${at(i, 1)},B,heartbeat,,,`);
    }
    const one = await importedCase({ 'log.csv': lines.join('\n') });
    const { db } = one.openCase;
    const { notes, spells, considered, consideredLost } = why(
      db,
      'A > B',
      sendingsOfFlow(db, readEstate(db), 'A > B'),
    );
    one.remove();
    expect(spells[0]?.scope).toBeNull();
    expect([considered - consideredLost, notes.at(-1)]).toEqual([
      2,
      `All but 2 of ${considered} messages of that time were lost: there is nothing to compare with.`,
    ]);
  });
});

describe.skipIf(!hasData('estates'))('why messages are lost', () => {
  for (const estate of ['plain', 'wild']) {
    describe(`in the estate "${estate}"`, () => {
      let one: TemporaryCase;
      const answers = new Map<string, WhyAnswer>();
      beforeAll(async () => {
        one = await importedCase(estateFiles(estate));
        for (const [key, flow] of Object.entries(readTruth(estate).flows)) {
          const { db } = one.openCase;
          answers.set(key, why(db, `${flow.from} > ${flow.to}`, truthSendings(db, flow)));
        }
      }, 60_000);
      afterAll(() => one.remove());

      it('names the seeded pattern first, and none where none was seeded', () => {
        const { pattern, flows } = readTruth(estate);
        const found = [...answers].map(([key, answer]) => [key, answer.patterns[0]?.attributes ?? null]);
        expect(Object.fromEntries(found)).toEqual(
          Object.fromEntries(Object.keys(flows).map((key) => [key, pattern[key] ?? null])),
        );
      });

      it('places each onset within two days that hold the true moment, and none where none was seeded', () => {
        const { onset, flows } = readTruth(estate);
        const judged = [...answers].map(([key, answer]) => {
          const truth = Date.parse(onset[key] ?? '');
          if (!answer.onset) return [key, 'none'];
          const [from, to] = [Date.parse(answer.onset.earliest), Date.parse(answer.onset.latest)];
          return [key, from <= truth && truth <= to && to - from <= twoDaysMs ? 'right' : answer.onset];
        });
        expect(Object.fromEntries(judged)).toEqual(
          Object.fromEntries(Object.keys(flows).map((key) => [key, onset[key] ? 'right' : 'none'])),
        );
      });

      it('cites the last message that arrived and the first that did not', () => {
        const { onset } = readTruth(estate);
        for (const key of Object.keys(onset)) {
          const [spell] = answers.get(key)?.spells ?? [];
          expect([key, spell?.began?.lastBefore?.line ?? 0, spell?.began?.firstAfter?.line ?? 0]).toEqual([
            key,
            expect.any(Number),
            expect.any(Number),
          ]);
          expect(Date.parse(spell?.began?.lastBefore?.at ?? '')).toBeLessThan(
            Date.parse(spell?.began?.firstAfter?.at ?? ''),
          );
        }
      });

      it('never says that a value caused anything', () => {
        for (const { notes } of answers.values()) expect(notes.join(' ')).not.toMatch(/caused by|because of/);
      });
    });
  }
});
