import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributesJson } from './attributes-json';

test('any sets of attributes, one after another, are JSON of their own with the names in order', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', '__proto__', '1', ''), fc.string({ unit: 'binary' }));
  const set = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(set, { maxLength: 6 }), (sets) => {
      for (const pairs of sets) {
        const attributes: Record<string, string> = Object.create(null);
        for (const [key, value] of pairs) attributes[key] = value;
        const names = Object.keys(attributes).sort();
        const parts = names.map((key) => `${JSON.stringify(key)}:${JSON.stringify(attributes[key])}`);
        expect(attributesJson(attributes)).toBe(`{${parts.join(',')}}`);
      }
    }),
  );
});
