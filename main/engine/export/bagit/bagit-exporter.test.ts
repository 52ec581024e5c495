import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { type ReportCase, reportCase } from '../../report/testing/report-case';
import { temporaryCase } from '../../testing/temporary-case';

let made: ReportCase;
let bag: ReadonlyMap<string, Uint8Array>;
let bytes: Buffer;

async function packed(name: string, stated = {}): Promise<Buffer> {
  const file = join(made.folder, name);
  await made.call('export.run', { file, ...stated });
  return readFileSync(file);
}

beforeAll(async () => {
  made = await reportCase();
  bytes = await packed('evidence.zip', { packedBy: 'R. Oake', authority: 'The Board', reference: 'C-7\nx' });
  bag = new Map(Object.entries(unzipSync(bytes)));
});
afterAll(() => made.remove());

const text = (path: string): string => strFromU8(bag.get(`evidence/${path}`) ?? new Uint8Array());
const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

test('both manifests name every file of theirs and no other, each with its hash', () => {
  const listed = (manifest: string) =>
    text(manifest)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '))
      .sort();
  const hashed = (isWanted: (path: string) => boolean) =>
    [...bag]
      .map(([path, content]) => [sha256(content), path.replace('evidence/', '')] as const)
      .filter(([, path]) => isWanted(path))
      .map((pair) => [...pair])
      .sort();
  expect(listed('manifest-sha256.txt')).toEqual(hashed((path) => path.startsWith('data/')));
  expect(listed('tagmanifest-sha256.txt')).toEqual(
    hashed((path) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt'),
  );
  expect(hashed((path) => path.startsWith('data/')).length).toBeGreaterThan(20);
});

test('declares version 1.0, and states its size, who packed it and every exhibit', () => {
  const payload = [...bag].filter(([path]) => path.startsWith('evidence/data/'));
  const octets = payload.reduce((sum, [, content]) => sum + content.length, 0);
  const info = text('bag-info.txt').trimEnd().split('\n');
  expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  expect(info.slice(0, 3)).toEqual([
    'Contact-Name: R. Oake',
    'External-Identifier: C-7 x',
    'Authority: The Board',
  ]);
  expect(info.filter((line) => line.startsWith('Exhibit: ')).length).toBe(6);
  expect(info.at(-1)).toBe(`Payload-Oxum: ${octets}.${payload.length}`);
});

test('the metadata points at nothing that is not there, and every finding at the rows it cites', () => {
  const crate = JSON.parse(text('data/ro-crate-metadata.json')) as {
    readonly '@graph': readonly Record<string, unknown>[];
  };
  const ids = crate['@graph'].map((entity) => String(entity['@id']));
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set([...ids, 'https://w3id.org/ro/crate/1.1']);
  const referred = [...JSON.stringify(crate['@graph']).matchAll(/\{"@id":("(?:[^"\\]|\\.)*")\}/g)];
  expect(referred.map(([, id]) => JSON.parse(id ?? '')).filter((id) => !known.has(id))).toEqual([]);
  const files = crate['@graph'].filter(({ '@type': type }) => Array.isArray(type) && type[0] === 'File');
  for (const file of files) {
    expect(file.sha256).toBe(sha256(bag.get(`evidence/data/${file['@id']}`) ?? ''));
  }
  const findings = JSON.parse(text('data/findings.json')) as { evidence: { file: string; line: number }[] }[];
  const first = crate['@graph'].find((entity) => entity['@id'] === '#finding-1');
  expect(first?.['prov:wasDerivedFrom']).toHaveLength(findings[0]?.evidence.length ?? -1);
});

test('the case log in it is a chain that the readme says how to check', () => {
  let previous = '0'.repeat(64);
  const entries = text('data/case-log.jsonl').trimEnd().split('\n');
  for (const line of entries) {
    const entry = JSON.parse(line);
    const { id, at, actor, action, detail } = entry;
    expect(entry.previous).toBe(previous);
    expect(entry.hash).toBe(sha256(JSON.stringify([id, at, actor, action, detail, previous])));
    previous = entry.hash;
  }
  expect(entries.length).toBeGreaterThan(5);
});

test('of a pseudonymised case no identifier is in it, nor the text of a rejected row', async () => {
  const secret = temporaryCase({});
  const engine = createEngine();
  engine.context.use(secret.openCase);
  const log = [
    'Time,System,Event,Peer,Message,NHS Number',
    ...Array.from(
      { length: 30 },
      (_, i) => `2024-05-01T10:${10 + i}:00Z,Birch,sent,Cedar,M-${i},94765100${10 + i}`,
    ),
    '2024-13-45,Birch,sent,Cedar,M-99,9476519999',
  ];
  const { files } = await secret.importText('birch.csv', log.join('\n'));
  const file = join(secret.folder, 'evidence.zip');
  const { ok } = await engine.call('export.run', { file });
  const parts = unzipSync(readFileSync(file));
  const everything = Object.values(parts).map((content) => strFromU8(content, true));
  const issues = strFromU8(parts['evidence/data/issues.csv'] ?? new Uint8Array()).split('\r\n');
  secret.dispose();
  expect([ok, files[0]?.rejected, issues[0], issues.length]).toEqual([
    true,
    1,
    'File,Line,Kind,Code,Reason',
    3,
  ]);
  expect(everything.filter((content) => content.includes('94765'))).toEqual([]);
});

test('says what cannot be known', () => {
  expect(text('data/gaps-and-assumptions.txt')).toContain('this pack holds personal data');
  expect(text('data/gaps-and-assumptions.txt')).toContain('No log was given of 1 of 3 systems');
});

test('the same case gives the same bytes', async () => {
  const stated = { packedBy: 'R. Oake', authority: 'The Board', reference: 'C-7\nx', format: 'bagit' };
  expect((await packed('again.zip', stated)).equals(bytes)).toBe(true);
});
