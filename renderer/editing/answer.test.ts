import { expect, test } from 'vitest';
import { choicesOf, factOf } from './answer';

const hub = { kind: 'system', name: 'Birch Hub' } as const;
const flow = { kind: 'flow', from: 'Alder Register', to: 'Birch Hub', dataset: null } as const;
const delay = { fact: 'property', subject: flow, predicate: 'maximumDelaySeconds' } as const;
const status = { fact: 'property', subject: flow, predicate: 'status' } as const;
const owner = { fact: 'responsibility', subject: hub, role: 'business owner' } as const;
const backup = { fact: 'control', subject: hub, control: 'backup' } as const;

test('an answer becomes the statement of its question, without the space around it', () => {
  expect([
    factOf(owner, { value: ' Wexford Trust ', detail: '' }),
    factOf(backup, { value: 'absent', detail: ' none since 2021 ' }),
    factOf(delay, { value: '3600', detail: '' }),
    factOf(status, { value: 'retired', detail: '' }),
  ]).toEqual([
    { ...owner, party: 'Wexford Trust' },
    { ...backup, state: 'absent', detail: 'none since 2021' },
    { ...delay, value: '3600' },
    { ...status, value: 'retired' },
  ]);
});

test('what is no answer makes no statement', () => {
  expect([
    factOf(owner, { value: ' ', detail: '' }),
    factOf(delay, { value: 'an hour', detail: '' }),
    factOf(status, { value: 'broken', detail: '' }),
    factOf(backup, { value: '', detail: 'daily' }),
  ]).toEqual([null, null, null, null]);
});

test('questions with a closed vocabulary offer it', () => {
  expect([choicesOf(status), choicesOf(backup), choicesOf(owner)]).toEqual([
    ['live', 'planned', 'retired'],
    ['present', 'absent'],
    null,
  ]);
});
