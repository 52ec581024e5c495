import { posix } from 'node:path';

/** A source file by its path from the repository's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  /** A path from the root for relative imports, else the package's or module's name as written. */
  readonly target: string;
}

interface Rule {
  readonly because: string;
  readonly forbids: (imported: Import) => boolean;
}

const importPattern =
  /^\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

const below = (path: string, folder: string) => path.startsWith(`${folder}/`);
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isNodeModule = (target: string) => target.startsWith('node:');

/** The folder below `parent` that a path lies in, or null. */
function folderBelow(path: string, parent: string): string | null {
  if (!below(path, parent)) return null;
  const rest = path.slice(parent.length + 1).split('/');
  return rest.length > 1 ? (rest[0] ?? null) : null;
}

const rules: readonly Rule[] = [
  {
    because: 'shared/ runs anywhere: nothing of Node, Electron, main/ or renderer/',
    // Its tests run in Node and may read files.
    forbids: ({ from, target }) =>
      below(from, 'shared') &&
      (target === 'electron' ||
        below(target, 'main') ||
        below(target, 'renderer') ||
        (isNodeModule(target) && !isTest(from))),
  },
  {
    because: 'the engine runs in plain Node: nothing of Electron, the app, the command line or the window',
    forbids: ({ from, target }) =>
      below(from, 'main/engine') &&
      (target === 'electron' ||
        below(target, 'main/app') ||
        below(target, 'main/cli') ||
        below(target, 'renderer')),
  },
  {
    because: 'the command line is one face of the engine: nothing of Electron, the app or the window',
    forbids: ({ from, target }) =>
      below(from, 'main/cli') &&
      (target === 'electron' || below(target, 'main/app') || below(target, 'renderer')),
  },
  {
    because: 'the app is wiring: it has no page code and does not run the command line',
    forbids: ({ from, target }) =>
      below(from, 'main/app') && (below(target, 'main/cli') || below(target, 'renderer')),
  },
  {
    because:
      'the window speaks to the engine through shared/contract only: nothing of Node, Electron or main/',
    forbids: ({ from, target }) =>
      below(from, 'renderer') &&
      (target === 'electron' || below(target, 'main') || (isNodeModule(target) && !isTest(from))),
  },
  {
    because: 'only main/engine/store uses better-sqlite3',
    forbids: ({ from, target }) =>
      target === 'better-sqlite3' && !below(from, 'main/engine/store') && !below(from, 'build'),
  },
  {
    because: 'a view never imports another view',
    forbids: ({ from, target }) => {
      const own = folderBelow(from, 'renderer/views');
      const other = folderBelow(target, 'renderer/views');
      return own !== null && other !== null && own !== other;
    },
  },
  {
    because: 'widgets know no domain: nothing of views, state or the engine’s client',
    forbids: ({ from, target }) =>
      below(from, 'renderer/widgets') &&
      (below(target, 'renderer/views') || below(target, 'renderer/state') || target === 'renderer/api'),
  },
];

/** Every import that breaks a rule, as `file: target (rule)`. */
export function layerViolations(files: readonly SourceFile[]): readonly string[] {
  const imports = files.flatMap(importsOf);
  const allRules = [...rules, importersRule(imports)];
  return imports.flatMap((imported) =>
    allRules
      .filter((rule) => rule.forbids(imported))
      .map((rule) => `${imported.from}: imports ${imported.target} (${rule.because})`),
  );
}

/** An importer is a folder that the registry names; the other folders beside it are what importers share. */
function importersRule(imports: readonly Import[]): Rule {
  const importers = new Set(
    imports
      .filter(({ from }) => from === 'main/engine/import/registry.ts')
      .map(({ target }) => folderBelow(target, 'main/engine/import')),
  );
  return {
    because: 'importers never import each other',
    forbids: ({ from, target }) => {
      const own = folderBelow(from, 'main/engine/import');
      const other = folderBelow(target, 'main/engine/import');
      return own !== null && other !== null && own !== other && importers.has(own) && importers.has(other);
    },
  };
}

function importsOf({ path, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(importPattern)].flatMap((match) => {
    const written = match[1] ?? match[2] ?? match[3];
    if (written === undefined) return [];
    const target = written.startsWith('.') ? posix.join(posix.dirname(path), written) : written;
    return [{ from: path, target }];
  });
}
