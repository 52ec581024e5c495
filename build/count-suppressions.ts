import type { SourceFile } from './check-layers';

// Put together from pieces, so that this list does not count itself. The linter itself refuses `any`.
const markers = [
  ['biome', 'ignore'].join('-'),
  ['eslint', 'disable'].join('-'),
  ['@ts', 'ignore'].join('-'),
  ['@ts', 'nocheck'].join('-'),
  ['@ts', 'expect-error'].join('-'),
];
const pattern = new RegExp(
  `(?:${markers.join('|')})\\b|\\b(?:test|it|describe)\\.(?:skip|only|todo|fails)\\(`,
  'g',
);

/** Where checks are switched off, as `file:line: marker`. */
export function suppressionsIn(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(pattern)].map((match) => `${path}:${index + 1}: ${match[0]}`),
      ),
  );
}
