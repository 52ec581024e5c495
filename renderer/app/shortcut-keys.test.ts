import { expect, test } from 'vitest';
import { commands } from '../../shared/contract/commands';
import { commandFor, writtenShortcut } from './shortcut-keys';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>>,
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a command is found by its own keys on either platform and by no others', () => {
  expect([
    commandFor(press('k', { ctrlKey: true }), false),
    commandFor(press('k', { metaKey: true }), true),
    commandFor(press('k', { ctrlKey: true }), true),
    commandFor(press('I', { ctrlKey: true, shiftKey: true }), false),
    commandFor(press('k', {}), false),
  ]).toEqual(['palette.open', 'palette.open', null, 'import.folder', null]);
});

test('no two commands share a shortcut', () => {
  const shortcuts = commands.flatMap((command) => ('shortcut' in command ? [command.shortcut] : []));
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('a shortcut is written as the platform writes it', () => {
  expect([writtenShortcut('CmdOrCtrl+Shift+I', false), writtenShortcut('CmdOrCtrl+Shift+I', true)]).toEqual([
    'Ctrl+Shift+I',
    '⇧⌘I',
  ]);
});
