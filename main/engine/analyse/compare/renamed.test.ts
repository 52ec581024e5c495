import { afterEach, describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/contract/analysis-methods';
import { readEstate } from '../../store/facts/estate-reader';
import { systemSpelling } from '../../store/names/loose-name';
import { importedCase, type TemporaryCase } from '../testing/imported-case';
import { compareCases } from './compare-cases';
import { matchThings } from './match-things';

const open: TemporaryCase[] = [];
const made = async (files: Parameters<typeof importedCase>[0]) => {
  const one = await importedCase(files);
  open.push(one);
  return { openCase: one.openCase, estate: readEstate(one.openCase.db) };
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});
type Files = Parameters<typeof importedCase>[0];
async function compared(before: Files, after: Files): Promise<readonly Difference[]> {
  const [one, other] = [await made(before), await made(after)];
  return compareCases(one.openCase, one.estate, other.openCase.path).differences;
}
const inShort = (differences: readonly Difference[]) =>
  differences.map(
    ({ change, kind, name, field, before, after }) =>
      `${change} ${kind} ${name}${field || change === 'renamed' ? ` ${field ?? ''}: ${before} > ${after}` : ''}`,
  );

describe('comparing cases in which things go by other names', () => {
  it('a system with a new name is renamed where either case knows its code, alias or former name', async () => {
    const flows = (from: string, to: string) =>
      `Source,Destination,Dataset,Status\n${from},${to},Letters,live`;
    const differences = await compared(
      {
        'systems.csv': 'System,Code,Owner,Backup\nPAS Classic,S1,Ann,yes\nTIE,S2,Ann,yes\nOld Hub,S3,Ann,yes',
        'flows.csv': flows('PAS Classic', 'Old Hub'),
      },
      {
        'systems.csv':
          'System,Code,Formerly,Owner,Backup\nPatient Suite,S1,,Ann,no\nIntegration Engine,X2,TIE,Ann,yes\nNew Hub,S9,,Ann,yes',
        'flows.csv': flows('S1', 'New Hub'),
      },
    );
    expect(inShort(differences)).toEqual([
      'added system New Hub',
      'removed system Old Hub',
      'renamed system PAS Classic : PAS Classic > Patient Suite',
      'renamed system TIE : TIE > Integration Engine',
      'removed flow PAS Classic > Old Hub: Letters',
      'added flow Patient Suite > New Hub: Letters',
      'changed control PAS Classic backup: present > absent',
    ]);
    expect(differences[2]?.evidenceAfter).toEqual([{ file: 'systems.csv', line: 2 }]);
  });

  it('a flow, an owner and a dataset are the same under other names, and none is added or removed', async () => {
    const differences = await compared(
      {
        'systems.csv': 'System,Short name,Owner\nLaboratory System,LIS,"Smith, A. (Dr)"\nRecord,EPR,RXX',
        'flows.csv': 'Source,Destination,Dataset,Status\nLIS,EPR,Blood & tissue results,live',
        'assets.csv':
          'Information Asset,System of record,Data Controller\nBlood & tissue results,LIS,Foo Trust (RXX)',
      },
      {
        'systems.csv': 'System,Owner\nLIS,Dr A. Smith\nEPR,Foo Trust (RXX)',
        'flows.csv': 'Source,Destination,Dataset,Status\nLIS,EPR,Pathology results,live',
        'assets.csv':
          'Information Asset,Also known as,System of record,Data Controller\nPathology results,Blood and tissue results,LIS,Foo Trust',
      },
    );
    expect(inShort(differences)).toEqual([
      'renamed system Laboratory System : Laboratory System > LIS',
      'renamed system Record : Record > EPR',
      'renamed dataset Blood & tissue results : Blood & tissue results > Pathology results',
    ]);
  });

  it('a name that leads to two systems leads to none', () => {
    const thing = (id: number, name: string, ...otherNames: string[]) => ({ id, name, otherNames });
    const pairs = matchThings(
      [thing(1, 'A', 'X'), thing(2, 'B', 'X'), thing(3, 'C', 'Y'), thing(4, 'Ward & Theatre')],
      [thing(1, 'P', 'X'), thing(2, 'Q', 'Y'), thing(3, 'ward and theatre'), thing(4, 'A')],
      systemSpelling,
    );
    expect(pairs.map(({ before, after, isRenamed }) => [before.name, after.name, isRenamed])).toEqual([
      ['A', 'A', false],
      ['Ward & Theatre', 'ward and theatre', false],
      ['C', 'Q', true],
    ]);
  });
});
