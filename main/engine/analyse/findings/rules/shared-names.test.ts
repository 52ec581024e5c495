import { expect, it } from 'vitest';
import { readEstate } from '../../../store/facts/estate-reader';
import { temporaryCase } from '../../../testing/temporary-case';
import { listFindings } from '../list-findings';

it('finds names that two systems claim, used or not, and passes over codes that nothing uses', async () => {
  const test = temporaryCase();
  try {
    await test.importText(
      'systems.csv',
      'System,Owner,Code,Short name\nNorth Lab,Trust,CLIN,LAB\nSouth Lab,Trust,CLIN,LAB\nPAS,Trust,X1,LIS\nLIS,Trust,X2,\n',
    );
    await test.importText('flows.csv', 'Source,Destination,Dataset,Status\nLAB,PAS,Results,planned\n');
    const found = listFindings(test.openCase, readEstate(test.openCase.db)).filter(
      ({ code }) => code === 'system-name-claimed-twice',
    );
    expect(
      found.map(({ subject, severity, detail, evidence }) => [
        subject,
        severity,
        detail,
        evidence.map(({ file, line }) => `${file}:${line}`),
      ]),
    ).toEqual([
      [
        'LAB',
        'medium',
        'North Lab and South Lab each have “LAB” as a short name. What is written under this name is kept apart, as a system of its own, until a person says which it is.',
        ['systems.csv:2', 'systems.csv:3'],
      ],
      [
        'LIS',
        'medium',
        '“LIS” is given as a short name of PAS, and a source lists both as systems of their own. What is written under this name is kept apart, as a system of its own, until a person says which it is.',
        ['systems.csv:4'],
      ],
    ]);
  } finally {
    test.dispose();
  }
});
