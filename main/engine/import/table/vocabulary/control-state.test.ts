import { expect, it } from 'vitest';
import { controlStateOf } from './control-state';

it.each([
  ['present', ['yes', 'Ja', 'täglich', 'Daily at 02:00', 'PAS team, weekly', 'Mai 2023', '24/7']],
  [
    'absent',
    [
      'no',
      'Nein',
      'geplant',
      'Noch nicht',
      'keine Sicherung',
      'prévu 2025',
      'Aucune',
      'pas de sauvegarde',
      'geen',
      'No longer',
      'Suspended since May',
      'ingen',
      'ei ole',
    ],
  ],
  [null, ['', 'unknown', 'n/a', 'k.A.', 'unbekannt']],
])('a control is %s by what a cell says in any language', (state, cells) => {
  expect(cells.map((cell) => [cell, controlStateOf(cell).state])).toEqual(cells.map((cell) => [cell, state]));
});
