import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportSubject, type ExportView, exportViews } from '../../../shared/contract/estate-methods';
import { type ReportCase, reportCase } from '../report/testing/report-case';
import { exporters } from './registry';

let made: ReportCase;
beforeAll(async () => {
  made = await reportCase();
});
afterAll(() => made.remove());

const flow = 'Birch Hub > Cedar Archive';
const about: Partial<Record<ExportView, ExportSubject>> = {
  messages: { flow },
  why: { flow },
  trace: { record: '9476510000' },
  holdings: { between: ['Birch Hub', 'Cedar Archive'] },
  impact: { of: 'Old Firewall' },
};

async function exported(view: ExportView, extension: string, more = {}): Promise<Buffer> {
  const file = join(made.folder, `${view}.${extension}`);
  await made.call('export.run', { file, view, ...about[view], ...more });
  return readFileSync(file);
}

describe('every view', () => {
  test.each(exportViews)(
    '%s is written in every format that offers it, and refused in every other',
    async (view) => {
      for (const { id, extension, views } of exporters) {
        const writing = exported(view, extension, { format: id });
        if (views.includes(view)) expect((await writing).length).toBeGreaterThan(40);
        else
          await expect(writing).rejects.toThrow(
            `unsupported: The view "${view}" cannot be written as ${id}. It can`,
          );
      }
    },
    60_000,
  );

  test.each(Object.keys(about) as ExportView[])('%s asks what it is to be about', async (view) => {
    const file = join(made.folder, 'x.csv');
    await expect(made.call('export.run', { file, view })).rejects.toThrow(
      `arguments: The view "${view}" needs --`,
    );
  });

  test('the tables hold what the commands print', async () => {
    const rows = async (view: ExportView) =>
      (JSON.parse(String(await exported(view, 'json'))) as { tables: { name: string; rows: unknown[][] }[] })
        .tables;
    const [messages] = await rows('messages');
    const words = new Map<unknown, number>();
    for (const [word] of messages?.rows ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    const [reckoned] = await made.call('reconcile.flows', { flow });
    expect(Object.fromEntries(words)).toEqual({ delivered: reckoned?.delivered, lost: reckoned?.lost });
    const [holdings, only] = await rows('holdings');
    expect([holdings?.rows, only?.rows.length]).toEqual([
      [
        ['Birch Hub', 40, 35, 5, 0],
        ['Cedar Archive', 35, 35, 0, 0],
      ],
      5,
    ]);
    const timeline = await made.call('timeline.events', {});
    expect((await rows('timeline'))[0]?.rows.length).toBe(timeline.length);
  });

  test('a map of which no source speaks says so, in the picture and beside it', async () => {
    const file = join(made.folder, 'fields.svg');
    const { notes } = await made.call('export.run', { file, level: 'field' });
    const words = 'Nothing is on this map: no source in the case speaks of the fields of datasets.';
    expect([notes, readFileSync(file, 'utf8').includes(words)]).toEqual([[words], true]);
  });

  test('a table as a page runs nothing and loads nothing', async () => {
    const page = String(await exported('sources', 'html'));
    expect(page).not.toMatch(/<script|<link|<img|@import|src=/);
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
    expect(page.match(/<tr>/g)?.length).toBe(7);
  });
});
