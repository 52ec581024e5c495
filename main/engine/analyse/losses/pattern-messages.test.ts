import { describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { reconcile } from '../reconcile/reconcile';
import { estateFiles } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { messageWindow } from './message-window';
import { whyToOpen } from './pattern-messages';

const at = (minute: number) => new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();

/** From message 200 on all of site Quay with more than 90 pages are lost; before and elsewhere a few, one of them (m9) like those. */
function someLosses(): Parameters<typeof importedCase>[0] {
  const lines = ['time,system,event,peer,message id,site,pages'];
  for (let i = 0; i < 800; i++) {
    const site = ['Quay', 'Hill', 'Park'][i % 3];
    const pages = (i * 37) % 120;
    lines.push(`${at(10 * i)},A,sent,B,m${i},${site},${pages}`);
    const isLost = (site === 'Quay' && i >= 200 && pages > 89) || i % 97 === 5 || i === 9;
    lines.push(
      isLost ? `${at(10 * i + 1)},B,heartbeat,,,,` : `${at(10 * i + 1)},B,received,A,m${i},${site},${pages}`,
    );
  }
  return { 'log.csv': lines.join('\n') };
}

/** For each pattern of each flow: what it counts, and how many messages it opens. */
function opened({ openCase: { db } }: TemporaryCase) {
  const estate = readEstate(db);
  return reconcile(db, estate)
    .filter((row) => row.lost > 0)
    .flatMap((row) => {
      const flow = `${row.from} > ${row.to}`;
      return whyToOpen(db, estate, flow, () => {}).patterns.map(({ attributes: pattern, lost }) => {
        const request = { flow, disposition: 'lost', pattern, offset: 0, limit: 1000 } as const;
        const { total, rows } = messageWindow(db, estate, request);
        return { flow, pattern, lost, total, messages: rows.map((message) => message.message) };
      });
    });
}

describe('the lost messages of a pattern', () => {
  it('are those that it counts, of the time in which messages were lost, in quarters of a number too', async () => {
    const one = await importedCase(someLosses());
    const found = opened(one);
    const before = { flow: 'A > B', disposition: 'lost', offset: 0, limit: 1 } as const;
    const all = messageWindow(one.openCase.db, readEstate(one.openCase.db), before).total;
    one.remove();
    const isOfTheTime = (message: string | null) => {
      const number = Number(message?.slice(1));
      return number % 3 === 0 && number >= 200;
    };
    expect(
      found.map(({ pattern, lost, total, messages }) => [
        pattern,
        total === lost,
        messages.every(isOfTheTime),
      ]),
    ).toEqual([[{ pages: 'above 89', site: 'Quay' }, true, true]]);
    expect(found[0]?.lost).toBeLessThan(all);
  });

  it('are worked out where nobody has asked what the lost share, and are filtered as all are', async () => {
    const one = await importedCase(someLosses());
    const { db } = one.openCase;
    const estate = readEstate(db);
    const pattern = { site: 'Quay', pages: 'above 89' };
    const ask = (filter: string) =>
      messageWindow(db, estate, {
        flow: 'a > b',
        disposition: 'lost',
        pattern,
        filter,
        offset: 0,
        limit: 1000,
      });
    const [first] = ask('').rows;
    const some = ask(`${first?.message} log.csv`).rows;
    const unknown = () =>
      messageWindow(db, estate, {
        flow: 'A > B',
        disposition: 'lost',
        pattern: { site: 'Hill' },
        offset: 0,
        limit: 9,
      });
    expect(some.map(({ message }) => message)).toEqual([first?.message]);
    expect(unknown).toThrow('no longer share site = Hill');
    one.remove();
  });

  it.skipIf(!hasData('estates'))('are as many as it counts in both estates', async () => {
    for (const estate of ['plain', 'wild']) {
      const one = await importedCase(estateFiles(estate));
      const found = opened(one);
      one.remove();
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(({ total }) => total)).toEqual(found.map(({ lost }) => lost));
    }
  });
});
