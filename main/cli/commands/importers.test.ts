import { expect, it } from 'vitest';
import { importers } from '../../engine/import/registry';
import { run } from '../testing/small-case';

it('importers says of every format all that is read and dropped, with nothing cut off', async () => {
  const { out } = await run('importers');
  const said = importers.flatMap(({ id, title, detects, fields, drops }) => [
    `${id}: ${title}`,
    detects,
    fields.join(', '),
    drops.join('; '),
  ]);
  expect(said.filter((text) => !out.includes(text))).toEqual([]);
});
