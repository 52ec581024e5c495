import { expect, it } from 'vitest';
import { showText, table } from './text-table';

const flows = table(
  ['From', 'To', 'Sent'],
  [
    ['Integration Engine', 'Patient Record', 1234],
    ['GP', null, 5],
  ],
);

it('aligns columns, groups the digits of numbers and shows what is missing as a dash', () => {
  expect(showText(flows, null)).toBe(
    [
      'From                To               Sent',
      '──────────────────  ──────────────  ─────',
      'Integration Engine  Patient Record  1,234',
      'GP                  –                   5',
    ].join('\n'),
  );
});

it('shortens the widest texts to the width of a terminal, and lists row by row where that is too narrow', () => {
  expect(showText(flows, 36)).toBe(
    [
      'From           To              Sent',
      '─────────────  ─────────────  ─────',
      'Integration …  Patient Reco…  1,234',
      'GP             –                  5',
    ].join('\n'),
  );
  expect(showText(flows, 24)).toBe(
    [
      'From  Integration Engine',
      'To    Patient Record',
      'Sent  1,234',
      '',
      'From  GP',
      'To    –',
      'Sent  5',
    ].join('\n'),
  );
});

it('counts what a person sees: accents once, wide scripts and pictures twice', () => {
  expect(
    showText(
      table(
        ['Name', 'X'],
        [
          ['e\u0301té', 'a'],
          ['病院', 'b'],
          ['🏥', 'c'],
        ],
      ),
      null,
    ).split('\n'),
  ).toEqual(['Name  X', '────  ─', 'e\u0301té   a', '病院  b', '🏥    c']);
});

it('lets no text of a source move the cursor, change colours or turn the direction of writing', () => {
  expect(showText(['\u001b[2JAll is well', table(['Name'], [['a\u202eb\u009b31m\nc']])], null)).toBe(
    ['\ufffd[2JAll is well', '', 'Name', '─────────', 'a\ufffdb\ufffd31m c'].join('\n'),
  );
});

it('shows the header of an empty table and that there is nothing in it', () => {
  expect(showText(table(['From', 'To'], []), 80)).toBe('From  To\n(none)');
});
