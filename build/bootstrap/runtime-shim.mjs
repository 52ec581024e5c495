// A stock Electron opens the folder named on its command line through an app of its own, which the fallback
// runtime lacks. This small app, written into the runtime's resources, does the same.

export const shimPackage = `${JSON.stringify({ name: 'open-folder', type: 'module', main: 'main.mjs' })}\n`;

export const shimMain = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
await import(pathToFileURL(join(folder, main)).href);
`;
