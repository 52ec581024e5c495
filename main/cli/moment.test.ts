import { expect, it } from 'vitest';
import { run, smallCase } from './testing/small-case';

const { caseFile } = smallCase();

it.each([['2023-02-30'], ['03/04/2023'], ['2023'], ['yesterday'], ['2023-01-01T25:00']])(
  'a moment that no calendar has is a wrong argument: %s',
  async (text) => {
    const { status, out, err } = await run('reconcile', caseFile, '--from', text, '--json');
    expect([status, out, err.includes(text)]).toEqual([2, '', true]);
  },
);

it('a time that ends before it begins is a wrong argument', async () => {
  const words = ['--from', '2023-01-05', '--to', '2023-01-02'];
  expect([
    (await run('reconcile', caseFile, ...words)).status,
    (await run('compare', caseFile, ...words)).status,
  ]).toEqual([2, 2]);
});

it('a moment without an offset is UTC', async () => {
  const answers = [];
  for (const from of ['2023-01-03T01:00', '2023-01-03 01:00:00', '2023-01-03T02:00:00+01:00'])
    answers.push((await run('reconcile', caseFile, '--from', from, '--json')).out);
  expect([new Set(answers).size, answers[0] === '']).toEqual([1, false]);
});
