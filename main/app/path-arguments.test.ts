import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract, type MethodName } from '../../shared/contract/contract';
import { ChosenPaths } from './chosen-paths';
import { pathArguments, refusePaths } from './path-arguments';

const methods = Object.keys(contract) as MethodName[];

/** Words by which the contract names paths. */
const namesOfPaths = /"(?:path|paths|file|files|folder|other)":/;

test('every method of the contract whose arguments name a path is in the list', () => {
  const named = methods.filter((method) =>
    namesOfPaths.test(JSON.stringify(z.toJSONSchema(contract[method].args, { unrepresentable: 'any' }))),
  );
  expect(named.sort()).toEqual(Object.keys(pathArguments).sort());
});

test('a path that nobody chose is refused for every such method, a chosen one is not', () => {
  const path = resolve('/data/a.csv');
  const args = {
    path,
    paths: [path],
    files: [{ path }],
    file: path,
    other: path,
  };
  const named = Object.keys(pathArguments) as MethodName[];
  const none = new ChosenPaths();
  const chosen = new ChosenPaths();
  chosen.chooseToWrite(path);
  expect(
    named.map((method) => [method, refusePaths(method, args, none)?.code, refusePaths(method, args, chosen)]),
  ).toEqual(named.map((method) => [method, 'arguments', null]));
});
