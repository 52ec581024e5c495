// Reads the whole source once and holds it against the layer rules and the number of suppressions.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedSuppressions as allowed } from './allowed-suppressions';
import { layerViolations, type SourceFile } from './check-layers';
import { suppressionsIn } from './count-suppressions';

const root = process.cwd();
const layers = ['shared', 'main', 'renderer', 'build'];

function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(?:tsx?|mts|mjs)$/.test(entry.name)
      ? [{ path, text: readFileSync(join(root, path), 'utf8') }]
      : [];
  });
}

const files = layers.flatMap(sourceFiles);
const violations = layerViolations(files);
const suppressions = suppressionsIn(files);
const problems = [...violations];
if (suppressions.length > allowed) {
  problems.push(`${suppressions.length} suppressions, ${allowed} allowed:`, ...suppressions);
}
if (suppressions.length < allowed) {
  problems.push(
    `Only ${suppressions.length} suppressions are left of ${allowed}: write that number into build/allowed-suppressions.ts.`,
  );
}
for (const problem of problems) console.error(problem);
console.error(
  `${files.length} files, ${violations.length} layer violations, ${suppressions.length} suppressions.`,
);
if (problems.length > 0) process.exitCode = 1;
