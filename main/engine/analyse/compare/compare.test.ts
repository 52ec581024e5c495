import { afterEach, describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/contract/analysis-methods';
import { readEstate } from '../../store/facts/estate-reader';
import { estateFiles } from '../testing/estate-truth';
import { hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { compareCases, comparePlanned } from './compare-cases';

const open: TemporaryCase[] = [];
const made = async (files: Parameters<typeof importedCase>[0]) => {
  const one = await importedCase(files);
  open.push(one);
  return { openCase: one.openCase, estate: readEstate(one.openCase.db) };
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

const inShort = (differences: readonly Difference[]) =>
  differences.map(
    ({ change, kind, name, field, before, after }) =>
      `${change} ${kind} ${name}${field ? ` ${field}: ${before} > ${after}` : ''}`,
  );

const before = {
  'systems.csv': 'System,Owner,Site,Backup\nA,Ann,One,yes\nB,Ben,One,no\nOld,Ann,One,yes',
  'flows.csv': 'Source,Destination,Dataset,Status,Method\nA,B,X,live,FTP\nOld,B,X,live,FTP',
};
const after = {
  'systems.csv': 'System,Owner,Site,Backup\na,Anna,One,yes\nB,,Two,yes\nNew,Ann,One,yes',
  'flows.csv': 'Source,Destination,Dataset,Status,Method\nA,B,X,live,API\nA,New,X,planned,API',
};

describe('comparing cases', () => {
  it('lists what was added, removed and changed, each once, by name', async () => {
    const [one, other] = [await made(before), await made(after)];
    const { differences } = compareCases(one.openCase, one.estate, other.openCase.path);
    expect(inShort(differences)).toEqual([
      'changed system B site: One > Two',
      'added system New',
      'removed system Old',
      'changed flow A > B: X method: FTP > API',
      'removed flow Old > B: X',
      'added flow a > New: X',
      'changed owner A owner: Ann > Anna',
      'changed owner B owner: Ben > (blank)',
      'changed control B backup: absent > present',
    ]);
    expect(differences.filter((d) => d.evidenceBefore.length + d.evidenceAfter.length === 0)).toEqual([]);
  });

  it('finds nothing between a case and itself, or the same files imported in another order', async () => {
    const [one, other] = [
      await made(before),
      await made(Object.fromEntries(Object.entries(before).reverse())),
    ];
    const back = compareCases(one.openCase, one.estate, other.openCase.path);
    expect([back.differences, compareCases(one.openCase, one.estate, one.openCase.path).differences]).toEqual(
      [[], []],
    );
  });

  it('sets what is live against what is planned', async () => {
    const { estate } = await made({
      'flows.csv': [
        'Source,Destination,Dataset,Status',
        'A,B,X,live',
        'A,Cloud,X,planned',
        'B,Store,X,retired',
      ].join('\n'),
    });
    expect(inShort(comparePlanned(estate).differences)).toEqual([
      'added system Cloud',
      'added flow A > Cloud: X',
      'removed flow B > Store: X',
    ]);
  });

  it.skipIf(!hasData('estates'))('finds on the estate the planned platform and its flow', async () => {
    const { estate } = await made(estateFiles('plain'));
    expect(inShort(comparePlanned(estate).differences)).toEqual([
      'added system Regional Data Platform',
      'added flow Penfold EPR > Regional Data Platform: Pathology results',
    ]);
  });
});
