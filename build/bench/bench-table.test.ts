import { expect, it } from 'vitest';
import { isKept, type Measurement, median } from './bench';
import { benchTable } from './bench-table';

const measurements: readonly Measurement[] = [
  {
    what: 'import',
    value: 2.5,
    unit: 's',
    rival: { name: 'shell', value: 5 },
    promise: { of: 'ratio', atMost: 1 },
  },
  { what: 'memory', value: 512, unit: 'MB', promise: { of: 'value', atMost: 400 } },
  { what: 'map', value: null, unit: 's', note: 'the command line has not been built' },
];

it('prints what was measured beside its rival and what was promised', () => {
  expect(benchTable(measurements)).toBe(
    [
      'measured  here          rival         ratio  promised         kept',
      '--------  ------------  ------------  -----  ---------------  ----',
      'import    2.50 s        5.00 s shell  0.50   ratio at most 1  yes',
      'memory    512 MB                             at most 400 MB   NO',
      'map       not measured',
      '',
      '  map: the command line has not been built',
    ].join('\n'),
  );
});

it('keeps no promise that was not measured, and takes the middle of what was', () => {
  expect([measurements.map(isKept), median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([
    [true, false, null],
    2,
    2.5,
  ]);
});
