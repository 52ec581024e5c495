import { expect, test } from 'vitest';
import { temporaryCase } from '../testing/temporary-case';
import { search } from './search';

test('what has exactly the name comes first, then what begins with it, before flows that only hold it', async () => {
  const test = temporaryCase();
  try {
    await test.importText('flows.csv', 'Source,Destination\nAlder,Hub\nHub,Alder\nHub of the north,Alder\n');
    const names = search(test.openCase, 'hub', 10).map((hit) => hit.name);
    expect(names[0]).toBe('Hub');
    expect(names.at(-1)).toBe('Alder > Hub');
    expect(new Set(names).size).toBe(5);
  } finally {
    test.dispose();
  }
});
