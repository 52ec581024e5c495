import { expect, test } from 'vitest';
import { checkCall } from './check-call';

test('a call of the contract with its own arguments passes', () => {
  expect(checkCall('case.open', { path: 'a.whereabouts' }, 'query')).toEqual({
    ok: true,
    method: 'case.open',
    args: { path: 'a.whereabouts' },
  });
});

test('unknown methods, the wrong kind and wrong arguments are refused', () => {
  const attempts: readonly (readonly [unknown, unknown])[] = [
    ['no.such', {}],
    ['__proto__', {}],
    ['constructor', {}],
    [undefined, {}],
    [{ toString: () => 'case.open' }, { path: 'a' }],
    ['import.run', { files: [{ path: 'a' }] }],
    ['case.open', undefined],
    ['case.open', { path: 7 }],
    ['case.open', { path: 'a', extra: true }],
  ];
  expect(
    attempts.map(([method, args]) => {
      const checked = checkCall(method, args, 'query');
      return checked.ok ? 'passed' : checked.error.code;
    }),
  ).toEqual(attempts.map(() => 'arguments'));
});
