import { createContext, useContext, useState } from 'react';

/** Which columns are hidden, by table; given once for every table of the window, and kept between starts. */
export interface TableChoices {
  readonly hiddenIn: (table: string) => readonly string[] | undefined;
  readonly keep: (table: string, hidden: readonly string[]) => void;
}

export const RememberTables = createContext<TableChoices | null>(null);

interface HideableColumn {
  readonly id: string;
  readonly isHiddenAtFirst?: boolean;
}

/**
 * The columns that a person does not want to see. A table goes by the columns that it has, because its label
 * may name a system and is in the person's language; with other columns the choice would be another one.
 */
export function useHiddenColumns(columns: readonly HideableColumn[]) {
  const choices = useContext(RememberTables);
  const table = columns.map((column) => column.id).join(' ');
  const [chosen, setChosen] = useState<{ readonly table: string; readonly hidden: ReadonlySet<string> }>();
  const hidden =
    chosen?.table === table ? chosen.hidden : new Set(choices?.hiddenIn(table) ?? hiddenAtFirst(columns));
  const toggleColumn = (id: string) => {
    const after = new Set(hidden);
    if (!after.delete(id)) after.add(id);
    setChosen({ table, hidden: after });
    choices?.keep(table, [...after]);
  };
  return { hidden, toggleColumn };
}

const hiddenAtFirst = (columns: readonly HideableColumn[]) =>
  columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id);
