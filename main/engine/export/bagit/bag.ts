import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file of the payload, by its path below `data/`. */
export interface PayloadFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

export type BagInfo = readonly (readonly [label: string, value: string])[];

/**
 * A bag (RFC 8493, version 1.0) with SHA-256 manifests of payload and tag files, serialised as one ZIP whose
 * only top folder is the bag. The same files give the same bytes: every part carries one fixed moment.
 */
export function writeBag(name: string, payload: readonly PayloadFile[], info: BagInfo): Uint8Array {
  const data = payload.map(({ path, content }) => [`data/${path}`, bytesOf(content)] as const);
  const octets = data.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const tags = [
    ['bagit.txt', bytesOf('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', bytesOf(infoText([...info, ['Payload-Oxum', `${octets}.${data.length}`]]))],
    ['manifest-sha256.txt', bytesOf(manifest(data))],
  ] as const;
  const all = [...data, ...tags, ['tagmanifest-sha256.txt', bytesOf(manifest(tags))] as const];
  const files: Zippable = {};
  for (const [path, bytes] of all) {
    files[`${name}/${path}`] = [bytes, { mtime: new Date(1980, 0, 1), level: isPacked(path) ? 0 : 6 }];
  }
  return zipSync(files);
}

export function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? strToU8(content) : content;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const isPacked = (path: string): boolean => path.endsWith('.pdf');

/** Lines end in LF; section 2.1.3 asks for line breaks and percent signs in a path to be escaped. */
function manifest(files: readonly (readonly [path: string, bytes: Uint8Array])[]): string {
  const escaped = (path: string): string =>
    path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
  return files
    .map(([path, bytes]) => `${sha256Of(bytes)}  ${escaped(path)}\n`)
    .sort()
    .join('');
}

/** Section 2.2.2: a label, a colon, the value; a value has no line break of its own. */
function infoText(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ').trim()}\n`).join('');
}
