import { expect, it } from 'vitest';
import { json, run, smallCase } from '../testing/small-case';

const { caseFile, file } = smallCase();
const why = ['--reason', 'Letter of 3 March', '--author', 'A. Person'];

interface Listed {
  readonly id: string;
  readonly code: string;
  readonly accepted: { readonly author: string; readonly reason: string } | null;
}

it('states a fact in the place of what sources answer, and takes it back', async () => {
  const owner = async () =>
    ((await json('systems', caseFile)) as { name: string; owner: string | null }[]).find(
      ({ name }) => name === 'EPR',
    )?.owner;
  const facts = file(
    'facts.json',
    '{"fact": "responsibility", "subject": {"kind": "system", "name": "EPR"}, "role": "owner", "party": "Board"}',
  );
  const before = await owner();
  const [edit] = (await json('state', caseFile, '--facts', facts, '--instead', ...why)) as { id: number }[];
  const stated = await owner();
  await json('state', caseFile, '--undo', String(edit?.id), ...why);
  const undone = await owner();
  await json('state', caseFile, '--redo', String(edit?.id), ...why);
  expect([before, stated, undone, await owner()]).toEqual(['Trust', 'Board', 'Trust', 'Board']);
});

it('refuses a fact that is none with what is wrong in it', async () => {
  const facts = file('wrong.json', '{"fact": "rumour"}');
  const { status, out, err } = await run('state', caseFile, '--facts', facts, ...why);
  expect([status, out, err.includes('facts')]).toEqual([2, '', true]);
});

it('accepts a finding with a reason, and opens it again', async () => {
  const lost = (listed: unknown) =>
    (listed as readonly Listed[]).find(({ code }) => code === 'messages-lost');
  const found = lost(await json('findings', caseFile));
  const accepted = lost(await json('findings', caseFile, '--accept', found?.id ?? '', ...why));
  const reopened = lost(await json('findings', caseFile, '--reopen', found?.id ?? '', ...why));
  expect([found?.accepted, accepted?.accepted, reopened?.accepted]).toMatchObject([
    null,
    { author: 'A. Person', reason: 'Letter of 3 March' },
    null,
  ]);
});

it('says that a log of some time is missing, so that nothing of that time is lost, and takes it back', async () => {
  const lost = async () => ((await json('lost', caseFile)) as unknown[]).length;
  const before = await lost();
  const time = ['--from', '2023-01-05T00:00:00Z', '--to', '2023-01-05T12:00:00Z'];
  const rows = (await json('coverage', caseFile, '--missing', 'GP', ...time, ...why)) as {
    system: string;
    corrections: { id: number }[];
  }[];
  const during = await lost();
  const id = rows.find(({ system }) => system === 'GP')?.corrections[0]?.id;
  await json('coverage', caseFile, '--retract', String(id), ...why);
  expect([before, during, await lost()]).toEqual([1, 0, 1]);
});

it('takes a source out of the case with all that it said', async () => {
  const files = (listed: unknown) => (listed as { file: string }[]).map((one) => one.file);
  const before = files(await json('sources', caseFile));
  const after = files(await json('sources', caseFile, '--remove', 'warnings.csv', ...why));
  expect([
    before.includes('warnings.csv'),
    before.length - after.length,
    after.includes('warnings.csv'),
  ]).toEqual([true, 1, false]);
});
