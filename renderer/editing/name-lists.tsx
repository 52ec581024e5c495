import { useMemo } from 'react';
import { useAnswer } from '../state/use-answer';

type List = 'systems' | 'names' | 'datasets' | 'parties' | 'sites';

export const nameListId = (list: List) => `names-${list}`;

/** Names that the case knows, offered while a name is typed, so that one thing is not spelt in two ways. */
export function NameLists() {
  const systems = useAnswer('estate.systems', {}).value;
  const owners = useAnswer('estate.owners', {}).value;
  const lists = useMemo<Readonly<Record<List, readonly string[]>>>(() => {
    const sorted = (names: Iterable<string | null>) =>
      [...new Set([...names].filter((name) => name !== null))].sort();
    return {
      systems: sorted((systems ?? []).map((row) => row.name)),
      names: sorted((systems ?? []).flatMap((row) => [row.name, ...row.otherNames])),
      sites: sorted((systems ?? []).map((row) => row.site)),
      datasets: sorted((owners ?? []).map((row) => row.dataset)),
      parties: sorted(
        (owners ?? []).flatMap((row) =>
          row.cells.flatMap((cell) => cell.parties.map((party) => party.partyName)),
        ),
      ),
    };
  }, [systems, owners]);
  return Object.entries(lists).map(([list, names]) => (
    <datalist key={list} id={nameListId(list as List)}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  ));
}
