import { create } from 'zustand';
import type { ExportView } from '../../shared/contract/estate-methods';
import type { ViewId } from './navigation-store';

interface ExportRequestState {
  /** What is to be written out; null while the dialog is closed. */
  readonly view: ExportView | null;
}

/** The export dialog, opened from a view or a command. */
export const useExportRequest = create<ExportRequestState>(() => ({ view: null }));

export function openExport(view: ExportView): void {
  useExportRequest.setState({ view });
}

export function closeExport(): void {
  useExportRequest.setState({ view: null });
}

/** What the export dialog offers first while a view is open: the same view, as far as it can be written. */
export const exportOfView: Readonly<Record<ViewId, ExportView>> = {
  map: 'map',
  reconcile: 'reconcile',
  records: 'trace',
  losses: 'lost',
  timeline: 'timeline',
  findings: 'findings',
  owners: 'owners',
  impact: 'impact',
  compare: 'compare',
  report: 'evidence',
  sources: 'sources',
};
