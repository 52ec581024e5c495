import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { listZip, openZipEntry } from './zip-entries';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function textOf(path: string, name: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await openZipEntry(path, name)) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString();
}

test('a member whose name leads out of the archive is read under a name inside it', async () => {
  const path = join(folder, 'logs.zip');
  const names = ['../log.csv', '/etc/log.csv', 'C:\\logs\\log.csv', 'a/./../log.csv', 'log.csv', '../'];
  writeFileSync(path, zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)]))));
  const members = (await listZip(path)).map(({ name }) => name);
  expect(members).toEqual(['log.csv', 'etc/log.csv', 'logs/log.csv', 'a/log.csv', 'log.csv (2)']);
  expect(await Promise.all(members.map((name) => textOf(path, name)))).toEqual(names.slice(0, 5));
});
