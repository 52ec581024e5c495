import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { programVersion } from './version';

test('what files state is the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(programVersion).toBe(version);
});
