import { create } from 'zustand';
import type { ThemeChoice } from '../../shared/contract/window-bridge';
import { bridge } from '../api';

interface ThemeState {
  readonly choice: ThemeChoice;
}

export const useTheme = create<ThemeState>(() => ({ choice: 'system' }));

/** Sets the colours of the window; with `system` the style sheet follows the system by itself. */
export function applyTheme(choice: ThemeChoice): void {
  useTheme.setState({ choice });
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

export function chooseTheme(choice: ThemeChoice): void {
  applyTheme(choice);
  void bridge.setTheme(choice);
}

export function isDarkNow(): boolean {
  const { choice } = useTheme.getState();
  return choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}
