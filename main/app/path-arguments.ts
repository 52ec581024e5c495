import type { ArgsOf, MethodName } from '../../shared/contract/contract';
import type { Failure } from '../../shared/contract/outcome';
import type { ChosenPaths } from './chosen-paths';

interface Paths {
  readonly read?: readonly string[];
  readonly written?: readonly string[];
}

/** Which arguments of the contract are paths; a test compares this list with the contract. */
export const pathArguments: { readonly [M in MethodName]?: (args: ArgsOf<M>) => Paths } = {
  'case.create': ({ path }) => ({ written: [path] }),
  'case.open': ({ path }) => ({ read: [path] }),
  'compare.cases': ({ other }) => ({ read: other === undefined ? [] : [other] }),
  'import.preview': ({ paths }) => ({ read: paths }),
  'import.previewPattern': ({ path }) => ({ read: [path] }),
  'import.run': ({ files }) => ({ read: files.map(({ path }) => path) }),
  'mappings.read': ({ path }) => ({ read: [path] }),
  'export.run': ({ file }) => ({ written: [file] }),
  'reconcile.saveMessages': ({ file }) => ({ written: [file] }),
  'report.write': ({ file }) => ({ written: [file] }),
  'sources.saveRejected': ({ file }) => ({ written: [file] }),
};

/** What is wrong with the paths of a call that the page makes, or null. The arguments have been checked before. */
export function refusePaths(method: MethodName, args: unknown, chosen: ChosenPaths): Failure | null {
  const pathsOf = pathArguments[method] as ((args: unknown) => Paths) | undefined;
  const { read = [], written = [] } = pathsOf?.(args) ?? {};
  const refused =
    read.find((path) => !chosen.mayRead(path)) ?? written.find((path) => !chosen.mayWrite(path));
  if (refused === undefined) return null;
  const message = `${refused} was refused: nobody chose it. Choose the file in a dialog, or drop it on the window.`;
  return { code: 'arguments', message };
}
