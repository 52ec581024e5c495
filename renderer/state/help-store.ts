import { create } from 'zustand';

export const helpPages = ['guide', 'departments', 'formats'] as const;
export type HelpPage = (typeof helpPages)[number];

/** Which page of the help is open; null while none is. */
export const useHelp = create<{ readonly page: HelpPage | null }>(() => ({ page: null }));

export function openHelp(page: HelpPage): void {
  useHelp.setState({ page });
}

export function closeHelp(): void {
  useHelp.setState({ page: null });
}
