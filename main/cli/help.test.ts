import { expect, it } from 'vitest';
import { version } from '../../package.json';
import { commands } from './registry';
import { run } from './testing/small-case';

it('help and --help list every command, with a name its usage', async () => {
  const all = await run('help');
  expect(
    commands.filter(({ name, usage }) => !all.out.includes(`${name} `) || !all.out.includes(usage)),
  ).toEqual([]);
  expect(await run('--help')).toEqual(all);
  expect(await run('help', 'trace')).toEqual(await run('trace', '--help'));
});

it('help of a command that does not exist ends with 2', async () => {
  const { status, out, err } = await run('help', 'frobnicate');
  expect([status, out, err.includes('There is no command "frobnicate"')]).toEqual([2, '', true]);
});

it('--version says which version this is', async () => {
  expect(await run('--version')).toEqual({ status: 0, out: `whereabouts ${version}\n`, err: '' });
});

it('help --json is one document with every command, or with the one that is named', async () => {
  const listed = JSON.parse((await run('help', '--json')).out) as readonly { readonly name: string }[];
  const named = JSON.parse((await run('help', 'trace', '--json')).out) as readonly {
    readonly name: string;
  }[];
  expect([listed.map(({ name }) => name), named.map(({ name }) => name)]).toEqual([
    commands.map(({ name }) => name),
    ['trace'],
  ]);
});
