import { expect, test } from 'vitest';
import { mostFrequentFirst } from './most-frequent-first';

test('steps come by how often they happen, and those of as many events by name', () => {
  const step = (id: string, name: string, events: number) => ({ id, name, events });
  const steps = [step('1', 'Triage', 40), step('2', 'Admission', 7), step('3', 'Release', 40)];
  expect(mostFrequentFirst(steps)).toEqual(['3', '1', '2']);
});
