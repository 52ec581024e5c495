import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { namedEstate, writeEstateFiles } from './estate';
import { namedEstates } from './estate-options';

// Entry of a bundle: writes one made-up estate into a folder, its answers into "truth" beside it.
const [folder, name = 'plain'] = process.argv.slice(2);
if (folder) {
  const estate = namedEstate(name);
  const answers = join(dirname(resolve(folder)), 'truth');
  writeEstateFiles(folder, estate);
  mkdirSync(answers, { recursive: true });
  writeFileSync(join(answers, 'truth.json'), `${JSON.stringify(estate.truth, null, 1)}\n`);
  console.log(`${estate.files.size} files in ${folder}; answers in ${answers}`);
} else {
  console.error(
    `usage: write-estate FOLDER [NAME]   NAME: any seed, or ${Object.keys(namedEstates).join(', ')}`,
  );
  process.exitCode = 2;
}
