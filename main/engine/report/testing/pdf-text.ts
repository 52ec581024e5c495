import { spawnSync } from 'node:child_process';
import { unzlibSync } from 'fflate';

/** Everything of a PDF in which a word could hide, unpacked: objects as they are, and streams. */
export function unpackedPdf(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const parts = [raw];
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = raw.indexOf('endstream', start);
    try {
      parts.push(Buffer.from(unzlibSync(bytes.subarray(start, end))).toString('latin1'));
    } catch {
      // A stream that is not packed stands in the objects already.
    }
  }
  return parts.join('\n');
}

/** A word as literal strings of a PDF may hold it: in Latin letters, or in UTF-16 as bytes. */
export const pdfSpellings = (word: string): readonly string[] => [
  word,
  Buffer.from(word, 'utf16le').swap16().toString('latin1'),
];

/** What poppler makes of a file; null, said aloud, where it is not installed. */
export function poppler(tool: 'pdfinfo' | 'pdftotext', args: readonly string[]): string | null {
  const { status, stdout, error } = spawnSync(tool, [...args], { encoding: 'utf8' });
  if (error !== undefined) {
    console.warn(`skipped: ${tool} is not installed`);
    return null;
  }
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${status}`);
  return stdout;
}
