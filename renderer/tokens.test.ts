import { expect, test } from 'vitest';
import { darkTheme, lightTheme } from '../shared/diagram/theme';

// The window's code knows no Node; this test runs in it all the same.
const nodeFiles = 'node:fs';
const { readFileSync }: { readFileSync(path: URL, encoding: 'utf8'): string } = await import(nodeFiles);
const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Light and dark value of every token that has both. */
const pairs = new Map(
  [...tokens.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  ),
);

function drawnColours(): ReadonlyMap<string, readonly [string, string]> {
  const colours = new Map<string, readonly [string, string]>([
    ['map-background', [lightTheme.background, darkTheme.background]],
    ['map-group-fill', [lightTheme.group.fill, darkTheme.group.fill]],
    ['map-group-stroke', [lightTheme.group.stroke, darkTheme.group.stroke]],
    ['map-card-fill', [lightTheme.card.fill, darkTheme.card.fill]],
    ['map-card-stroke', [lightTheme.card.stroke, darkTheme.card.stroke]],
  ]);
  const sections = [
    ['map-text', lightTheme.text, darkTheme.text],
    ['map-edge', lightTheme.edge, darkTheme.edge],
    ['map-edge-text', lightTheme.edgeText, darkTheme.edgeText],
    ['map-mark', lightTheme.mark, darkTheme.mark],
    ['map-tone', lightTheme.tone, darkTheme.tone],
  ] as const;
  for (const [prefix, light, dark] of sections) {
    const darkOf = new Map(Object.entries(dark));
    for (const [name, colour] of Object.entries(light))
      colours.set(`${prefix}-${name}`, [colour, darkOf.get(name) ?? '']);
  }
  return colours;
}

test('the picture on the screen has the colours of the exported one', () => {
  const drawn = drawnColours();
  const onScreen = new Map([...pairs].filter(([name]) => name.startsWith('map-')));
  expect(Object.fromEntries([...onScreen].sort())).toEqual(Object.fromEntries([...drawn].sort()));
});

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test('every text colour reads on every ground it stands on, in both themes', () => {
  const grounds = ['frame', 'surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
  const texts = [
    'text',
    'text-soft',
    'text-faint',
    'accent',
    'tone-good',
    'tone-warn',
    'tone-bad',
    'tone-conflict',
    'tone-quiet',
  ];
  const couples = [
    ...texts.flatMap((text) => grounds.map((ground) => [text, ground])),
    ...['good', 'warn', 'bad', 'conflict', 'quiet'].map((tone) => [`tone-${tone}`, `tone-${tone}-soft`]),
    ['accent', 'accent-soft'],
    ['text', 'mark'],
    ['text-faint', 'accent-soft'],
    ['on-accent', 'accent'],
  ];
  const poor = couples.flatMap(([text = '', ground = '']) =>
    [0, 1].flatMap((theme) => {
      const ratio = contrast(pairs.get(text)?.[theme] ?? '#000000', pairs.get(ground)?.[theme] ?? '#000000');
      return ratio < 4.5
        ? [`${text} on ${ground}, ${theme === 0 ? 'light' : 'dark'}: ${ratio.toFixed(2)}`]
        : [];
    }),
  );
  expect(poor).toEqual([]);
});
