import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { JourneysAnswer } from '../../../../shared/contract/analysis-methods';
import { dataFolder, hasData, importedCase, type TemporaryCase } from '../testing/imported-case';
import { journeyGraph } from './journey-graph';
import { journeys } from './journeys';

const open: TemporaryCase[] = [];
const made = async (files: Parameters<typeof importedCase>[0]) => {
  const one = await importedCase(files);
  open.push(one);
  return one.openCase.db;
};
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

const edges = (answer: JourneysAnswer) =>
  Object.fromEntries(answer.follows.map(({ from, to, count }) => [`${from} > ${to}`, count]));

describe.skipIf(!hasData('event-logs'))('journeys of published logs', () => {
  it('counts the sepsis log as published', async () => {
    const db = await made([join(dataFolder, 'event-logs/sepsis.csv')]);
    const answer = journeys(db);
    expect({
      records: answer.records,
      events: answer.events,
      steps: answer.steps.length,
      follows: answer.follows.length,
      sum: answer.follows.reduce((sum, edge) => sum + edge.count, 0),
      variants: answer.variants,
      registrations: answer.starts['ER Registration'],
      ends: [answer.ends['Release A'], answer.ends['Return ER']],
      withoutAntibiotics:
        answer.records - (answer.steps.find((s) => s.name === 'IV Antibiotics')?.records ?? 0),
      transitions: answer.transitions,
    }).toEqual({
      records: 1050,
      events: 15214,
      steps: 16,
      follows: 115,
      sum: 15214 - 1050,
      variants: 846,
      registrations: 995,
      ends: [393, 291],
      withoutAntibiotics: 227,
      transitions: { complete: 15214 },
    });
    expect(journeys(db, { lifecycle: 'Complete' })).toEqual(answer);
  });

  it('reads the running example alike from CSV and XES, as its published graph has it', async () => {
    const expected = readDfg(readFileSync(join(dataFolder, 'event-logs/running-example.dfg'), 'utf8'));
    const answers: JourneysAnswer[] = [];
    for (const file of ['running-example.csv', 'running-example.xes']) {
      const db = await made([join(dataFolder, 'event-logs', file)]);
      answers.push(journeys(db));
    }
    const [csv, xes] = answers;
    expect(csv).toEqual(xes);
    expect(csv && { ...csv, steps: csv.steps.length, follows: edges(csv), topVariants: [] }).toEqual({
      records: 6,
      events: 42,
      steps: 8,
      variants: 6,
      transitions: {},
      topVariants: [],
      ...expected,
    });
  });

  it('tells two files of one case apart by name', async () => {
    const names = ['running-example.csv', 'sepsis.csv'];
    const db = await made(names.map((name) => join(dataFolder, 'event-logs', name)));
    const records = (source?: string) => journeys(db, { source }).records;
    expect([records(names[0]), records(join(dataFolder, 'event-logs', 'sepsis.csv')), records()]).toEqual([
      6, 1050, 1056,
    ]);
    expect(() => journeys(db, { source: 'nowhere.csv' })).toThrow(/Logs in it: running-example.csv, sepsis/);
  });
});

/** pm4py's .dfg: a count of steps, their names, starts, ends, then from>to by index with a count. */
function readDfg(text: string) {
  const lines = text.trim().split(/\r?\n/);
  let at = 0;
  const next = (): string => lines[at++] ?? '';
  const names = Array.from({ length: Number(next()) }, next);
  const boundary = () =>
    Object.fromEntries(
      Array.from({ length: Number(next()) }, () => {
        const [index, count] = next().split('x').map(Number);
        return [names[index ?? 0], count];
      }),
    );
  const starts = boundary();
  const ends = boundary();
  const follows = Object.fromEntries(
    lines.slice(at).map((line) => {
      const [, from, to, count] = /^(\d+)>(\d+)x(\d+)$/.exec(line) ?? [];
      return [`${names[Number(from)]} > ${names[Number(to)]}`, Number(count)];
    }),
  );
  return { starts, ends, follows };
}

describe('journeys', () => {
  it('orders a record by time, equal times as in the file, rows without time behind the row before', async () => {
    const db = await made({
      'log.csv': [
        'case id,activity,timestamp',
        '1,c,2024-01-02T00:00:00Z',
        '1,a,2024-01-01T00:00:00Z',
        '1,b,2024-01-01T00:00:00Z',
        '2,a,2024-01-01T00:00:00Z',
        '2,d,2024-01-01T10:00:00Z',
      ].join('\n'),
    });
    expect(journeys(db)).toEqual({
      records: 2,
      events: 5,
      steps: [
        { name: 'a', events: 2, records: 2, medianDurationSeconds: null },
        { name: 'b', events: 1, records: 1, medianDurationSeconds: null },
        { name: 'c', events: 1, records: 1, medianDurationSeconds: null },
        { name: 'd', events: 1, records: 1, medianDurationSeconds: null },
      ],
      follows: [
        { from: 'a', to: 'b', count: 1, medianSeconds: 0 },
        { from: 'a', to: 'd', count: 1, medianSeconds: 36000 },
        { from: 'b', to: 'c', count: 1, medianSeconds: 86400 },
      ],
      starts: { a: 2 },
      ends: { c: 1, d: 1 },
      variants: 2,
      topVariants: [
        { steps: ['a', 'b', 'c'], records: 1 },
        { steps: ['a', 'd'], records: 1 },
      ],
      transitions: {},
    });
  });

  it('counts start and complete rows apart, pairs them, and keeps one transition when asked', async () => {
    const db = await made({
      'log.csv': [
        'case id,activity,timestamp,lifecycle:transition',
        '1,scan,2024-01-01T00:00:00Z,start',
        '1,scan,2024-01-01T00:10:00Z,complete',
        '1,report,2024-01-01T01:00:00Z,START',
        '1,report,2024-01-01T01:30:00Z,Complete',
        '2,scan,2024-01-01T02:00:00Z,start',
        '2,scan,2024-01-01T02:20:00Z,complete',
      ].join('\n'),
    });
    const all = journeys(db);
    const complete = journeys(db, { lifecycle: 'complete' });
    expect({
      all: [all.events, edges(all), all.transitions, all.steps.map((s) => s.medianDurationSeconds)],
      complete: [complete.events, edges(complete), complete.variants],
      none: journeys(db, { lifecycle: 'suspend' }).events,
    }).toEqual({
      all: [
        6,
        { 'scan > scan': 2, 'report > report': 1, 'scan > report': 1 },
        { complete: 3, start: 3 },
        [900, 1800],
      ],
      complete: [3, { 'scan > report': 1 }, 2],
      none: 0,
    });
  });

  it('joins records by aliases, and steps of several systems where asked', async () => {
    const db = await made({
      'a.csv': 'time,system,event,peer,nhs number\n2024-01-01T00:00:00Z,A,sent,B,old-1',
      'b.csv': 'time,system,event,peer,nhs number\n2024-01-01T00:01:00Z,B,received,A,new-1',
      'x.csv': 'superseded number,current number\nold-1,new-1',
    });
    const answer = journeys(db, { bySystem: true });
    expect([answer.records, edges(answer)]).toEqual([1, { 'A: sent > B: received': 1 }]);
  });

  it('gives the same answer whatever the order of import, as a plain reckoning does', async () => {
    const row = fc.record({
      record: fc.constantFrom('r1', 'r2', 'r3'),
      step: fc.constantFrom('a', 'b', 'c'),
      minute: fc.integer({ min: 0, max: 5 }),
      file: fc.constantFrom('m.csv', 'n.csv'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 25 }), async (rows) => {
        const texts = ['m.csv', 'n.csv'].map((file) => {
          const own = rows.filter((r) => r.file === file);
          const lines = own.map((r) => `${r.record},${r.step},2024-01-01T00:0${r.minute}:00Z`);
          return [file, ['case id,activity,timestamp', ...lines, 'r9,z,2024-01-01T00:00:00Z'].join('\n')];
        });
        const there = journeys(await made(Object.fromEntries(texts)));
        const back = journeys(await made(Object.fromEntries([...texts].reverse())));
        for (const one of open.splice(0)) one.remove();
        expect(back).toEqual(there);
        const expected: Record<string, number> = { 'z > z': 1 };
        for (const record of ['r1', 'r2', 'r3']) {
          const own = rows
            .map((r, index) => ({ ...r, index }))
            .filter((r) => r.record === record)
            .sort(
              (a, b) =>
                a.minute - b.minute || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.index - b.index),
            );
          own.slice(1).forEach((r, i) => {
            const key = `${own[i]?.step} > ${r.step}`;
            expected[key] = (expected[key] ?? 0) + 1;
          });
        }
        expect(edges(there)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('answers an empty case and a record of 100,000 events written backwards', async () => {
    expect(journeys(await made({})).events).toBe(0);
    const lines = Array.from({ length: 100_000 }, (_, i) => {
      const at = new Date(Date.UTC(2024, 0, 1) + (100_000 - i) * 1000).toISOString();
      return `1,${i % 2 === 0 ? 'even' : 'odd'},${at}`;
    });
    const answer = journeys(await made({ 'log.csv': ['case id,activity,timestamp', ...lines].join('\n') }));
    expect([answer.events, edges(answer), answer.starts, answer.ends]).toEqual([
      100_000,
      { 'odd > even': 50_000, 'even > odd': 49_999 },
      { odd: 1 },
      { even: 1 },
    ]);
  });

  it('draws steps as a map whose nodes and edges are stable by name', async () => {
    const db = await made({
      'log.csv': 'case id,activity,timestamp\n1,Scan,2024-01-01T00:00:00Z\n1,scan!,2024-01-01T01:00:00Z',
    });
    const graph = journeyGraph(journeys(db));
    expect({
      nodes: graph.nodes.map((n) => [n.id, n.name, n.lines.map((l) => `${l.label} ${l.text}`)]),
      edges: graph.edges.map((e) => [e.id, e.count, e.medianSeconds]),
    }).toEqual({
      nodes: [
        ['step:scan', 'Scan', ['Events 1', 'Records 1', 'Starts 1 records']],
        ['step:scan!', 'scan!', ['Events 1', 'Records 1', 'Ends 1 records']],
      ],
      edges: [['step:scan>step:scan!', 1, 3600]],
    });
  });
});
