import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from './registry';
import { run, smallCase } from './testing/small-case';

const { folder, caseFile, data, at, file } = smallCase();

const right: Readonly<Record<string, readonly string[]>> = {
  new: ['new', at('other.whereabouts')],
  import: ['import', caseFile, data],
  importers: ['importers'],
  trace: ['trace', caseFile, '9434765919'],
  why: ['why', caseFile, '--flow', 'EPR > GP'],
  holdings: ['holdings', caseFile, '--between', 'EPR', 'GP'],
  impact: ['impact', caseFile, 'North'],
  compare: ['compare', caseFile, caseFile],
  export: ['export', caseFile, '-o', at('map.svg')],
};
const wordsOf = (name: string): readonly string[] => right[name] ?? [name, caseFile];

it.each(commands.map((command) => command.name))(
  '%s prints one JSON document with --json, a table without, and its usage with --help',
  async (name) => {
    const asJson = await run(...wordsOf(name), '--json');
    if (name === 'new') rmSync(at('other.whereabouts'));
    const asText = await run(...wordsOf(name));
    const help = await run(name, '--help');
    expect([
      asJson.status,
      typeof JSON.parse(asJson.out),
      asText.status,
      asText.out.trim() !== '',
      help.status,
      help.out.startsWith(`whereabouts ${name}`),
      `${asJson.err}${asText.err}`.includes('    at '),
    ]).toEqual([0, 'object', 0, true, 0, true, false]);
  },
  60_000,
);

const wrong: readonly (readonly string[])[] = [
  [],
  ['--json'],
  ['frobnicate', '--json'],
  ...commands.filter((c) => c.name !== 'importers').map((c) => [c.name, '--json']),
  ...commands.filter((c) => c.name !== 'import').map((c) => [...wordsOf(c.name), 'surplus', '--json']),
  ...commands.map((c) => [...wordsOf(c.name), '--no-such-option', '--json']),
  ['import', caseFile, '', '--json'],
  ['import', caseFile, data, '--as', 'nothing', '--json'],
  ['import', caseFile, data, '--map', at('absent.json'), '--json'],
  ['map', caseFile, '--level', 'galaxy', '--json'],
  ['map', caseFile, '--level', '--json'],
  ['holdings', caseFile, '--between', 'EPR', '--json'],
  ['reconcile', caseFile, '--from', 'yesterday', '--json'],
  ['reconcile', caseFile, '--flow', 'nonsense', '--json'],
  ['why', caseFile, '--flow', 'EPR > Nowhere', '--json'],
  ['journeys', caseFile, '--source', 'absent.csv', '--json'],
  ['impact', caseFile, 'Nowhere', '--json'],
  ['export', caseFile, '-o', at('map.nonsense'), '--json'],
  ['export', caseFile, '-o', at('absent/map.svg'), '--json'],
  ['export', caseFile, '-o', at('map.svg'), '--view', 'nonsense', '--json'],
  ['new', caseFile, '--json'],
];
const shown = (words: readonly string[]): string => words.join(' ').replaceAll(folder, '…');

it.each(wrong.map((words) => [shown(words), words] as const))(
  'wrong words end with 2, say what is wrong and print nothing: %s',
  async (_, words) => {
    const { status, out, err } = await run(...words);
    expect([status, out, err.trim() !== '', err.includes('    at ')]).toEqual([2, '', true, false]);
  },
);

it.each([
  ['{bad', 'is not JSON'],
  ['[]', 'is wrong: mapping'],
  ['{"kind": "nonsense"}', 'is wrong: kind'],
  ['{"time": {"zone": "Europe/Londn"}}', 'time.zone "Europe/Londn" is unknown'],
  ['{"time": {"format": "nonsense"}}', 'time.format "nonsense" cannot be understood'],
  ['{"importer": "nonsense"}', 'There is no importer "nonsense"'],
  ['{"colums": {}}', 'is wrong: mapping'],
])('a mapping of %s ends with 2 and its fault', async (text, fault) => {
  const { status, out, err } = await run('import', caseFile, data, '--map', file('map.json', text), '--json');
  expect([status, out, err.includes(fault)]).toEqual([2, '', true]);
});
