import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/contract/analysis-methods';
import { readEstate } from '../../store/facts/estate-reader';
import { inCase } from '../testing/small-logs';
import { compareMoments } from './compare-moments';

const inShort = (differences: readonly Difference[]) =>
  differences.map(
    ({ change, kind, name, field, before, after }) =>
      `${change} ${kind} ${name}${field ? ` ${field}: ${before} > ${after}` : ''}`,
  );

const byDates = (files: Readonly<Record<string, string>>, from: string, to: string) =>
  inCase(files, ({ openCase: { db } }) => {
    const { before, after, differences, notes } = compareMoments(db, readEstate(db), from, to, 'dates');
    const isCited = differences.every((d) => d.evidenceBefore.length + d.evidenceAfter.length > 0);
    return { sides: [before, after], found: inShort(differences), isCited, notes: notes.slice(1) };
  });

const inventory = {
  'systems.csv': [
    'System,Owner,Go live date,Retired,Contract end date',
    'Old,Ann,2010-01-01,2022-06-30,2020-01-01',
    'New,Ann,2022-05-01,,2019-01-01',
    'Hub,Ann,,,',
  ].join('\n'),
  'flows.csv': [
    'Source,Destination,Dataset,Status,Start date',
    'Old,Hub,X,live,',
    'New,Hub,X,live,01/06/2022',
    'Hub,Cloud,X,planned,2023-01-01',
    'Hub,Moon,X,planned,',
    'Hub,Attic,X,retired,',
  ].join('\n'),
};

describe('two moments of one case', () => {
  it('by dates: what began, what ended, and the flows that went with it', async () => {
    expect(await byDates(inventory, '2022-01-01T00:00:00Z', '2022-12-31T00:00:00Z')).toEqual({
      sides: ['as of 2022-01-01T00:00:00.000Z', 'as of 2022-12-31T00:00:00.000Z'],
      found: [
        'added system New',
        'removed system Old',
        'added flow New > Hub: X',
        'removed flow Old > Hub: X',
      ],
      isCited: true,
      notes: [
        'Planned without a date, and so taken not to be there at either moment: 1.',
        '1 retired without a date are taken to be gone at both moments.',
      ],
    });
    const later = await byDates(inventory, '2022-12-31T00:00:00Z', '2023-01-01T00:00:00Z');
    expect(later.found).toEqual(['added system Cloud', 'added flow Hub > Cloud: X']);
  });

  it('by dates: a system that no inventory lists is there from its first line, where logs were written before', async () => {
    const line = (day: number, writer: string, event: string, peer: string): string =>
      `2023-03-${String(day).padStart(2, '0')}T10:00:00Z,${writer},${event},${peer},m${day}${peer}`;
    const days = Array.from({ length: 20 }, (_, i) => i + 1);
    const log = [
      'Timestamp,Logged by,Event,Peer,Message Control ID',
      ...days.map((day) => line(day, 'A', 'sent', 'B')),
      ...days.filter((day) => day > 12).map((day) => line(day, 'A', 'sent', 'Mart')),
    ].join('\n');
    const at = (day: number): string => `2023-03-${String(day).padStart(2, '0')}T00:00:00Z`;
    const found = async (from: string, to: string) => (await byDates({ 'log.csv': log }, from, to)).found;
    expect(await found(at(8), at(18))).toEqual(['added system Mart']);
    // Before the log begins it says nothing: what it shows later may have been there all along.
    expect(await found('2022-03-01T00:00:00Z', at(18))).toEqual([]);
  });

  it('by knowledge: what had been imported, and what had not been taken back', async () => {
    const files = {
      'first.csv': 'System,Owner\nA,Ann\nB,Ben',
      'second.csv': 'System,Owner\nA,Anna\nC,Cy',
    };
    await inCase(files, ({ openCase: { db } }) => {
      db.run("UPDATE source SET imported_at = '2024-01-01T00:00:00.000Z' WHERE name = 'first.csv'");
      db.run("UPDATE source SET imported_at = '2024-02-01T00:00:00.000Z' WHERE name = 'second.csv'");
      const between = (from: string, to: string) =>
        inShort(compareMoments(db, readEstate(db), from, to, 'knowledge').differences);
      expect(between('2024-01-15T00:00:00Z', '2024-02-15T00:00:00+01:00')).toEqual([
        'added system C',
        'changed owner A owner: Ann > Ann | Anna',
      ]);
      expect(between('2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z')).toEqual([
        'added system A',
        'added system B',
      ]);
      expect(between('2024-02-01T00:00:00Z', '2030-01-01T00:00:00Z')).toEqual([]);
    });
  });
});
