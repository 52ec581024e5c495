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
import { recordImport } from '../../state/source-changes';
import { t } from '../../strings/text';
import { withZone } from './edit-mapping';
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
  /** The dialog is closed, or fading: what it shows stays until files come again. */
  readonly isLeft: boolean;
}

const nothing: ImportState = {
  stage: 'reading',
  choices: [],
  shown: null,
  failure: null,
  jobId: null,
  report: null,
  isAside: false,
  isLeft: false,
};

export const useImport = create<ImportState>(() => ({ ...nothing, isLeft: true }));

const previewRows = 60;

/** Answers to a look at files that were left meanwhile are not taken. */
let visit = 0;

/**
 * Looks at the files; the first that needs an answer is shown first. Files that come while others are looked at or
 * chosen join them.
 */
export async function beginImport(paths: readonly string[]): Promise<void> {
  const before = useImport.getState();
  if (before.stage === 'running') {
    notify({ tone: 'plain', title: t('import.busy'), detail: t('import.busyText') });
    return;
  }
  if (before.isLeft || before.stage === 'report' || before.failure !== null) {
    visit += 1;
    useImport.setState(nothing);
  }
  const thisVisit = visit;
  const outcome = await ask('import.preview', { paths: [...paths], rows: previewRows });
  if (thisVisit !== visit) return;
  if (!outcome.ok) {
    useImport.setState({ failure: outcome.error });
    return;
  }
  const { choices } = useImport.getState();
  const known = new Set(choices.map((choice) => choice.preview.path));
  const added = outcome.value.filter((preview) => !known.has(preview.path)).map(choiceOf);
  const first = added.find((choice) => stateOf(choice) === 'question') ?? added[0];
  useImport.setState(({ shown }) => ({
    stage: 'choosing',
    choices: [...choices, ...added],
    shown: first?.preview.path ?? shown,
  }));
  announce(t('import.found', { count: added.length }));
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

const choiceOfPath = (path: string) =>
  useImport.getState().choices.find((choice) => choice.preview.path === path);
const zoneOfPath = (path: string) => choiceOfPath(path)?.zone ?? 'none';
const importerOfPath = (path: string) => choiceOfPath(path)?.preview.importer ?? null;

let lastTry = 0;

/**
 * Tries a changed mapping out on the file, so that the preview is always what an import would do. Null: as
 * detected, for another sheet of a workbook.
 */
export async function adjustMapping(
  path: string,
  mapping: Mapping | null,
  { settles = null, sheet }: { readonly settles?: 'zone' | null; readonly sheet?: string } = {},
): Promise<void> {
  lastTry += 1;
  const thisTry = lastTry;
  const before = importerOfPath(path);
  const shownSheet = sheet ?? choiceOfPath(path)?.preview.table?.sheet ?? null;
  change(path, { mapping, isReading: true, ...(settles === 'zone' ? { zone: 'settled' } : {}) });
  const outcome = await ask('import.preview', {
    paths: [path],
    rows: previewRows,
    ...(mapping === null ? {} : { mapping }),
    ...(shownSheet === null ? {} : { sheet: shownSheet }),
  });
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
      mapping: mapping === null ? null : (preview.table?.mapping ?? mapping),
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
    await adjustMapping(choice.preview.path, withZone(mapping, zone), { settles: 'zone' });
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
  recordImport(outcome.value.files);
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
  visit += 1;
  useImport.setState({ isLeft: true });
  endImport();
}
