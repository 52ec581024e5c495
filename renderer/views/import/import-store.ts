import { create } from 'zustand';
import type { ImportReport } from '../../../shared/contract/import-methods';
import type { Failure } from '../../../shared/contract/outcome';
import type { JobId } from '../../../shared/contract/window-bridge';
import type { Mapping } from '../../../shared/model/mapping';
import { ask } from '../../api';
import { refreshCase } from '../../state/case-store';
import { endImport } from '../../state/import-request-store';
import { runJob } from '../../state/jobs-store';
import { announce, notify, notifyFailure } from '../../state/notices-store';
import { t } from '../../strings/text';
import { choiceOf, chosenFiles, type FileChoice, importArguments, stateOf, zoneAfter } from './file-choice';

interface ImportState {
  readonly stage: 'reading' | 'choosing' | 'running' | 'report';
  readonly choices: readonly FileChoice[];
  /** Path of the file shown. */
  readonly shown: string | null;
  readonly failure: Failure | null;
  readonly jobId: JobId | null;
  readonly report: ImportReport | null;
  /** The dialog is out of sight while the job runs on in the tray. */
  readonly isAside: boolean;
}

const nothing: ImportState = {
  stage: 'reading',
  choices: [],
  shown: null,
  failure: null,
  jobId: null,
  report: null,
  isAside: false,
};

export const useImport = create<ImportState>(() => nothing);

const previewRows = 60;

/** Looks at the files; the first that needs an answer is shown first. */
export async function beginImport(paths: readonly string[]): Promise<void> {
  useImport.setState(nothing);
  const outcome = await ask('import.preview', { paths: [...paths], rows: previewRows });
  if (!outcome.ok) {
    useImport.setState({ failure: outcome.error });
    return;
  }
  const choices = outcome.value.map(choiceOf);
  const first = choices.find((choice) => stateOf(choice) === 'question') ?? choices[0];
  useImport.setState({ stage: 'choosing', choices, shown: first?.preview.path ?? null });
  announce(t('import.found', { count: choices.length }));
}

function change(path: string, changes: Partial<FileChoice>): void {
  useImport.setState(({ choices }) => ({
    choices: choices.map((choice) => (choice.preview.path === path ? { ...choice, ...changes } : choice)),
  }));
}

export function showFile(path: string): void {
  useImport.setState({ shown: path });
}

export function includeFile(path: string, isIncluded: boolean): void {
  change(path, { isIncluded });
}

const zoneOfPath = (path: string) =>
  useImport.getState().choices.find((choice) => choice.preview.path === path)?.zone ?? 'none';

const importerOfPath = (path: string) =>
  useImport.getState().choices.find((choice) => choice.preview.path === path)?.preview.importer ?? null;

let lastTry = 0;

/** Tries a changed mapping out on the file, so that the preview is always what an import would do. */
export async function adjustMapping(
  path: string,
  mapping: Mapping,
  settles: 'zone' | null = null,
): Promise<void> {
  lastTry += 1;
  const thisTry = lastTry;
  const before = importerOfPath(path);
  change(path, { mapping, isReading: true, ...(settles === 'zone' ? { zone: 'settled' } : {}) });
  const outcome = await ask('import.preview', { paths: [path], mapping, rows: previewRows });
  if (thisTry !== lastTry) return;
  const preview = outcome.ok ? outcome.value[0] : undefined;
  if (!outcome.ok) notifyFailure(t('import.mappingFailed'), outcome.error);
  if (preview === undefined) change(path, { isReading: false });
  else {
    const zone = zoneAfter(zoneOfPath(path), preview);
    // A file that could not be read before was left out: now that it can be, it comes along.
    const isNewlyRead = before === null && preview.importer !== null;
    change(path, {
      preview,
      mapping: preview.table?.mapping ?? mapping,
      zone,
      isReading: false,
      ...(isNewlyRead ? { isIncluded: true } : {}),
    });
  }
}

/** The same zone for every file that asks for one. */
export async function setZoneForAll(zone: string): Promise<void> {
  const waiting = useImport.getState().choices.filter((choice) => choice.zone === 'assumed');
  for (const choice of waiting) {
    const mapping = choice.mapping ?? choice.preview.table?.mapping ?? {};
    await adjustMapping(choice.preview.path, { ...mapping, time: { ...mapping.time, zone } }, 'zone');
  }
}

export async function importChosen(): Promise<void> {
  const { choices } = useImport.getState();
  const files = importArguments(choices);
  useImport.setState({ stage: 'running', failure: null });
  const outcome = await runJob(
    'import.run',
    { files },
    t('import.job', { count: chosenFiles(choices).length }),
    (jobId) => useImport.setState({ jobId }),
  );
  if (!outcome.ok) {
    // The case is as it was: back to the choices, which are still right.
    useImport.setState({
      stage: 'choosing',
      jobId: null,
      failure: outcome.error.code === 'cancelled' ? null : outcome.error,
      isAside: false,
    });
    if (outcome.error.code === 'cancelled') notify({ tone: 'plain', title: t('import.cancelled') });
    return;
  }
  await refreshCase();
  const { isAside } = useImport.getState();
  useImport.setState({
    stage: 'report',
    jobId: null,
    report: outcome.value,
    shown: outcome.value.files[0]?.path ?? null,
  });
  const accepted = outcome.value.files.reduce((sum, file) => sum + file.accepted, 0);
  const done = t('import.done', { files: outcome.value.files.length, rows: accepted });
  if (isAside) {
    notify({
      tone: 'good',
      title: done,
      action: { label: t('import.showReport'), run: () => useImport.setState({ isAside: false }) },
    });
  } else announce(done);
}

export function putImportAside(): void {
  useImport.setState({ isAside: true });
}

export function leaveImport(): void {
  useImport.setState(nothing);
  endImport();
}
