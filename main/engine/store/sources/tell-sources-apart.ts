import type { Database } from '../database';

interface Named {
  readonly id: number;
  readonly path: string;
  readonly member: string | null;
  readonly name: string;
  readonly sha256: string;
}

/**
 * A citation is a file's name and a line. Files that share a name are shown with as much of their folders as tells
 * them apart ("north/systems.csv"), whichever was imported first; one file imported in two states with its hash.
 */
export function tellSourcesApart(db: Database): void {
  const sources = db.all<Named>('SELECT id, path, member, name, sha256 FROM source ORDER BY id');
  const byLastPart = new Map<string, Named[]>();
  for (const source of sources) {
    const last = source.name.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
    byLastPart.set(last, [...(byLastPart.get(last) ?? []), source]);
  }
  for (const alike of byLastPart.values()) {
    if (alike.length === 1) continue;
    for (const source of alike) {
      const name = distinctName(source, alike);
      if (name !== source.name) db.run('UPDATE source SET name = ? WHERE id = ?', name, source.id);
    }
  }
}

const partsOf = ({ path, member }: Named): readonly string[] =>
  (member === null ? path : `${path}/${member}`).split(/[/\\]/).filter((part) => part !== '');

function distinctName(source: Named, alike: readonly Named[]): string {
  const own = partsOf(source);
  const others = alike.filter((one) => one.id !== source.id).map(partsOf);
  for (let count = 1; count <= own.length; count += 1) {
    const suffix = own.slice(-count).join('/');
    if (others.every((other) => other.slice(-count).join('/').toLowerCase() !== suffix.toLowerCase()))
      return suffix;
  }
  return `${own.at(-1) ?? source.name} (${source.sha256.slice(0, 8)})`;
}
