// Writes shared/diagram/font-metrics.ts: the advance widths of Inter, so that text is measured alike in the
// window, the engine and the tests, without a DOM. Run again after an update of the font:
//   node build/font-metrics.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Comes with pdfkit.
import { create } from 'fontkit';
import { modules, root } from './bootstrap/paths.mjs';

const files = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };

/** Latin, Greek, Cyrillic, punctuation, currency and arrows: what labels of this field are written in. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e80, 0x1e85],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
];

/** Regular stands for all weights: they cover the same characters. */
function coveredRanges() {
  const font = create(
    readFileSync(join(modules, '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
  );
  const codes = font.characterSet
    .filter((code) => code >= 0x20 && !(code >= 0xe000 && code <= 0xf8ff))
    .sort((a, b) => a - b);
  const parts = [];
  let end = 0;
  for (let index = 0; index < codes.length; ) {
    let last = index;
    while (codes[last + 1] === codes[last] + 1) last += 1;
    parts.push((codes[index] - end).toString(36), (last - index).toString(36));
    end = codes[last];
    index = last + 1;
  }
  return parts.join(' ');
}

const lines = [
  '// Written by build/font-metrics.mjs from the Inter font files; do not edit.',
  '',
  "/** Advances in font units (`unitsPerEm` to the em), joined by spaces, for each range's code points; 0 where Inter has no glyph. */",
];
let unitsPerEm = 0;
const weights = {};
for (const [weight, folder] of Object.entries(files)) {
  const path = join(modules, '@expo-google-fonts/inter', folder, `Inter_${folder}.ttf`);
  const font = create(readFileSync(path));
  unitsPerEm = font.unitsPerEm;
  weights[weight] = ranges.map(([from, to]) => {
    const advances = [];
    for (let code = from; code <= to; code += 1) {
      advances.push(
        font.hasGlyphForCodePoint(code) ? Math.round(font.glyphForCodePoint(code).advanceWidth) : 0,
      );
    }
    return advances.join(' ');
  });
}
lines.push(`export const unitsPerEm = ${unitsPerEm};`, '');
lines.push('/** First code points of the ranges. */');
lines.push(
  `export const rangeStarts: readonly number[] = [${ranges.map(([from]) => `0x${from.toString(16)}`).join(', ')}];`,
  '',
);
lines.push(
  "/** Every code point that Inter has a glyph for, in base 36: each range's distance from the end of the one before, and its length less one. */",
);
lines.push(`export const covered = '${coveredRanges()}';`, '');
lines.push('export const advances = {');
for (const [weight, strings] of Object.entries(weights)) {
  lines.push(`  ${weight}: [`, ...strings.map((text) => `    '${text}',`), '  ],');
}
lines.push('} as const satisfies Record<number, readonly string[]>;', '');
writeFileSync(join(root, 'shared/diagram/font-metrics.ts'), lines.join('\n'));
