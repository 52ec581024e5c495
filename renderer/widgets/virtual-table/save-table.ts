import { createContext } from 'react';

/** Saves a table as a file where the person chooses: given once for every table of the window. */
export const SaveTable = createContext<((name: string, csv: string) => void) | null>(null);
