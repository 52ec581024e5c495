import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseIdentifier, pseudonymisingKeys } from './record-identifier';

test('a pseudonym is the left half of the HMAC-SHA-256 of the identifier', () => {
  const keys = fc.uint8Array({ minLength: 1, maxLength: 130 });
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(keys, texts, (key, identifiers) => {
      const { keyOf } = pseudonymisingKeys(Buffer.from(key));
      for (const raw of identifiers) {
        const whole = createHmac('sha256', key).update(normaliseIdentifier(raw)).digest('hex');
        expect(Buffer.from(keyOf(raw)).toString('hex')).toBe(whole.slice(0, 32));
      }
    }),
  );
});
