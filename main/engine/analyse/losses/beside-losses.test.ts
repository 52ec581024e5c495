import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { beats, flowsText, inCase, logText } from '../testing/small-logs';
import { besideLosses } from './beside-losses';

const day = 1440;

it('names who answers, the controls of both ends and what happened there, and nothing of other systems', async () => {
  const files = {
    'log.csv': logText([
      ...beats('Engine', 0, 3 * day),
      ...beats('Record', 0, 3 * day),
      [100, 'Engine', 'sent', 'Record', 'm1', 'R1'],
      [200, 'Engine', 'configuration changed'],
      [300, 'Elsewhere', 'configuration changed'],
    ]),
    'flows.csv': flowsText([['Engine', 'Record', 60]]),
    'systems.csv':
      'System,Owner,Site,Backup,Reconciliation,Owner since\nEngine,Ann,One,no,,2024-05-01\nRecord,Ben,One,yes,no,\nElsewhere,Cy,Two,no,no,2024-05-01',
    'warnings.csv':
      'Date,About,Warning,Raised by,Raised to\n2024-05-02,Record,Results are missing,Ward 7,Ben\n2024-05-02,Elsewhere,Slow,Ward 7,Cy',
  };
  await inCase(files, ({ openCase }) => {
    const { accountable, controls, entries } = besideLosses(
      openCase.db,
      readEstate(openCase.db),
      'engine > record',
    );
    expect({
      accountable,
      controls: controls
        .filter(({ state }) => state !== 'not recorded')
        .map(({ subject, control, state, evidence }) => [subject, control, state, evidence[0]?.line]),
      asked: controls.length,
      entries: entries.map(({ at, kind, subject }) => [at.slice(0, 10), kind, subject]),
    }).toEqual({
      accountable: ['Ann (owner of Engine)', 'Ben (owner of Record)'],
      controls: [
        ['Engine', 'backup', 'absent', 2],
        ['Record', 'backup', 'present', 3],
        ['Record', 'reconciliation', 'absent', 3],
      ],
      asked: 8,
      entries: [
        ['2024-05-01', 'ownership', 'Engine'],
        ['2024-05-02', 'warning', 'Record'],
        ['2024-05-06', 'change', 'Engine'],
      ],
    });
  });
});
