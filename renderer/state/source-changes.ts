import type { FileReport } from '../../shared/contract/import-methods';
import type { Failure } from '../../shared/contract/outcome';
import { ask } from '../api';
import { t } from '../strings/text';
import { refreshCase } from './case-store';
import { recordChange } from './change-history';
import { closeEvidence } from './evidence-store';
import { runJob } from './jobs-store';
import { notifyFailure } from './notices-store';

interface Source {
  readonly name: string;
  readonly sha256: string;
}

/** Takes a source out of the case; undo imports it again as it had been read. True when it went. */
export async function removeSource(source: Source, reason: string): Promise<boolean> {
  if (!(await takeOut([source], reason))) return false;
  recordChange({
    summary: t('sources.removed', { file: source.name }),
    undo: () => bringBack([source]),
    redo: () => takeOut([source], reason),
  });
  return true;
}

/** Notes an import; undo takes out what it brought, and leaves what was there before. */
export function recordImport(files: readonly FileReport[]): void {
  const brought = files.filter(({ importer }) => importer !== 'none' && importer !== 'already imported');
  if (brought.length === 0) return;
  const sources = brought.map(({ path, sha256 }) => ({ name: path.split(/[\\/]/).at(-1) ?? path, sha256 }));
  recordChange({
    summary: t('import.was', { count: sources.length }),
    undo: () => takeOut(sources, t('edits.undoReason')),
    redo: () => bringBack(sources),
  });
}

async function takeOut(sources: readonly Source[], reason: string): Promise<boolean> {
  const listed = await ask('sources.list', {});
  if (!listed.ok) return said(t('sources.removeFailed'), listed);
  const wanted = new Set(sources.map(({ sha256 }) => sha256));
  const sourceIds = listed.value.filter(({ sha256 }) => wanted.has(sha256)).map(({ id }) => id);
  if (sourceIds.length === 0) return true;
  const title = t('sources.removing', { file: namesOf(sources) });
  const outcome = await runJob('sources.remove', { sourceIds, reason }, title);
  if (!outcome.ok) return said(t('sources.removeFailed'), outcome);
  closeEvidence();
  await refreshCase();
  return true;
}

async function bringBack(sources: readonly Source[]): Promise<boolean> {
  const hashes = sources.map(({ sha256 }) => sha256);
  const file = namesOf(sources);
  const outcome = await runJob('sources.restore', { hashes }, t('sources.restoring', { file }));
  if (!outcome.ok) return said(t('sources.restoreFailed', { file }), outcome);
  await refreshCase();
  return true;
}

/** One file by its name, several by their number. */
const namesOf = (sources: readonly Source[]): string =>
  sources.length === 1 ? (sources[0]?.name ?? '') : t('import.files.count', { count: sources.length });

function said(title: string, outcome: { readonly ok: false; readonly error: Failure }): false {
  notifyFailure(title, outcome.error);
  return false;
}
