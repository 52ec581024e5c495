// A stock Electron opens the folder named on its command line through an app of its own, which the fallback
// runtime lacks. This small app, written into the runtime's resources, does the same, and like the stock one
// loads the modules named with `-r` first.

export const shimPackage = `${JSON.stringify({ name: 'open-folder', type: 'module', main: 'main.mjs' })}\n`;

export const shimMain = `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const words = process.argv.slice(1);
const modules = words.filter((_, index) => words[index - 1] === '-r');
const isFolder = (word, index) => !word.startsWith('-') && words[index - 1] !== '-r';
const folder = resolve(words.find(isFolder) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
for (const module of modules) createRequire(import.meta.url)(resolve(module));
await import(pathToFileURL(join(folder, main)).href);
`;
