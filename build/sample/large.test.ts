import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLargeCase } from './large';
import { largeInventory } from './large-inventory';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('writes the rows asked for, in order of time, and counts what is lost of them', () => {
  const answers = writeLargeCase(folder, 30_001);
  const lines = readFileSync(join(folder, 'log.csv'), 'utf8').trim().split('\r\n').slice(1);
  const cells = lines.map((line) => line.split(','));
  const times = cells.map((row) => row[0] ?? '');
  const received = new Set(cells.filter((row) => row[5] === 'received').map((row) => row[3]));
  const sent = cells.filter((row) => row[5] === 'sent');
  expect({
    rows: lines.length,
    isInOrder: times.every((time, index) => index === 0 || (times[index - 1] ?? '') <= time),
    widths: [...new Set(cells.map((row) => row.length))],
    sent: answers.flows.reduce((sum, flow) => sum + flow.sent, 0),
    lost: answers.flows.reduce((sum, flow) => sum + flow.lost, 0),
    recordLines: cells.filter((row) => row[4] === answers.record).length,
  }).toEqual({
    rows: answers.rows,
    isInOrder: true,
    widths: [7],
    sent: sent.length,
    lost: sent.filter((row) => !received.has(row[3])).length,
    recordLines: answers.recordLines,
  });
  expect(answers.rows).toBeGreaterThan(29_990);
});

it('writes an inventory of the size asked for', () => {
  const rows = [...largeInventory(120, 300)].map(([name, bytes]) => [
    name,
    bytes.toString().split('\r\n').length - 2,
  ]);
  expect(rows).toEqual([
    ['systems.csv', 120],
    ['flows.csv', 300],
    ['datasets.csv', 80],
  ]);
});
