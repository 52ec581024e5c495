import { expect, test } from 'vitest';
import { windowLocale } from './window-locale';

test('the region of the system decides where it speaks the window’s language', () => {
  expect([
    windowLocale('en-US', 'en-GB', { LANG: 'en_GB.UTF-8' }),
    windowLocale('en-GB', 'de-DE', { LANG: 'de_DE.UTF-8' }),
    windowLocale('en-US', 'en_AU@currency=AUD', { LANG: 'en_AU.UTF-8' }),
    windowLocale('en-US', 'C', { LANG: 'en_US.UTF-8' }),
    windowLocale('en-US', 'en-US', { LANG: 'en_US.UTF-8' }),
    windowLocale('en-XA', 'en-US', { LANG: 'en_US.UTF-8' }),
  ]).toEqual(['en-GB', 'en-GB', 'en-AU', 'en-US', 'en-US', 'en-XA']);
});

test.skipIf(process.platform !== 'linux')('a system where nothing is set is not taken for American', () => {
  expect([
    windowLocale('en-US', 'en-US', {}),
    windowLocale('en-US', 'en-US', { LANG: 'C.UTF-8' }),
    windowLocale('en-US', 'en-US', { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }),
  ]).toEqual(['en-GB', 'en-GB', 'en-GB']);
});
