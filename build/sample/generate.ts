import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleEstate, sampleSeed } from './sample-files';

/**
 * Writes the sample estate into `folder` and what an investigation should find into `truthFolder`, which
 * lies beside it, so that importing the folder does not read the answers.
 */
export function writeSample(
  folder: string,
  truthFolder: string,
  seed = sampleSeed,
): { files: number; bytes: number } {
  const { files, truth } = sampleEstate(seed);
  mkdirSync(folder, { recursive: true });
  mkdirSync(truthFolder, { recursive: true });
  let bytes = 0;
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content);
    bytes += content.length;
  }
  writeFileSync(join(truthFolder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  return { files: files.size, bytes };
}

function main([folder, truthFolder]: readonly string[]): number {
  if (!folder) {
    console.error('usage: generate FOLDER [TRUTH_FOLDER]   (default: "truth" beside FOLDER)');
    return 2;
  }
  const answers = truthFolder ?? join(dirname(resolve(folder)), 'truth');
  const written = writeSample(folder, answers);
  console.log(`${written.files} files, ${written.bytes} bytes in ${folder}; answers in ${answers}`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
