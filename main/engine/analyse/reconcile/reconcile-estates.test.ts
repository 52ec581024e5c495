import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disposition, dispositions } from '../../../../shared/model/vocabulary';
import { importFiles } from '../../import/import-files';
import { readEstate } from '../../store/facts/estate-reader';
import { lost, messages } from '../losses/lost';
import { dataFolder, hasData, importedCase } from '../testing/imported-case';
import { reconcile } from './reconcile';

interface Truth {
  readonly names: Readonly<Record<string, string>>;
  readonly flows: Readonly<
    Record<
      string,
      {
        readonly from: string;
        readonly to: string;
        readonly sent: number;
        readonly lost_ids: string[];
      } & Partial<Record<Disposition, number>>
    >
  >;
  readonly stuck_queue: readonly string[];
  readonly extra: Readonly<Record<string, number>>;
}

const estates = join(dataFolder, 'estates');

describe.runIf(hasData('estates'))('the estates with known answers', () => {
  for (const name of ['plain', 'wild']) {
    const truth = JSON.parse(readFileSync(join(estates, name, 'truth.json'), 'utf8')) as Truth;
    const files = readdirSync(join(estates, name))
      .filter((file) => file !== 'truth.json')
      .sort()
      .map((file) => join(estates, name, file));

    for (const order of ['as they come', 'the other way round']) {
      it(`${name}: every count, every lost, extra and queued message, files ${order}`, async () => {
        const temporary = await importedCase([]);
        const { db } = temporary.openCase;
        const paths = order === 'as they come' ? files : [...files].reverse();
        // One import each: so that the order of names and ids differs as much as it can.
        for (const path of paths) await importFiles(temporary.openCase, [{ path }]);
        const estate = readEstate(db);
        const rows = reconcile(db, estate);
        const found = Object.fromEntries(
          Object.keys(truth.flows).map((key) => {
            const flow = truth.flows[key];
            const row = rows.find((r) => r.from === flow?.from && r.to === flow?.to);
            const counts = Object.fromEntries(dispositions.map((word) => [word, row?.[word]]));
            const ids = lost(db, estate, { flow: `${flow?.from} > ${flow?.to}` }).map((l) => l.message);
            return [key, { sent: row?.sent, ...counts, extra: row?.extra, lost_ids: ids.sort() }];
          }),
        );
        const expected = Object.fromEntries(
          Object.entries(truth.flows).map(([key, flow]) => [
            key,
            {
              sent: flow.sent,
              ...Object.fromEntries(dispositions.map((word) => [word, flow[word] ?? 0])),
              extra: truth.extra[key] ?? 0,
              lost_ids: [...flow.lost_ids].sort(),
            },
          ]),
        );
        const stuck = rows.flatMap((row) =>
          row.stuck === 0
            ? []
            : messages(db, estate, { flow: `${row.from} > ${row.to}`, disposition: 'stuck' }).map(
                (m) => m.message,
              ),
        );
        temporary.remove();
        expect(found).toEqual(expected);
        expect(stuck.sort()).toEqual([...truth.stuck_queue].sort());
      });
    }
  }
});
