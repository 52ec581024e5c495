import { afterEach, describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { estateFiles, readTruth } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { timelineOf } from './timeline';

const open: TemporaryCase[] = [];
const timeline = async (files: Parameters<typeof importedCase>[0]) => {
  const one = await importedCase(files);
  open.push(one);
  return timelineOf(one.openCase.db, readEstate(one.openCase.db));
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

describe('the time line', () => {
  it('holds warnings, ends of life, changes of version and logged changes, in order', async () => {
    const day = (n: number): string => new Date(Date.UTC(2024, 0, n)).toISOString();
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${day(i + 1)},A,sent,B,m${i},${i < 10 ? '2.3' : '2.4'}`,
    );
    const entries = await timeline({
      'systems.csv':
        'System,Owner,Site,End of life,Owner since\nA,Ann,One,2025-06-30,2024-01-05\nB,Ben,One,,',
      'warnings.csv':
        'Date,About,Warning,Raised by,Raised to\n2024-01-03,A,Nobody compares the counts,Audit,Ann',
      'log.csv': [
        'time,system,event,peer,message id,version',
        ...rows,
        `${day(11)},A,configuration changed,,,`,
      ].join('\n'),
    });
    const shown = entries
      .filter((one) => !['log begins', 'log ends', 'gap'].includes(one.kind))
      .map(({ kind, at, subject, evidence }) => [kind, at.slice(0, 10), subject, evidence[0]?.line]);
    expect(shown).toEqual([
      ['warning', '2024-01-03', 'A', 2],
      ['ownership', '2024-01-05', 'A', 2],
      ['version', '2024-01-10', 'A', 11],
      ['change', '2024-01-11', 'A', 22],
      ['version', '2024-01-11', 'A', 12],
      ['end of life', '2025-06-30', 'A', 2],
    ]);
  });

  it.skipIf(!hasData('estates'))(
    'shows the seeded onsets and the gap, and no change where none was',
    async () => {
      const truth = readTruth('plain');
      const entries = await timeline(estateFiles('plain'));
      const kinds = (kind: string) => entries.filter((one) => one.kind === kind);
      const onsets = kinds('onset').map(({ subject, at, until }) => {
        const flow =
          Object.entries(truth.flows).find(([, f]) => `${f.from} > ${f.to}` === subject)?.[0] ?? '';
        const moment = truth.onset[flow] ?? '';
        return [flow, at <= moment && moment <= (until ?? '')];
      });
      expect([onsets.sort(), kinds('gap').map((g) => g.subject), kinds('version'), kinds('change')]).toEqual([
        [
          ['GPB>NAT', true],
          ['TIE>EPR', true],
        ],
        ['Penfold EPR'],
        [],
        [],
      ]);
    },
    60_000,
  );
});
