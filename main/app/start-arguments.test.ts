import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readStartArguments } from './start-arguments';

test('the case, the size and the offer of the sample are found among Electron’s own arguments', () => {
  const folder = resolve('/cases');
  expect(
    readStartArguments(
      ['--no-sandbox', 'checkout', '--size=1280x800', 'a.whereabouts', '--offer-sample'],
      folder,
    ),
  ).toEqual({
    casePath: join(folder, 'a.whereabouts'),
    size: { width: 1280, height: 800 },
    offersSample: true,
  });
  expect(readStartArguments(['checkout', '--size=big'], folder)).toEqual({
    casePath: null,
    size: null,
    offersSample: false,
  });
});
