import { existsSync } from 'node:fs';
import type { RecentCase } from '../../shared/contract/window-bridge';
import type { RememberedCase, SettingsFile } from './settings';

const limit = 12;

/** The list with this case at its head, once. */
export function withCase(
  cases: readonly RememberedCase[],
  opened: RememberedCase,
): readonly RememberedCase[] {
  return [opened, ...withoutCase(cases, opened.path)].slice(0, limit);
}

/** The list without the case at this path. */
export function withoutCase(cases: readonly RememberedCase[], path: string): readonly RememberedCase[] {
  return cases.filter((remembered) => remembered.path !== path);
}

/** What the window shows: the remembered cases, and whether each is still there. */
export function recentCases(settings: SettingsFile): readonly RecentCase[] {
  return settings.get().recentCases.map((remembered) => ({
    ...remembered,
    exists: existsSync(remembered.path),
  }));
}
