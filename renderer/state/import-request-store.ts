import { create } from 'zustand';
import { bridge } from '../api';
import { t } from '../strings/text';
import { useCase } from './case-store';
import { enterCase } from './open-case';

interface ImportRequestState {
  /** Files and folders to be previewed and imported; null while no import is under way. */
  readonly paths: readonly string[] | null;
  /** The dialog for a new case is open; `paths` wait until it is made. */
  readonly isNamingCase: boolean;
}

/** What a person wants imported, from wherever it was asked: a drop, the menu, the start page. */
export const useImportRequest = create<ImportRequestState>(() => ({ paths: null, isNamingCase: false }));

/** Files dropped or chosen: a case file is opened, anything else imported, into a new case if none is open. */
export async function takeFiles(paths: readonly string[]): Promise<void> {
  const caseFile = paths.find((path) => path.toLowerCase().endsWith('.whereabouts'));
  if (caseFile !== undefined) {
    await enterCase(caseFile);
    return;
  }
  if (paths.length === 0) return;
  useImportRequest.setState({ paths, isNamingCase: useCase.getState().info === null });
}

export async function chooseFilesToImport(folders: boolean): Promise<void> {
  const paths = await bridge.chooseToOpen({
    title: folders ? t('import.chooseFolder') : t('import.chooseFiles'),
    multiple: true,
    folders,
  });
  if (paths !== null) await takeFiles(paths);
}

export function nameNewCase(): void {
  useImportRequest.setState({ isNamingCase: true });
}

/** The new case is made, or will not be. */
export function endNamingCase(isMade: boolean): void {
  useImportRequest.setState(({ paths }) => ({ isNamingCase: false, paths: isMade ? paths : null }));
}

export function endImport(): void {
  useImportRequest.setState({ paths: null });
}
