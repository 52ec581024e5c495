import { expect, test } from 'vitest';
import { suppressionsIn } from './count-suppressions';

test('switched-off checks are found with their line', () => {
  const marker = ['@ts', 'ignore'].join('-');
  const text = `// ${marker}\nconst a = 1;\n${['test', "skip('x', () => {});"].join('.')}\nconst company = 'any';\n`;
  expect(suppressionsIn([{ path: 'a.ts', text }])).toEqual([
    `a.ts:1: ${marker}`,
    `a.ts:3: ${['test', 'skip('].join('.')}`,
  ]);
});
