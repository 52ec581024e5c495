import type { EdgeStyle } from '../../shared/diagram/scene';

/** What a person looks for on the map. Nothing is hidden by it: what does not match is dimmed and counted. */
export interface MapFilter {
  readonly text: string;
  readonly isOwnerGap: boolean;
  readonly isFlagged: boolean;
  /** Edge styles that are dimmed. */
  readonly without: readonly EdgeStyle[];
}

export const noFilter: MapFilter = { text: '', isOwnerGap: false, isFlagged: false, without: [] };

export function isFiltering(filter: MapFilter): boolean {
  return filter.text.trim() !== '' || filter.isOwnerGap || filter.isFlagged || filter.without.length > 0;
}
