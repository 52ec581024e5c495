// Whether something built is still up to date, by the size and time of what it was built from: a few
// hundred `stat` calls, so that a command pays next to nothing when all is built.
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readIfThere, writeWhole } from './files.mjs';
import { root } from './paths.mjs';

/** `{ path, mark }` of one file, the path relative to the checkout; a missing file has the mark "gone". */
function markOf(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}/${stats.size}` : 'gone';
}

/** Writes down what was built from which inputs. `key` stands for everything else that matters. */
export function recordInputs(recordPath, key, inputs) {
  const marks = Object.fromEntries(inputs.map((path) => [path, markOf(path)]));
  writeWhole(recordPath, JSON.stringify({ key, marks }));
}

/** Whether the record exists, has the same key and every input is as it was. */
export function isFresh(recordPath, key) {
  const text = readIfThere(recordPath);
  if (text === undefined) return false;
  const record = JSON.parse(text);
  return record.key === key && Object.entries(record.marks).every(([path, mark]) => markOf(path) === mark);
}

/** Files below a folder of the checkout, relative to the checkout, with forward slashes, sorted. */
export function filesBelow(folder, accept = () => true) {
  const found = [];
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) visit(inner);
      else if (accept(entry.name)) found.push(relative(root, inner).split(sep).join('/'));
    }
  };
  const start = join(root, folder);
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory()) visit(start);
  return found.sort();
}
