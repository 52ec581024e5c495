import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteInterner } from './byte-interner';

it('remembers bytes as a map remembers strings, until it is full and forgets them all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', 'é'), maxLength: 11 }), {
        maxLength: 300,
      }),
      fc.constantFrom(16, 100_000),
      (texts, limit) => {
        const interner = new ByteInterner(limit);
        const known = new Map<string, number>();
        for (const text of texts) {
          const bytes = Buffer.from(`..${text}`);
          const found = interner.get(bytes, 2, bytes.length);
          if (found >= 0) expect(found).toBe(known.get(text));
          else {
            if (limit > 300) expect(known.has(text)).toBe(false);
            known.set(text, known.get(text) ?? known.size);
            interner.set(bytes, 2, bytes.length, known.get(text) ?? 0);
          }
        }
      },
    ),
  );
});
