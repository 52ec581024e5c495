import { expect, it } from 'vitest';
import { temporaryCase } from '../../../testing/temporary-case';

/** The other names that an inventory gives its systems, and what kind of name each is. */
async function namesIn(text: string): Promise<readonly string[]> {
  const test = temporaryCase();
  try {
    await test.importText('systems.csv', text);
    return test.openCase.db
      .all<{ system: string; predicate: string; value: string; line: number }>(
        `SELECT s.name AS system, a.predicate, a.value, a.line FROM assertion a JOIN system s ON s.id = a.subject_id
         WHERE a.subject_kind = 'system' AND a.predicate LIKE 'alias:%' ORDER BY a.id`,
      )
      .map(({ system, predicate, value, line }) => `${line} ${system} = ${value} (${predicate.slice(6)})`);
  } finally {
    test.dispose();
  }
}

it('reads columns of aliases, short names, codes and identifiers, several names in a cell', async () => {
  expect(
    await namesIn(
      [
        'System name,Owner,System code,Acronym,Also known as,Formerly known as,Number,Alias 2',
        '"Patient Record","The Trust",SYS-01,EPR,"Alder; Old EPR | The record, Notes",n/a,APP0007,Rec',
        'Order Comms,The Trust,-,OC,TBC,Requests,12,',
        '',
      ].join('\n'),
    ),
  ).toEqual([
    '2 Patient Record = Alder (alias)',
    '2 Patient Record = Old EPR (alias)',
    '2 Patient Record = The record (alias)',
    '2 Patient Record = Notes (alias)',
    '2 Patient Record = EPR (short name)',
    '2 Patient Record = SYS-01 (code)',
    '2 Patient Record = APP0007 (id)',
    '2 Patient Record = Rec (alias)',
    '3 Order Comms = OC (short name)',
    '3 Order Comms = Requests (former name)',
  ]);
});

it.each([
  ['Kürzel', 'Auch bekannt als', 'short name'],
  ['Sigle', 'Autres noms', 'short name'],
  ['Código', 'También conocido como', 'code'],
  ['Afkorting', 'Ook bekend als', 'short name'],
  ['Codice', 'Altri nomi', 'code'],
  ['Skrót', 'Inne nazwy', 'short name'],
  ['Talfyriad', 'Enw arall', 'short name'],
  ['Systemkod', 'Andra namn', 'code'],
])('knows the columns %s and %s', async (short, other, kind) => {
  expect(await namesIn(`System,Owner,${short},${other}\nPatient Record,The Trust,EPR,Alder\n`)).toEqual(
    expect.arrayContaining([`2 Patient Record = EPR (${kind})`, '2 Patient Record = Alder (alias)']),
  );
});

it('takes an acronym in brackets as a name where it is one, and nothing else in brackets', async () => {
  expect(
    await namesIn(
      [
        'System,Owner',
        'Patient Administration System (PAS),The Trust',
        'EPMA (Electronic Prescribing and Medicines Administration),The Trust',
        'Letters (outpatients),The Trust',
        'Order Comms (OLD),The Trust',
        '',
      ].join('\n'),
    ),
  ).toEqual([
    '2 Patient Administration System (PAS) = Patient Administration System (alias)',
    '2 Patient Administration System (PAS) = PAS (short name)',
    '3 EPMA (Electronic Prescribing and Medicines Administration) = Electronic Prescribing and Medicines Administration (alias)',
    '3 EPMA (Electronic Prescribing and Medicines Administration) = EPMA (short name)',
  ]);
});

it('does not take a log column, a postcode or an organisation code for a name of the system', async () => {
  expect(
    await namesIn('System,ODS Code,Log,Postcode,Cost code\nPatient Record,RX1,yes,LS1 1AA,C100\n'),
  ).toEqual([]);
});
