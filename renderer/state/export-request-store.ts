import { create } from 'zustand';

interface ExportRequestState {
  /** What is to be written out; null while the dialog is closed. */
  readonly view: string | null;
}

/** The export dialog, opened from a view or a command. */
export const useExportRequest = create<ExportRequestState>(() => ({ view: null }));

export function openExport(view: string): void {
  useExportRequest.setState({ view });
}

export function closeExport(): void {
  useExportRequest.setState({ view: null });
}
