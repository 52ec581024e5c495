import type { Outcome } from '../../shared/contract/outcome';
import type { Mapping } from '../../shared/model/mapping';
import { ask } from '../api';
import { t } from '../strings/text';
import { recordChange } from './change-history';
import { notify, notifyFailure } from './notices-store';
import { undoLast } from './undo';

/** Where a case keeps things under names of a person's choice. */
export interface Shelf<T> {
  readonly list: () => Promise<Outcome<ReadonlyMap<string, T>>>;
  readonly put: (name: string, value: T) => Promise<Outcome<null>>;
  readonly take: (name: string) => Promise<Outcome<null>>;
  /** Said where either fails. */
  readonly failed: string;
}

/** Views of the map and, under a prefix, reports: any JSON. */
export const viewShelf = (failed: string): Shelf<unknown> => ({
  list: async () => {
    const outcome = await ask('views.list', {});
    if (!outcome.ok) return outcome;
    return { ok: true, value: new Map(outcome.value.map(({ name, view }) => [name, view])) };
  },
  put: (name, view) => ask('views.save', { name, view }),
  take: (name) => ask('views.remove', { name }),
  failed,
});

export const mappingShelf = (failed: string): Shelf<Mapping> => ({
  list: async () => {
    const outcome = await ask('mappings.list', {});
    if (!outcome.ok) return outcome;
    return { ok: true, value: new Map(outcome.value.map(({ name, mapping }) => [name, mapping])) };
  },
  put: (name, mapping) => ask('mappings.save', { name, mapping }),
  take: (name) => ask('mappings.remove', { name }),
  failed,
});

/** Keeps a thing under a name; undo takes it away, or puts back what had the name before. */
export async function putNamed<T>(
  shelf: Shelf<T>,
  name: string,
  value: T,
  summary: string,
): Promise<boolean> {
  const there = await shelf.list();
  if (!there.ok) {
    notifyFailure(shelf.failed, there.error);
    return false;
  }
  const put = (thing: T) => said(shelf, shelf.put(name, thing));
  if (!(await put(value))) return false;
  const before = there.value.get(name);
  const undo = before === undefined ? () => said(shelf, shelf.take(name)) : () => put(before);
  recordChange({ summary, undo, redo: () => put(value) });
  notify({ tone: 'good', title: summary });
  return true;
}

/** Takes a thing away; undo puts it back. */
export async function takeNamed<T>(
  shelf: Shelf<T>,
  name: string,
  value: T,
  summary: string,
): Promise<boolean> {
  const take = () => said(shelf, shelf.take(name));
  if (!(await take())) return false;
  recordChange({ summary, undo: () => said(shelf, shelf.put(name, value)), redo: take });
  notify({ tone: 'plain', title: summary, action: { label: t('edits.undo'), run: () => void undoLast() } });
  return true;
}

/** Gives a thing another name. The new one is kept before the old one goes: a failure in between loses nothing. */
export async function renameNamed<T>(
  shelf: Shelf<T>,
  names: { readonly from: string; readonly to: string },
  value: T,
  summary: string,
): Promise<boolean> {
  const rename = async (from: string, to: string) =>
    (await said(shelf, shelf.put(to, value))) && (await said(shelf, shelf.take(from)));
  if (!(await rename(names.from, names.to))) return false;
  recordChange({
    summary,
    undo: () => rename(names.to, names.from),
    redo: () => rename(names.from, names.to),
  });
  notify({ tone: 'good', title: summary });
  return true;
}

async function said<T>(shelf: Shelf<T>, asked: Promise<Outcome<null>>): Promise<boolean> {
  const outcome = await asked;
  if (!outcome.ok) notifyFailure(shelf.failed, outcome.error);
  return outcome.ok;
}
