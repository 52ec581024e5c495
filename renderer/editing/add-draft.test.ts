import { expect, test } from 'vitest';
import { draftFor, draftToPart, factsOf, instantOf } from './add-draft';

test('a draft states what its sort asks for, and nothing while it is incomplete', () => {
  const start = draftFor(null);
  const hub = draftFor({ kind: 'system', name: 'Birch Hub' });
  expect([
    factsOf(start),
    factsOf({ ...start, system: ' Elm Portal ' }),
    factsOf({ ...start, what: 'flow', from: 'Birch Hub', to: 'Elm Portal', dataset: '' }),
    factsOf({ ...hub, answer: { value: 'Wexford Trust', detail: '' } }),
    factsOf({ ...hub, what: 'dependency', needed: 'East', neededKind: 'site' }),
    factsOf({ ...hub, what: 'oneSystem', otherName: ' SYS-07 ' }),
    factsOf({ ...hub, what: 'oneSystem', otherName: 'birch hub' }),
    factsOf(draftToPart('Birch Hub', 'Hub')),
    factsOf({ ...hub, what: 'warning', warning: 'Letters are late', warningAt: '2023-03-10 14:00' }),
    factsOf({ ...hub, what: 'warning', warning: 'Letters are late', warningAt: 'in spring' }),
  ]).toEqual([
    [],
    [{ fact: 'exists', subject: { kind: 'system', name: 'Elm Portal' } }],
    [{ fact: 'exists', subject: { kind: 'flow', from: 'Birch Hub', to: 'Elm Portal', dataset: null } }],
    [
      {
        fact: 'responsibility',
        subject: { kind: 'system', name: 'Birch Hub' },
        role: 'information asset owner',
        party: 'Wexford Trust',
      },
    ],
    [
      {
        fact: 'dependency',
        from: { kind: 'system', name: 'Birch Hub' },
        to: { kind: 'site', name: 'East' },
      },
    ],
    [
      {
        fact: 'sameName',
        subject: { kind: 'system', name: 'Birch Hub' },
        name: 'SYS-07',
        isSame: true,
      },
    ],
    [],
    [{ fact: 'sameName', subject: { kind: 'system', name: 'Birch Hub' }, name: 'Hub', isSame: false }],
    [
      {
        fact: 'warning',
        at: '2023-03-10T14:00:00.000Z',
        text: 'Letters are late',
        subject: 'Birch Hub',
        from: null,
        to: null,
      },
    ],
    [],
  ]);
});

test('a time without a zone is UTC, one with a zone keeps it, a date is its first moment', () => {
  expect(['2023-03-10', '2023-03-10 14:00', '2023-03-10T14:00+02:00', 'soon'].map(instantOf)).toEqual([
    '2023-03-10T00:00:00.000Z',
    '2023-03-10T14:00:00.000Z',
    '2023-03-10T12:00:00.000Z',
    null,
  ]);
});
