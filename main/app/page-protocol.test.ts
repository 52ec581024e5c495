import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOfAddress } from './page-protocol';

const folder = join('/', 'page');

test('only files below the page’s folder are served', () => {
  const addresses = [
    'app://whereabouts/',
    'app://whereabouts/index.html',
    'app://whereabouts/assets/a%20b.js?v=1#top',
    'app://whereabouts/../secret',
    'app://whereabouts/%2e%2e/secret',
    'app://whereabouts/%2e%2e%2fsecret',
    'app://whereabouts/a/%2e%2e%2f%2e%2e%2fsecret',
    'app://whereabouts/..%5csecret',
    'app://whereabouts/%00',
    'app://whereabouts/%zz',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'not an address',
  ];
  expect(addresses.map((address) => [address, fileOfAddress(folder, address)])).toEqual([
    ['app://whereabouts/', join(folder, 'index.html')],
    ['app://whereabouts/index.html', join(folder, 'index.html')],
    ['app://whereabouts/assets/a%20b.js?v=1#top', join(folder, 'assets', 'a b.js')],
    // The address itself resolves these two to /secret, inside the folder.
    ['app://whereabouts/../secret', join(folder, 'secret')],
    ['app://whereabouts/%2e%2e/secret', join(folder, 'secret')],
    ['app://whereabouts/%2e%2e%2fsecret', null],
    ['app://whereabouts/a/%2e%2e%2f%2e%2e%2fsecret', null],
    ['app://whereabouts/..%5csecret', null],
    ['app://whereabouts/%00', null],
    ['app://whereabouts/%zz', null],
    ['app://elsewhere/index.html', null],
    ['file:///etc/passwd', null],
    ['not an address', null],
  ]);
});
