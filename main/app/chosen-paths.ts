import { isAbsolute, normalize, relative } from 'node:path';

/**
 * The paths that a person chose in this session, with a dialog, by dropping them, by opening them from outside or
 * earlier as a case: the page cannot name others. A folder stands for what is in it, an archive for its members.
 */
export class ChosenPaths {
  private readonly read = new Set<string>();
  private readonly written = new Set<string>();

  chooseToRead(paths: readonly string[]): void {
    for (const path of paths) this.read.add(normalize(path));
  }

  /** What may be written may be read afterwards: a new case is opened again. */
  chooseToWrite(path: string): void {
    this.written.add(normalize(path));
    this.read.add(normalize(path));
  }

  mayRead(path: string): boolean {
    return isAbsolute(path) && [...this.read].some((chosen) => isWithin(chosen, path));
  }

  mayWrite(path: string): boolean {
    return isAbsolute(path) && this.written.has(normalize(path));
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || !(isAbsolute(inside) || inside === '..' || /^\.\.[\\/]/.test(inside));
}
