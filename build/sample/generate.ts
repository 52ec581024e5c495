// Entry of a bundle: writes the sample's files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sampleEstate, sampleSeed } from './sample-files';

/**
 * Writes the sample estate into `folder` and what an investigation should find into `truthFolder`, which
 * lies beside it, so that importing the folder does not read the answers.
 */
function writeSample(
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

const [folder, truthFolder] = process.argv.slice(2);
if (folder) {
  const answers = truthFolder ?? join(dirname(resolve(folder)), 'truth');
  const written = writeSample(folder, answers);
  console.log(`${written.files} files, ${written.bytes} bytes in ${folder}; answers in ${answers}`);
} else {
  console.error('usage: generate FOLDER [TRUTH_FOLDER]   (default: "truth" beside FOLDER)');
  process.exitCode = 2;
}
