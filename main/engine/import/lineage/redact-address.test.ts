import { expect, test } from 'vitest';
import { redactAddress } from './redact-address';

test.each([
  ['postgres://reader:s3cret@db:5432/orders', 'postgres://db:5432/orders'],
  ['postgres://db:5432', 'postgres://db:5432'],
  [
    'jdbc:sqlserver://db;user=sa;password=x;encrypt=true',
    'jdbc:sqlserver://db;user=…;password=…;encrypt=true',
  ],
  ['s3://bucket', 's3://bucket'],
])('%s becomes %s', (address, redacted) => {
  expect(redactAddress(address)).toBe(redacted);
});
