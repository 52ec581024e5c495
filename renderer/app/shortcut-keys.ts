import { type CommandId, commands } from '../../shared/contract/commands';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** True where the keys are exactly those of an accelerator such as `CmdOrCtrl+Shift+I`. */
export function matchesShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wantsCommand = parts.includes('CmdOrCtrl');
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    press.ctrlKey === (wantsCommand && !isMac) &&
    press.metaKey === (wantsCommand && isMac) &&
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt')
  );
}

/** True for keys that mean something of their own while text is being typed: there they undo typing. */
export function belongsToText(id: CommandId): boolean {
  const command = commands.find((candidate) => candidate.id === id);
  return command !== undefined && 'leavesKeysToText' in command;
}

export function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

export function commandFor(press: KeyPress, isMac: boolean): CommandId | null {
  const found = commands.find(
    (command) =>
      ('shortcut' in command && matchesShortcut(command.shortcut, press, isMac)) ||
      ('otherShortcut' in command && matchesShortcut(command.otherShortcut, press, isMac)),
  );
  return found?.id ?? null;
}

/** `CmdOrCtrl+Shift+I` as the platform writes it: "⇧⌘I" or "Ctrl+Shift+I". */
export function writtenShortcut(shortcut: string, isMac: boolean): string {
  if (!isMac) return shortcut.replace('CmdOrCtrl', 'Ctrl');
  const parts = shortcut.split('+');
  const signs: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', CmdOrCtrl: '⌘' };
  const modifiers = ['Alt', 'Shift', 'CmdOrCtrl'].filter((part) => parts.includes(part));
  return `${modifiers.map((part) => signs[part]).join('')}${parts.at(-1) ?? ''}`;
}
