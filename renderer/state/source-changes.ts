import type { FileReport } from '../../shared/contract/import-methods';
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
  if (!(await takeOut(source, reason))) return false;
  recordChange({
    summary: t('sources.removed', { file: source.name }),
    undo: () => bringBack([source]),
    redo: () => takeOut(source, reason),
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
    undo: async () => {
      for (const source of sources) if (!(await takeOut(source, t('edits.undoReason')))) return false;
      return true;
    },
    redo: () => bringBack(sources),
  });
}

async function takeOut({ name, sha256 }: Source, reason: string): Promise<boolean> {
  const listed = await ask('sources.list', {});
  const id = listed.ok ? listed.value.find((source) => source.sha256 === sha256)?.id : undefined;
  // Gone already, as after an undo that was cancelled halfway.
  if (listed.ok && id === undefined) return true;
  const outcome =
    id === undefined
      ? listed
      : await runJob('sources.remove', { sourceId: id, reason }, t('sources.removing', { file: name }));
  if (!outcome.ok) {
    notifyFailure(t('sources.removeFailed'), outcome.error);
    return false;
  }
  closeEvidence();
  await refreshCase();
  return true;
}

async function bringBack(sources: readonly Source[]): Promise<boolean> {
  for (const { name, sha256 } of sources) {
    const outcome = await runJob('sources.restore', { sha256 }, t('sources.restoring', { file: name }));
    if (!outcome.ok) {
      notifyFailure(t('sources.restoreFailed', { file: name }), outcome.error);
      return false;
    }
    await refreshCase();
  }
  return true;
}
