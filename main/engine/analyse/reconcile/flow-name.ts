import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../../store/database';
import { findSystem, systemNameById } from '../../store/names/keep-names';

/** Shown for an end that no line names. */
export const unnamed = '(not stated)';

export function systemNames(db: Database): ReadonlyMap<number, string> {
  return new Map([[0, unnamed], ...systemNameById(db)]);
}

/** The two ends of a flow written "A > B"; names may hold a ">" themselves. */
export function findFlow(db: Database, text: string): { readonly from: number; readonly to: number } {
  const parts = text.split('>');
  for (let at = 1; at < parts.length; at += 1) {
    const from = endOf(db, parts.slice(0, at).join('>'));
    const to = endOf(db, parts.slice(at).join('>'));
    if (from !== null && to !== null) return { from, to };
  }
  throw new ExpectedFailure(
    'not-found',
    parts.length < 2
      ? `"${text}" is no flow. Write it as "A > B", with the names of two systems.`
      : `There is no flow "${text}": one of its ends is no system of this case. "systems" lists them.`,
  );
}

const endOf = (db: Database, name: string): number | null =>
  name.trim() === unnamed ? 0 : findSystem(db, name);
