import { expect, test } from 'vitest';

// The window's code knows no Node; this test runs in it all the same.
const nodeFiles = 'node:fs';
const {
  readdirSync,
  readFileSync,
}: {
  readdirSync(path: URL, options: { recursive: true }): string[];
  readFileSync(path: URL, encoding: 'utf8'): string;
} = await import(nodeFiles);

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

test('whoever asks for less motion gets none: every animation ends there, and transitions take a token that is 0 there', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const moving = sheets.filter(({ text }) => {
    const ended = text.split('@media (prefers-reduced-motion: reduce)').slice(1).join('');
    // What takes a millisecond is only late, and does not move.
    return countOf(text, /animation: (?!none|[\w-]+ 1ms)/g) > countOf(ended, /animation: none/g);
  });
  const slow = sheets.filter(({ text }) =>
    [...text.matchAll(/transition: ([^;]+);/g)].some(
      ([, value]) => value !== undefined && value !== 'none' && !value.includes('var(--quick)'),
    ),
  );
  expect({ moving: moving.map(({ name }) => name), slow: slow.map(({ name }) => name) }).toEqual({
    moving: [],
    slow: [],
  });
});
