import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { csvImporter } from '../csv/csv-importer';
import { readWith } from '../testing/collect';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function read(...lines: readonly string[]) {
  const path = join(folder, `register-${files++}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return readWith(csvImporter, path);
}

it.each([
  ['Old name,New name', 'Cerner Millennium,Oracle Health EPR'],
  ['Bisheriger Name;Neuer Name', 'Cerner Millennium;Oracle Health EPR'],
  ['Current name,Previous name', 'Oracle Health EPR,Cerner Millennium'],
])('a sheet of old and new names is of systems, not of records: %s', async (header, row) => {
  const subject = { kind: 'system', name: 'Oracle Health EPR' };
  expect((await read(header, row)).facts.map(({ fact }) => fact)).toEqual([
    { fact: 'exists', subject, as: 'declared' },
    { fact: 'alias', subject, name: 'Cerner Millennium', kind: 'former name' },
  ]);
});

it('a sheet of old and new numbers stays a crosswalk of records', async () => {
  const { aliases } = await read('Old NHS number,New NHS number', '9434765919,9434765870');
  expect(aliases).toHaveLength(1);
});

it.each([
  ['Hinweis: Angaben ohne Gewähr;;', 'Anwendung;Verantwortlicher;Hersteller'],
  ['Quelle: Landkarte 2024;;', 'Anwendung;Verantwortlicher;Hersteller'],
  ['Owners were confirmed by the information governance team in March.;;', 'System;Owner;Supplier'],
  ['Totale;2;', 'Sistema;Responsabile;Fornitore'],
])('a note or a total below a register is no row of it: %s', async (note, header) => {
  const { facts, rejections } = await read(header, 'PAS;Ann;Acme', 'The Ward System;Ben;Bolt', note);
  const names = facts.flatMap(({ fact }) =>
    fact.fact === 'exists' && fact.subject.kind === 'system' ? [fact.subject.name] : [],
  );
  expect([names, rejections.map(({ code }) => code)]).toEqual([['PAS', 'The Ward System'], ['footer']]);
});

it('who is “Verantwortlicher” is the controller beside a processor, and an owner without one', async () => {
  const roles = async (header: string) =>
    (await read(header, 'Befunde;Labor;Klinikum;Bolt')).facts.flatMap(({ fact }) =>
      fact.fact === 'responsibility' ? [`${fact.role}: ${fact.party}`] : [],
    );
  expect([
    await roles('Datenbestand;Führendes System;Verantwortlicher;Auftragsverarbeiter'),
    await roles('Datenbestand;Führendes System;Verantwortlicher;Hersteller'),
    await roles('Datenbestand;Führendes System;Verantwortlicher (Art. 4 DSGVO);Hersteller'),
  ]).toEqual([['controller: Klinikum', 'processor: Bolt'], ['owner: Klinikum'], ['controller: Klinikum']]);
});

it.each([
  ['Nightly backup', 'backup'],
  ['Is it backed up?', 'backup'],
  ['Backup in place', 'backup'],
  ['Audit logs retained', 'logging'],
  ['Logging enabled', 'logging'],
  ['Reconciliation performed?', 'reconciliation'],
  ['Monitoring in place', 'monitoring'],
])('a register asks for a control in words of its own: %s', async (header, control) => {
  const { facts } = await read(`System;Owner;${header}`, 'PAS;Ann;No', 'EPR;Ben;');
  expect(
    facts.flatMap(({ fact }) => (fact.fact === 'control' ? [`${fact.control} ${fact.state}`] : [])),
  ).toEqual([`${control} absent`, `${control} null`]);
});

it.each(['Backup system', 'Backup owner', 'Monitoring team'])(
  'another thing of a control is no control: %s',
  async (header) => {
    const { facts } = await read(`System;Owner;${header}`, 'PAS;Ann;Veeam');
    expect(facts.some(({ fact }) => fact.fact === 'control')).toBe(false);
  },
);
